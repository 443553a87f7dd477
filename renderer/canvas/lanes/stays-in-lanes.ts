import { type Editor, perEditor } from '../../store/editors';
import { dismissToast, toast } from '../../store/workspace';
import { t } from '../../words/t';

const hintOf = perEditor((): { id: number | null } => ({ id: null }));

/** Whether the canvas is in lanes, where nothing is placed by hand: then says so, once at a time, and how it can be. */
export function staysInLanes(editor: Editor): boolean {
  if (!editor.view.getState().lanes) return false;
  dismissLanesHint(editor);
  hintOf(editor).id = toast(
    t('Lanes place everything by themselves. “Keep arrangement” lets you move and draw.'),
  );
  return true;
}

/** Takes away what was said of lanes, which holds no more once they are left. */
export function dismissLanesHint(editor: Editor): void {
  const hint = hintOf(editor);
  if (hint.id !== null) dismissToast(hint.id);
  hint.id = null;
}
