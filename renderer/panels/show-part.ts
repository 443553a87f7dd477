import { flowsOf } from '../../shared/model/schema';
import { centerOn } from '../canvas/viewport';
import type { Editor } from '../store/editors';
import type { InspectorTab } from '../store/view';

/** Selects a part of an editor's design and centres it; a flow is shown at its client, `*` is the design itself. */
export function showPart(editor: Editor, id: string, tab?: InspectorTab): void {
  const design = editor.design();
  if (design === null) return;
  if (tab !== undefined) editor.setView({ inspectorTab: tab });
  const flow = flowsOf(design).find((item) => item.id === id);
  if (id === '*') {
    editor.clearSelection();
    editor.setView({ inspectDesign: true });
  } else if (flow !== undefined) {
    editor.selectFlow(id);
    centerOn(editor, flow.entry);
  } else {
    editor.select([id]);
    centerOn(editor, id);
  }
}
