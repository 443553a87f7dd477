import { isAnnotationId } from '../../../shared/layout/annotations/index';
import type { Editor } from '../../store/editors';
import { chooseStyle, toolStyle } from '../annotations/tool-styles';
import { groupSelection } from '../arrange';
import { staysInLanes } from '../lanes/stays-in-lanes';
import { canvasCentre } from '../viewport';
import { isInHand, type ToolEntry } from './tool-list';

/**
 * Takes up a tool; one that is in hand already is kept in hand from now on. The group tool draws a frame at once around what is
 * selected.
 */
export function chooseTool(editor: Editor, entry: ToolEntry): void {
  const { tool, style } = entry;
  if (tool !== 'select' && tool !== 'laser' && staysInLanes(editor)) return;
  const { tool: inHand, toolLocked } = editor.view.getState();
  if (tool === 'group' && editor.selection.getState().ids.size > 0 && groupSelection(editor)) return;
  const isAgain = tool !== 'select' && isInHand(entry, inHand, stylesOf(editor, entry));
  if (style !== undefined && isAnnotationId(tool)) chooseStyle(editor, tool, style);
  if (tool !== 'select' && tool !== 'group') editor.select([]);
  editor.setView({ tool, toolLocked: isAgain ? !toolLocked : false });
}

const stylesOf = (editor: Editor, { tool }: ToolEntry) =>
  isAnnotationId(tool) ? { [tool]: toolStyle(editor, tool) } : {};

/** Draws with the tool in hand in the middle of the view, which needs no pointer; false where it draws nothing. */
export function drawInMiddle(editor: Editor): boolean {
  const { tool } = editor.view.getState();
  if (!isAnnotationId(tool)) return false;
  // Loaded with the canvas; the first page, which has commands too, does without.
  void import('../annotations/views').then(({ annotationViews }) =>
    annotationViews[tool].addAt(editor, canvasCentre(editor)),
  );
  return true;
}
