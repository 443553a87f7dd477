import { card, handleOf, overlaps, snapped } from '../layout/geometry';
import type { Box, Design, Point, Side } from '../model/schema';
import { partBoxes } from './part-boxes';

/** The side of a card that faces a point. */
export function sideTowards(box: Box, to: Point): Side {
  const dx = to.x - (box.x + box.width / 2);
  const dy = to.y - (box.y + box.height / 2);
  // Edges lead from left to right: above and below only where the point lies clearly there.
  if (Math.abs(dx) > box.width / 2 || Math.abs(dy) < box.height) return dx >= 0 ? 'right' : 'left';
  return dy >= 0 ? 'bottom' : 'top';
}

const opposite: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' };

const outwards: Readonly<Record<Side, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** The card whose middle is at a point, on the grid. */
export const cardAround = (middle: Point): Box => ({
  x: snapped(middle.x - card.width / 2),
  y: snapped(middle.y - card.height / 2),
  width: card.width,
  height: card.height,
});

export interface Dropped {
  /** The card that will be there. */
  readonly box: Box;
  /** The side of it that the edge enters by. */
  readonly toSide: Side;
}

/**
 * Where the card stands that an edge is drawn to over the free canvas: the end of the edge is the middle of the side that faces
 * its caller. Where that would cover another card it stands around the point.
 */
export function droppedPlace(design: Design, from: string, at: Point): Dropped | null {
  const boxes = partBoxes(design);
  const caller = boxes.get(from);
  if (caller === undefined) return null;
  const side = sideTowards(caller, at);
  const away = outwards[side];
  const beside = cardAround({ x: at.x + (away.x * card.width) / 2, y: at.y + (away.y * card.height) / 2 });
  const isFree = (box: Box): boolean =>
    !(design.system.nodes ?? []).some(({ id }) => {
      const other = boxes.get(id);
      return other !== undefined && overlaps(other, box);
    });
  const around = cardAround(at);
  return { box: isFree(beside) || !isFree(around) ? beside : around, toSide: opposite[side] };
}

/** How near to a side of a card an edge must end to be drawn to that side, canvas px. */
const sideReachPx = 14;

/** The side of a card that a point lies at; undefined in its middle, where the nearest side is taken. */
export function sideAt(box: Box, { x, y }: Point): Side | undefined {
  const distances: readonly (readonly [Side, number])[] = [
    ['left', x - box.x],
    ['right', box.x + box.width - x],
    ['top', y - box.y],
    ['bottom', box.y + box.height - y],
  ];
  const [nearest] = distances.toSorted((a, b) => a[1] - b[1]);
  return nearest !== undefined && nearest[1] <= sideReachPx ? nearest[0] : undefined;
}

export interface Sides {
  readonly fromSide?: Side;
  readonly toSide?: Side;
}

/**
 * The sides that an edge keeps which was drawn from a side of one card to a point of another: those of the gesture where they are
 * others than the automatic route takes, and then the nearest at the end that says none.
 */
export function drawnSides(
  from: Box,
  to: Box,
  held: Side | undefined,
  at: Point,
  automatic: readonly [Side, Side],
): Sides {
  const [usualFrom, usualTo] = automatic;
  const ended = sideAt(to, at);
  const isUsual = (held ?? usualFrom) === usualFrom && (ended ?? usualTo) === usualTo;
  if (isUsual) return {};
  const fromSide = held ?? sideTowards(from, at);
  return { fromSide, toSide: ended ?? sideTowards(to, handleOf(from, fromSide)) };
}
