import { routeEdgesOf, routesOf } from '../../../shared/diagram/route';
import { type ReconnectArguments, reconnect } from '../../../shared/edits/edges';
import { handleOf } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import {
  type Box,
  type Design,
  type Edge,
  edgesOf,
  type Point,
  type Side,
} from '../../../shared/model/schema';
import { sides } from '../../../shared/model/vocabulary';
import type { Editor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { shownDesign } from '../lanes/shown';
import { partBoxes } from '../part-boxes';
import { perform } from '../perform';
import { canvasPointAt } from '../viewport';
import { cardAt } from './card-at';
import { gesturesOf, type Pointer } from './gestures';

/** An end of an edge: at its caller or its callee. */
export type End = 'from' | 'to';

/** px of the screen that a press on an end may move without meaning a reconnection. */
const dragThresholdPx = 4;
/** px from a side of a card within which a drop means that side; farther in, the nearest is taken by itself. */
const sideReachPx = 22;

const distanceTo = (box: Box, side: Side, { x, y }: Point): number => {
  switch (side) {
    case 'left':
      return Math.abs(x - box.x);
    case 'right':
      return Math.abs(x - box.x - box.width);
    case 'top':
      return Math.abs(y - box.y);
    case 'bottom':
      return Math.abs(y - box.y - box.height);
  }
};

/** The side of a card that a point is at; null well inside. */
export function sideAt(box: Box, point: Point): Side | null {
  const [nearest] = sides.toSorted((a, b) => distanceTo(box, a, point) - distanceTo(box, b, point));
  return nearest !== undefined && distanceTo(box, nearest, point) <= sideReachPx ? nearest : null;
}

/** What dropping an end at a point asks for; null over the empty canvas and over the card at the other end. */
function wantedAt(editor: Editor, edge: Edge, end: End, at: Point): ReconnectArguments | null {
  const design = shownDesign(editor);
  const card = cardAt(editor, at, end === 'from' ? edge.to : edge.from);
  const box = design === null || card === null ? undefined : partBoxes(design).get(card);
  if (card === null || box === undefined) return null;
  const side = sideAt(box, at);
  return end === 'from'
    ? { id: edge.id, from: card, fromSide: side }
    : { id: edge.id, to: card, toSide: side };
}

/** The line that the edge would have after a reconnection, by the routing that draws it then; null where it is refused. */
function pathAfter(design: Design, wanted: ReconnectArguments): string | null {
  const result = reconnect(design, wanted);
  if (!result.ok) return null;
  const after = applyChanges(design, result.edit.changes);
  const edges = routeEdgesOf(after, resolvedOf(after).design);
  // Only what shares a card with it spreads its ends: the others change nothing of its line that shows while it is dragged.
  const own = edges.find(({ id }) => id === wanted.id);
  const near = edges.filter(
    ({ from, to }) => own !== undefined && [from, to].some((id) => id === own.from || id === own.to),
  );
  return routesOf(near, partBoxes(after), () => []).get(wanted.id)?.path ?? null;
}

/** Drags an end of an edge to another card, or to another side of its own. */
export function beginReconnection(editor: Editor, id: string, end: End, start: Pointer): void {
  const design = shownDesign(editor);
  const edge = design === null ? undefined : edgesOf(design).find((one) => one.id === id);
  if (design === null || edge === undefined) return;
  const fixed = partBoxes(design).get(end === 'from' ? edge.to : edge.from);
  const gestures = gesturesOf(editor);
  const { drag } = editor;
  const rest = (): void => drag.setState({ connectTo: null });
  const isMoved = ({ clientX, clientY }: Pointer) =>
    Math.hypot(clientX - start.clientX, clientY - start.clientY) >= dragThresholdPx;
  let known: { readonly key: string; readonly path: string | null } | null = null;
  gestures.begin({
    name: 'reconnect',
    pullsView: true,
    move(pointer) {
      if (!isMoved(pointer)) return;
      const at = canvasPointAt(editor, pointer.clientX, pointer.clientY);
      const wanted = wantedAt(editor, edge, end, at);
      const over = wanted === null ? null : (wanted[end] ?? null);
      if (over !== drag.getState().connectTo) drag.setState({ connectTo: over });
      const key = JSON.stringify(wanted);
      if (known?.key !== key) known = { key, path: wanted === null ? null : pathAfter(design, wanted) };
      const anchor = fixed === undefined ? at : handleOf(fixed, at.x < fixed.x ? 'left' : 'right');
      const points = end === 'from' ? [at, anchor] : [anchor, at];
      gestures.show({ kind: 'reconnect', edge: id, end, at, points, path: known.path });
    },
    finish(pointer) {
      rest();
      if (!isMoved(pointer)) return;
      const wanted = wantedAt(editor, edge, end, canvasPointAt(editor, pointer.clientX, pointer.clientY));
      if (wanted !== null) perform(editor, reconnect(design, wanted));
    },
    cancel: rest,
  });
}
