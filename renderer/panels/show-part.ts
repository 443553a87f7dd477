import { flowsOf } from '../../shared/model/schema';
import { goToPart } from '../canvas/go-to-part';
import type { Editor } from '../store/editors';
import type { InspectorTab } from '../store/view';

/** Selects a part of an editor's design and brings it into view; a flow is shown at its client, `*` is the design itself. */
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
    goToPart(editor, flow.entry);
  } else {
    editor.select([id]);
    goToPart(editor, id);
  }
}
