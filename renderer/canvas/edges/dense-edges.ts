import { createStore } from 'zustand/vanilla';
import { type Design, type Edge, edgesOf } from '../../../shared/model/schema';
import { editorHook, perEditor } from '../../store/editors';

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

/** Whether so many edges in view are few enough to be elements. */
export const isSparse = (countInView: number, wasSparse: boolean): boolean =>
  countInView <= (wasSparse ? mostElements : fewElements);

/** The edges that are elements while the others are one picture: what is selected, and what begins or ends at it. */
export function edgesOfSelected(
  edges: readonly Pick<Edge, 'id' | 'from' | 'to'>[],
  selected: ReadonlySet<string>,
): ReadonlySet<string> {
  if (selected.size === 0) return new Set();
  const found = edges.filter(
    ({ id, from, to }) => selected.has(id) || selected.has(from) || selected.has(to),
  );
  return new Set(found.slice(0, mostOfSelected).map(({ id }) => id));
}
