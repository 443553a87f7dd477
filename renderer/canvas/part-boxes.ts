import { markBoxes, nodeBoxes } from '../../shared/diagram/geometry';
import type { Box, Design, Layout, Point, System } from '../../shared/model/schema';
import { resolvedOf } from '../store/report';

export { boundsOf, overlaps } from '../../shared/diagram/geometry';

interface Known {
  readonly layout: Layout | undefined;
  readonly boxes: ReadonlyMap<string, Box>;
}

const knownBySystem = new WeakMap<System, Known>();
const nowhere: Readonly<Record<string, Point>> = {};

/** The box of every group, node and mark by its id, worked out once per system and layout. */
export function partBoxes(design: Design): ReadonlyMap<string, Box> {
  const known = knownBySystem.get(design.system);
  if (known !== undefined && known.layout === design.layout) return known.boxes;
  const boxes = new Map<string, Box>([
    ...Object.entries(design.layout?.groups ?? {}),
    ...nodeBoxes(resolvedOf(design).design, design.layout?.nodes ?? nowhere),
    ...markBoxes(design),
  ]);
  knownBySystem.set(design.system, { layout: design.layout, boxes });
  return boxes;
}

/** Whether a box lies wholly in another. */
export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export const middleOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

export const holds = (box: Box, point: Point): boolean =>
  point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
