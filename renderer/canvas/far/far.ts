import { type Design, nodesOf } from '../../../shared/model/schema';
import { useDocument } from '../../store/document';
import type { Editor } from '../../store/editors';
import { useView } from '../../store/view';

/** Below this zoom a large design is drawn on one canvas: so many cards at once cost too much as elements. */
const farZoom = 0.4;
const manyNodes = 250;

const isManyAt = (zoom: number, count: number): boolean => count > manyNodes && zoom < farZoom;

const countOf = (design: Design | null): number => (design === null ? 0 : nodesOf(design).length);

/** Whether the design is seen from so far that it is drawn as a picture of itself. */
export function useIsFar(): boolean {
  const isMany = useDocument((state) => countOf(state.design) > manyNodes);
  const isOut = useView((state) => state.zoom < farZoom);
  return isMany && isOut;
}

export const isFar = ({ view, design }: Editor): boolean => isManyAt(view.getState().zoom, countOf(design()));
