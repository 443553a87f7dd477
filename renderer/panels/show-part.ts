import { flowsOf } from '../../shared/model/schema';
import { centerOn } from '../canvas/viewport';
import { useDocument } from '../store/document';
import { activeEditor } from '../store/editors';
import { clearSelection, select, selectFlow } from '../store/selection';
import { type InspectorTab, setView } from '../store/view';

/** Selects a part and centres it; a flow is shown at its client, `*` is the design itself. */
export function showPart(id: string, tab?: InspectorTab): void {
  const { design } = useDocument.getState();
  if (design === null) return;
  if (tab !== undefined) setView({ inspectorTab: tab });
  const flow = flowsOf(design).find((item) => item.id === id);
  if (id === '*') {
    clearSelection();
    setView({ inspectDesign: true });
  } else if (flow !== undefined) {
    selectFlow(id);
    centerOn(activeEditor(), flow.entry);
  } else {
    select([id]);
    centerOn(activeEditor(), id);
  }
}
