import type { Editor } from '../../store/editors';
import { useSelection } from '../../store/selection';
import { useView, type ViewState } from '../../store/view';

interface Selected {
  readonly ids: ReadonlySet<string>;
  readonly flow: string | null;
}

type Place = Pick<ViewState, 'inspectDesign' | 'inspectorPlace'>;

/** Whether the inspector is open: something is selected, the design itself is inspected, or it has a column of its own. */
export const isInspectorOpen = ({ ids, flow }: Selected, { inspectDesign, inspectorPlace }: Place): boolean =>
  ids.size > 0 || flow !== null || inspectDesign || inspectorPlace === 'column';

const covers = (selected: Selected, view: Place): boolean =>
  view.inspectorPlace === 'overlay' && isInspectorOpen(selected, view);

/** Whether it stands over the right of the canvas, where other panels then have no place. */
export function useInspectorCovers(): boolean {
  const isSelected = useSelection((state) => state.ids.size > 0 || state.flow !== null);
  const isOverlay = useView((state) => state.inspectorPlace === 'overlay');
  const inspectDesign = useView((state) => state.inspectDesign);
  return isOverlay && (isSelected || inspectDesign);
}

/**
 * A request is no longer followed once the inspector opens where its panel is: of the two, the last that was asked for is shown.
 * Returns the function that stops it.
 */
export function endFollowingBehindInspector({ selection, view, setView }: Editor): () => void {
  const check = (): void => {
    const state = view.getState();
    if (state.followedFlow !== null && covers(selection.getState(), state)) setView({ followedFlow: null });
  };
  const stops = [selection.subscribe(check), view.subscribe(check)];
  return () => {
    for (const stop of stops) stop();
  };
}
