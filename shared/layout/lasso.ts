import type { Box, Point } from '../model/schema';

/** Whether a point lies in a polygon, given by its corners in turn; where its lines cross, what they go around twice is outside. */
export function holdsPoint(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false;
  polygon.forEach((b, index) => {
    const a = polygon.at(index - 1) ?? b;
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)) inside = !inside;
  });
  return inside;
}

/** Whether all corners of a box lie in a polygon. */
export const holdsBox = (polygon: readonly Point[], { x, y, width, height }: Box): boolean =>
  [0, width].every((dx) => [0, height].every((dy) => holdsPoint(polygon, { x: x + dx, y: y + dy })));
