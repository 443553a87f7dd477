import { gridSize } from './fourier';
import type { Lattice } from './lattice';

/** Mass around a time, times that of the next cell, from which on it is a jump of the distribution. */
const steep = 9;
const leastMass = 1e-9;
/** The next cell's share of it up to which all of the mass is at one time, and not at the begin of a steep slope. */
const nextToOnePoint = 0.05;

/**
 * P(variable ≤ t) from its cumulative values, straight between the middles of the cells; null beyond the grid. Mass at the
 * time itself counts in full, and a slope that is steep there has only begun.
 */
export function shareBelow(below: Float64Array, shiftMs: number, stepMs: number, tMs: number): number | null {
  const at = (tMs - shiftMs) / stepMs + 0.5;
  if (at <= 0) return 0;
  const cell = Math.floor(at);
  if (cell >= gridSize) return null;
  const upTo = (end: number): number => (end < 0 ? 0 : (below[Math.min(end, gridSize - 1)] as number));
  const around = upTo(cell + 1) - upTo(cell - 2);
  const after = upTo(cell + 2) - upTo(cell + 1);
  const before = upTo(cell - 2) - upTo(cell - 3);
  if (cell >= 3 && cell + 2 < gridSize && around > steep * Math.max(after, before) && around > leastMass)
    return after < nextToOnePoint * around ? upTo(cell + 1) : upTo(cell - 2);
  return upTo(cell - 1) + (at - cell) * (upTo(cell) - upTo(cell - 1));
}

/** The time below which a share `p` lies; null where the grid ends before it. */
export function gridQuantile(below: Float64Array, shiftMs: number, stepMs: number, p: number): number | null {
  if ((below[gridSize - 1] as number) < p) return null;
  let low = 0;
  let high = gridSize - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((below[middle] as number) >= p) high = middle;
    else low = middle + 1;
  }
  const before = low === 0 ? 0 : (below[low - 1] as number);
  const mass = (below[low] as number) - before;
  const part = mass > 0 ? (p - before) / mass : 1;
  return Math.max(0, shiftMs + (low - 0.5 + part) * stepMs);
}

/**
 * About how far a quantile that was read from a grid may be off, ms: by straight lines between the cells, and by the variance
 * that rounding took, which moves a quantile by variance ÷ 2 × slope of the density ÷ density. Infinite where the density jumps.
 */
export function quantileError(below: Float64Array, lattice: Lattice, stepMs: number, value: number): number {
  const cell = Math.round((value - lattice.shiftMs) / stepMs);
  if (cell < 3 || cell + 2 >= gridSize) return Number.POSITIVE_INFINITY;
  const massOf = (at: number) => (below[at] as number) - (below[at - 1] as number);
  const mass = massOf(cell);
  const unevenness = Math.max(Math.abs(massOf(cell + 1) - mass), Math.abs(mass - massOf(cell - 1)));
  const widest = Math.max(
    unevenness,
    Math.abs(massOf(cell + 2) - massOf(cell + 1)),
    Math.abs(massOf(cell - 1) - massOf(cell - 2)),
  );
  if (!(mass > 0) || widest > mass / 2) return Number.POSITIVE_INFINITY;
  const byRounding = (Math.abs(lattice.lostMs2) * widest) / (2 * mass * stepMs);
  return (stepMs * widest) / (8 * mass) + byRounding;
}
