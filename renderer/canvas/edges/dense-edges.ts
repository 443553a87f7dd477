import { createStore } from 'zustand/vanilla';
import type { Box, Design } from '../../../shared/model/schema';
import { edgesOf } from '../../../shared/model/schema';
import { editorHook, perEditor } from '../../store/editors';
import { overlaps } from '../part-boxes';
import type { CanvasEdge } from './flow-edges';

/** So many edges in view are elements of the page, each to be pointed at; more are one picture. */
const mostElements = 800;
/** Back to elements at fewer than these, so that a small movement does not change it to and fro. */
const fewElements = 600;
/** Of the edges of what is selected, which are elements in any case. */
const mostOfSelected = 300;

/** The design of which few enough edges are in view; until that is known, a design of many edges is a picture. */
export const sparseOf = perEditor(() =>
  createStore<{ readonly designId: string | null }>(() => ({ designId: null })),
);

export const useSparse = editorHook(sparseOf);

export const hasManyEdges = (design: Design): boolean => edgesOf(design).length > mostElements;

/** Whether the edges of a design are drawn as one picture, those of what is selected apart. */
export const isDense = (design: Design | null, sparseId: string | null): boolean =>
  design !== null && hasManyEdges(design) && sparseId !== design.id;

/** Whether few enough edges are in view to be elements, by the boxes around their two cards, as React Flow judges it. */
export function isSparse(
  design: Design,
  boxes: ReadonlyMap<string, Box>,
  view: Box,
  wasSparse: boolean,
): boolean {
  const most = wasSparse ? mostElements : fewElements;
  let count = 0;
  for (const edge of edgesOf(design)) {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const x = Math.min(from.x, to.x);
    const y = Math.min(from.y, to.y);
    const width = Math.max(from.x + from.width, to.x + to.width) - x;
    const height = Math.max(from.y + from.height, to.y + to.height) - y;
    if (overlaps({ x, y, width, height }, view)) count += 1;
    if (count > most) return false;
  }
  return true;
}

/** The edges that are elements while the others are one picture: what is selected, and what begins or ends at it. */
export function edgesOfSelected(edges: readonly CanvasEdge[], selected: ReadonlySet<string>): CanvasEdge[] {
  if (selected.size === 0) return [];
  return edges
    .filter(({ id, source, target }) => selected.has(id) || selected.has(source) || selected.has(target))
    .slice(0, mostOfSelected);
}
