import { useEffect } from 'react';
import { useEditor } from '../../store/editors';
import type { ViewState } from '../../store/view';

/** What is done on the canvas or in the panels beside it. */
const asksForCanvas = (view: ViewState, before: ViewState): boolean =>
  (view.adding !== null && before.adding === null) ||
  (view.finding !== null && before.finding === null) ||
  (view.drawer !== null && view.drawer !== before.drawer) ||
  (view.history && !before.history) ||
  (view.inspectDesign && !before.inspectDesign) ||
  (view.tool !== 'select' && view.tool !== before.tool);

/** Brings the canvas back as soon as something is begun, selected or opened there. */
export function useCanvasBack(): void {
  const editor = useEditor();
  useEffect(() => {
    const leave = (): void => editor.setView({ document: false });
    const stops = [
      editor.view.subscribe((view, before) => {
        if (view.document && asksForCanvas(view, before)) leave();
      }),
      editor.selection.subscribe(({ ids, flow }) => {
        if (ids.size > 0 || flow !== null) leave();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor]);
}
