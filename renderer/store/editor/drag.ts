import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Guides, noGuides } from '../../../shared/layout/guides';
import type { Change } from '../../../shared/model/changes';
import type { Box, Point, Side } from '../../../shared/model/schema';

/**
 * Where parts stand while they are being dragged or resized. It is laid over the document's layout for drawing and
 * becomes one edit when the pointer is released.
 */
export interface DragState {
  readonly active: boolean;
  readonly places: Readonly<Record<string, Point>>;
  readonly boxes: Readonly<Record<string, Box>>;
  /** What is dragged is a copy, which stands here; what it is copied from stays. */
  readonly copies: Readonly<Record<string, Box>>;
  /** What is dragged or resized is aligned to these. */
  readonly guides: Guides;
  /** The group that would take in what is dragged. */
  readonly target: string | null;
  /** The card under the end of a connection that is being drawn. */
  readonly connectTo: string | null;
  /** The node a connection is being drawn from. */
  readonly connectFrom: string | null;
  /** The side of that node which it is drawn from; null where the gesture says none. */
  readonly connectSide: Side | null;
  /** The edge that what is dragged would be inserted on. */
  readonly dropEdge: string | null;
  /** What dropping a kind from the palette where it is would change; null over the empty canvas. */
  readonly dropChanges: readonly Change[] | null;
  /** The part under the pointer. */
  readonly hovered: string | null;
}

const resting: DragState = {
  active: false,
  places: {},
  boxes: {},
  copies: {},
  guides: noGuides,
  target: null,
  connectTo: null,
  connectFrom: null,
  connectSide: null,
  dropEdge: null,
  dropChanges: null,
  hovered: null,
};

export interface Drag {
  readonly drag: StoreApi<DragState>;
  readonly endDrag: () => void;
}

export function createDrag(): Drag {
  const drag = createStore<DragState>(() => resting);
  return { drag, endDrag: () => drag.setState(({ hovered }) => ({ ...resting, hovered })) };
}
