import { kindOf } from '../catalog/index';
import type { Kind } from '../catalog/kind';
import { card, columnPitch, rowPitch, snapped } from '../layout/geometry';
import { highest, lowest } from '../math/extremes';
import { type Design, nodesOf, type Point } from '../model/schema';

/** Room that a card keeps to its neighbours, so that a taller one (a client with many flows) does not touch. */
const clearance = 40;

/**
 * Where a new node of a kind goes: in the column to the right of the node that it is added to, or in the one in which
 * nodes of its layer are there already; in the nearest row that is free, downwards first. Without such a node, right
 * of everything.
 */
export function nextColumn(design: Design, fromNodeId: string | null, kind: Kind): Point {
  const places = nodesOf(design).flatMap((node) => {
    const place = design.layout?.nodes?.[node.id];
    return place === undefined
      ? []
      : [{ ...place, layer: node.layer ?? kindOf(node.kind)?.layer ?? 'service' }];
  });
  const from = fromNodeId === null ? undefined : design.layout?.nodes?.[fromNodeId];
  if (from === undefined) {
    if (places.length === 0) return { x: 0, y: 0 };
    const right = highest(places.map((place) => place.x));
    const top = lowest(places.map((place) => place.y));
    return freeRow(places, snapped(right + columnPitch), snapped(top));
  }
  const beside = places
    .filter(
      (place) =>
        place.layer === kind.layer &&
        place.x >= from.x + card.width + clearance &&
        place.x <= from.x + 2 * columnPitch,
    )
    .map((place) => place.x);
  const x = beside.length > 0 ? lowest(beside) : from.x + columnPitch;
  return freeRow(places, snapped(x), snapped(from.y));
}

/** The nearest place above or below this one that no card but `except` takes. */
export function freePlace(design: Design, { x, y }: Point, except: ReadonlySet<string>): Point {
  const places = nodesOf(design).flatMap(({ id }) => {
    const place = design.layout?.nodes?.[id];
    return place === undefined || except.has(id) ? [] : [place];
  });
  return freeRow(places, x, y);
}

function freeRow(places: readonly Point[], x: number, y: number): Point {
  for (let row = 0; ; row = row > 0 ? -row : 1 - row) {
    const at = { x, y: y + row * rowPitch };
    if (!places.some((place) => overlaps(place, at))) return at;
  }
}

const overlaps = (a: Point, b: Point): boolean =>
  Math.abs(a.x - b.x) < card.width + clearance && Math.abs(a.y - b.y) < card.height + clearance;
