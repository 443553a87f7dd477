import { inLanes } from '../../../shared/edits/in-lanes';
import type { Design } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import type { Editor } from '../../store/editors';
import { useView } from '../../store/view';

const shownOf = (design: Design | null, lanes: boolean): Design | null =>
  design === null || !lanes ? design : inLanes(design);

/** The open design with everything where the canvas shows it: in lanes while it is in them, else where the document says. */
export const shownDesign = (editor: Editor): Design | null =>
  shownOf(editor.design(), editor.view.getState().lanes);

export function useShownDesign(): Design | null {
  const design = useDocument((state) => state.design);
  const lanes = useView((state) => state.lanes);
  return shownOf(design, lanes);
}
