import type { Point } from '../model/schema';
import { labelHeight } from './label-places';
import type { Route } from './route';

/** The distance of a point from a line between two others. */
function distanceTo({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}

/** No label is taken to be wider than this, canvas px, however much room it has. */
const widestLabel = 120;

function isOnLabel({ label }: Route, { x, y }: Point): boolean {
  if (label === null) return false;
  const width = Math.min(label.room, widestLabel);
  return Math.abs(x - label.x) <= width / 2 && Math.abs(y - label.y) <= labelHeight / 2;
}

/** The edge whose line or label is at a point, the nearest within `reach` canvas px; null where there is none. */
export function edgeAt(routes: ReadonlyMap<string, Route>, point: Point, reach: number): string | null {
  let found: string | null = null;
  let nearest = reach;
  for (const [id, route] of routes) {
    if (isOnLabel(route, point)) return id;
    for (let index = 1; index < route.points.length; index += 1) {
      const [a, b] = [route.points[index - 1], route.points[index]];
      const distance = a === undefined || b === undefined ? reach + 1 : distanceTo(point, a, b);
      if (distance > nearest || (distance === nearest && found !== null)) continue;
      found = id;
      nearest = distance;
    }
  }
  return found;
}
