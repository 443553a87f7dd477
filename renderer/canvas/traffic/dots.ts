import type { Box, Point } from '../../../shared/model/schema';

/** The dots of an edge: so many, each this fast. */
export interface Pace {
  readonly gapPx: number;
  readonly pxPerSecond: number;
}

/** Between the dots of an edge with one call a second, and of one with a million or more. */
const widestGapPx = 160;
const narrowestGapPx = 18;
const slowest = 40;
const fastest = 150;

/** How close and how fast dots follow each other at a rate, by its logarithm; null where nothing is called. */
export function paceOf(rps: number): Pace | null {
  if (!(rps > 0)) return null;
  const part = Math.min(1, Math.max(0, Math.log10(rps) / 6));
  return {
    gapPx: widestGapPx * (narrowestGapPx / widestGapPx) ** part,
    pxPerSecond: slowest + (fastest - slowest) * part,
  };
}

/** A line with the length up to each of its points. */
export interface Track {
  readonly points: readonly Point[];
  readonly lengths: readonly number[];
  readonly length: number;
  readonly bounds: Box;
}

export function trackOf(points: readonly Point[]): Track {
  let length = 0;
  const lengths = points.map((point, at) => {
    const before = points[at - 1] ?? point;
    length += Math.hypot(point.x - before.x, point.y - before.y);
    return length;
  });
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {
    points,
    lengths,
    length,
    bounds: { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y },
  };
}

/** Calls `draw` with every dot of a line at a time, from its beginning on. */
export function eachDot(
  { points, lengths, length }: Track,
  { gapPx, pxPerSecond }: Pace,
  seconds: number,
  draw: (x: number, y: number) => void,
): void {
  let piece = 1;
  for (let at = (seconds * pxPerSecond) % gapPx; at < length; at += gapPx) {
    while (piece < lengths.length - 1 && (lengths[piece] ?? 0) < at) piece += 1;
    const [a, b] = [points[piece - 1], points[piece]];
    if (a === undefined || b === undefined) return;
    const start = lengths[piece - 1] ?? 0;
    const run = (lengths[piece] ?? 0) - start;
    const part = run === 0 ? 0 : (at - start) / run;
    draw(a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part);
  }
}
