import { contains, gridPx, groupPadding } from '../layout/geometry';
import type { Change } from '../model/changes';
import { collapsedParts } from '../model/collapsed';
import { own } from '../model/own';
import { type Box, type Design, groupsOf, nodesOf } from '../model/schema';
import type { BoxOf } from './membership';
import { partBoxes } from './part-boxes';

/** A box around what is inside of a group: room for its line on all sides and for its title above. */
export const framed = (inner: Box): Box => ({
  x: inner.x - groupPadding.side,
  y: inner.y - groupPadding.top,
  width: inner.width + 2 * groupPadding.side,
  height: inner.height + groupPadding.top + groupPadding.side,
});

const down = (value: number): number => Math.floor(value / gridPx) * gridPx;
const up = (value: number): number => Math.ceil(value / gridPx) * gridPx;

/** The box with each side that does not reach around `inner` moved out to the next line of the grid. */
export function around(box: Box, inner: Box): Box {
  const x = inner.x < box.x ? down(inner.x) : box.x;
  const y = inner.y < box.y ? down(inner.y) : box.y;
  const [right, innerRight] = [box.x + box.width, inner.x + inner.width];
  const [bottom, innerBottom] = [box.y + box.height, inner.y + inner.height];
  return {
    x,
    y,
    width: (innerRight > right ? up(innerRight) : right) - x,
    height: (innerBottom > bottom ? up(innerBottom) : bottom) - y,
  };
}

/** The box with all its sides on the grid, none of them further in. */
export function outwards(box: Box): Box {
  const [x, y] = [down(box.x), down(box.y)];
  return { x, y, width: up(box.x + box.width) - x, height: up(box.y + box.height) - y };
}

/**
 * The boxes of the groups that must grow so that these parts, which are in `boxes`, have room in the groups that they are members
 * of: those groups, and the ones around them. A group never shrinks by this, and a collapsed one stays as it is.
 */
export function grownGroups(
  design: Design,
  boxes: BoxOf,
  ids: Iterable<string>,
): Readonly<Record<string, Box>> {
  const parents = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
  const wanted = new Set(ids);
  const { shown, within } = collapsedParts(design);
  const grown = new Map<string, Box>();
  const grow = (inner: Box, group: string | undefined): void => {
    let held = framed(inner);
    for (let id = group, up = 0; id !== undefined && up <= parents.size; id = parents.get(id), up += 1) {
      const box = grown.get(id) ?? own(design.layout?.groups, id);
      if (box === undefined || shown.has(id) || within.has(id) || contains(box, held)) return;
      const { x, y, width, height } = around(box, held);
      const next = { ...box, x, y, width, height };
      grown.set(id, next);
      held = framed(next);
    }
  };
  for (const { id, group } of nodesOf(design)) {
    const box = wanted.has(id) ? boxes.get(id) : undefined;
    if (box !== undefined) grow(box, group);
  }
  for (const { id, parent } of groupsOf(design)) {
    const box = wanted.has(id) ? (grown.get(id) ?? boxes.get(id)) : undefined;
    if (box !== undefined) grow(box, parent);
  }
  return Object.fromEntries(grown);
}

/** The change by which groups grow around new members of theirs; none where these have room. */
export function growth(design: Design, ids: readonly string[]): readonly Change[] {
  const boxes = grownGroups(design, partBoxes(design), ids);
  return Object.keys(boxes).length === 0 ? [] : [{ op: 'place', boxes }];
}
