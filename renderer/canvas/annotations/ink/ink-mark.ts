import { counts } from '../../../../shared/model/limits';
import type { NewMark } from '../add-annotation';
import { type InkPoint, simplified } from './simplify';

/** Two thirds of a pixel cannot be seen, and leave a tenth of the points. */
const tolerancePx = 0.6;
const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A stroke as it is kept: simplified, from its upper left, each point from the one before, in tenths of a pixel. */
export function inkMark(points: readonly InkPoint[], hasPressure: boolean): NewMark {
  const kept = simplified(points, tolerancePx).slice(0, counts.inkNumbers / 2);
  const left = Math.min(...kept.map(({ x }) => x));
  const top = Math.min(...kept.map(({ y }) => y));
  const path: number[] = [];
  // What is rounded off a step is made up for by the next, so that errors do not add up.
  let [x, y] = [0, 0];
  for (const point of kept) {
    const [dx, dy] = [tenth(point.x - left - x), tenth(point.y - top - y)];
    path.push(dx, dy);
    x += dx;
    y += dy;
  }
  const pressures = hasPressure
    ? { pressures: kept.map(({ pressure }) => Math.round(pressure * 100) / 100) }
    : {};
  return { kind: 'ink', x: tenth(left), y: tenth(top), path, ...pressures };
}
