import {
  addLayer,
  removeLayer,
  renameLayer,
  restyle,
  type ShowAnnotationsArguments,
  showAnnotations,
} from '../../../shared/edits/annotate';
import { isAnnotationId } from '../../../shared/layout/annotations/index';
import { marksById } from '../../../shared/layout/geometry';
import type { Patch } from '../../../shared/model/changes';
import type { Design, Mark } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { perform } from '../perform';
import { type MarkStyle, stylePatch } from './mark-style';
import { chooseStyle } from './tool-styles';

const onDesign = (editor: Editor, run: (design: Design) => boolean): boolean => {
  const design = editor.design();
  return design !== null && run(design);
};

/** The annotations among what is selected. */
export function selectedMarks(editor: Editor): readonly Mark[] {
  const design = editor.design();
  if (design === null) return [];
  const marks = marksById(design);
  return [...editor.selection.getState().ids].flatMap((id) => marks.get(id) ?? []);
}

/** Gives annotations a style; what is drawn next of their kinds has it too. */
export function setStyle(editor: Editor, marks: readonly Mark[], style: MarkStyle): void {
  for (const kind of new Set(marks.map((mark) => mark.kind)))
    if (isAnnotationId(kind)) chooseStyle(editor, kind, style);
  const ids = marks.map(({ id }) => id);
  onDesign(editor, (design) => perform(editor, restyle(design, { ids, patch: stylePatch(style) })));
}

/** Changes other fields of annotations. */
export function patchMarks(
  editor: Editor,
  ids: readonly string[],
  patch: Patch<Omit<Mark, 'id' | 'kind'>>,
): void {
  onDesign(editor, (design) => perform(editor, restyle(design, { ids, patch })));
}

/** Hides or locks all annotations, or those of a layer; what can no longer be touched is not selected any more. */
export function setAnnotationsShown(editor: Editor, shown: ShowAnnotationsArguments): void {
  const done = onDesign(editor, (design) => perform(editor, showAnnotations(design, shown)));
  if (done && (shown.hidden === true || shown.locked === true)) deselectMarks(editor);
}

function deselectMarks(editor: Editor): void {
  const marks = new Set(selectedMarks(editor).map(({ id }) => id));
  if (marks.size > 0) editor.select([...editor.selection.getState().ids].filter((id) => !marks.has(id)));
}

/** Adds a named layer with these annotations in it. */
export const addMarkLayer = (editor: Editor, name: string, ids: readonly string[]): boolean =>
  onDesign(editor, (design) => perform(editor, addLayer(design, { name, ids })));

export const renameMarkLayer = (editor: Editor, layer: string, name: string): boolean =>
  onDesign(editor, (design) => perform(editor, renameLayer(design, { layer, name })));

export const removeMarkLayer = (editor: Editor, layer: string): boolean =>
  onDesign(editor, (design) => perform(editor, removeLayer(design, { layer })));
