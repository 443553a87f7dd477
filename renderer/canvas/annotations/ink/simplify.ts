import type { Point } from '../../../../shared/model/schema';

export interface InkPoint extends Point {
  readonly pressure: number;
}

/** The distance of a point from the line between two others. */
function distanceToLine({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - a.x, y - a.y);
  return Math.abs(dy * x - dx * y + b.x * a.y - b.y * a.x) / length;
}

/**
 * A line without the points that lie nearer than `tolerancePx` to what is left of it (Douglas and Peucker, 1973). By a stack of
 * its own: a long stroke would exhaust that of calls.
 */
export function simplified<P extends Point>(points: readonly P[], tolerancePx: number): readonly P[] {
  const kept = new Set([0, points.length - 1]);
  const runs: (readonly [number, number])[] = [[0, points.length - 1]];
  for (let run = runs.pop(); run !== undefined; run = runs.pop()) {
    const [start, end] = run;
    const [a, b] = [points[start], points[end]];
    if (a === undefined || b === undefined) continue;
    let [farthest, most] = [-1, tolerancePx];
    for (let at = start + 1; at < end; at += 1) {
      const point = points[at];
      const distance = point === undefined ? 0 : distanceToLine(point, a, b);
      if (distance > most) [farthest, most] = [at, distance];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    runs.push([start, farthest], [farthest, end]);
  }
  return points.filter((_point, at) => kept.has(at));
}
