import type { Editor } from '../../store/editors';
import type { Tool } from '../../store/view';
import { groupSelection } from '../arrange';

/** Takes up a tool. The group tool draws a frame at once around what is selected. */
export function chooseTool(editor: Editor, tool: Tool): void {
  if (tool === 'group' && editor.selection.getState().ids.size > 0 && groupSelection(editor)) return;
  editor.setView({ tool });
}
