import { card } from '../layout/geometry';
import type { Point } from '../model/schema';

/** Room between two cards, px: as much as an edge and its label need at the least. */
const gapPx = 52;
const least = { x: card.width + gapPx, y: card.height + gapPx } as const;

/** More than this is no sketch that is a little tight, but parts drawn over each other. */
const mostFactor = 4;

/**
 * The points moved apart from their common middle, all by one factor, so that cards around them do not cover each other: a
 * sketch is often drawn tighter than cards are wide. The very points where they are far enough apart.
 */
export function spreadMiddles(points: readonly Point[]): readonly Point[] {
  const factor = factorFor(points);
  if (factor === 1) return points;
  const count = points.length;
  const middle = {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
  return points.map(({ x, y }) => ({
    x: middle.x + (x - middle.x) * factor,
    y: middle.y + (y - middle.y) * factor,
  }));
}

function factorFor(points: readonly Point[]): number {
  let factor = 1;
  const sorted = points.toSorted((a, b) => a.x - b.x);
  for (const [at, a] of sorted.entries()) {
    for (let next = at + 1; next < sorted.length; next += 1) {
      const b = sorted[next];
      // Those further on are further to the right.
      if (b === undefined || b.x - a.x >= least.x) break;
      factor = Math.max(factor, neededFor(b.x - a.x, Math.abs(b.y - a.y)));
    }
  }
  return Math.min(factor, mostFactor);
}

/** What brings two cards apart by the axis that takes less; parts at one place stay there, whatever the factor. */
function neededFor(dx: number, dy: number): number {
  if (dy >= least.y || (dx === 0 && dy === 0)) return 1;
  return Math.min(dx === 0 ? Infinity : least.x / dx, dy === 0 ? Infinity : least.y / dy);
}
