import { highest, lowest } from '../../math/extremes';
import type { Box, Mark, Point } from '../../model/schema';
import { type Annotation, ownBox } from './annotation';

export const inkStrokePx = 4;

/** The points of a stroke from the upper left of its box, as it was drawn: before it was resized. */
export function inkPoints({ path = [] }: Mark): readonly Point[] {
  const points: Point[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 1 < path.length; at += 2) {
    x += path[at] ?? 0;
    y += path[at + 1] ?? 0;
    points.push({ x, y });
  }
  return points;
}

/** The size of a stroke as it was drawn, px. */
export function inkExtent(points: readonly Point[]): { readonly width: number; readonly height: number } {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    width: Math.max(1, highest(xs, 0) - lowest(xs, 0)),
    height: Math.max(1, highest(ys, 0) - lowest(ys, 0)),
  };
}

const boxOf = (mark: Mark): Box => ownBox(mark, inkExtent(inkPoints(mark)));

/** The points of a stroke from the upper left of its box, at the size that the box has. */
export function placedInk(mark: Mark): readonly Point[] {
  const points = inkPoints(mark);
  const drawn = inkExtent(points);
  const { width, height } = boxOf(mark);
  const [across, down] = [width / drawn.width, height / drawn.height];
  return across === 1 && down === 1 ? points : points.map(({ x, y }) => ({ x: x * across, y: y * down }));
}

/** A freehand stroke. */
export const ink = {
  id: 'ink',
  linesOf: () => [],
  boxOf,
  isText: false,
  outlineOf: () => null,
  isOpen: true,
  overhangPx: ({ strokePx = inkStrokePx }) => strokePx,
  isContainer: false,
} as const satisfies Annotation;
