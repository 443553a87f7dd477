import { annotate } from '../../../shared/edits/annotate';
import type { AnnotationId } from '../../../shared/layout/annotations/index';
import type { Mark } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { perform } from '../perform';
import { toolStyle } from './tool-styles';

/** What is drawn, without what the editor adds. */
export type NewMark = Omit<Mark, 'id' | 'kind'> & { readonly kind: AnnotationId };

export interface AddOptions {
  /** It is opened for writing. */
  readonly writes: boolean;
  /** The tool stays in hand though it is not locked. */
  readonly stays?: boolean;
}

/** The annotation in the style that its tool has. */
export const styled = (editor: Editor, mark: NewMark): NewMark => ({
  ...toolStyle(editor, mark.kind),
  ...mark,
});

/** Puts an annotation on the canvas in its tool's style; the tool goes back to selecting unless it is kept. */
export function addAnnotation(editor: Editor, drawn: NewMark, { writes, stays = false }: AddOptions): void {
  const design = editor.design();
  if (design === null) return;
  const result = annotate(design, { mark: styled(editor, drawn) });
  const [id] = (result.ok ? result.edit.select : undefined) ?? [];
  // What is drawn in a row is not selected: the handles would lie over the next.
  if (!perform(editor, result, { select: !stays }) || id === undefined) return;
  const { toolLocked } = editor.view.getState();
  if (!stays && !toolLocked) editor.setView({ tool: 'select' });
  if (writes) editor.startEditing(id);
}
