import { gridSize } from './fourier';
import type { Lattice } from './lattice';

/** P(variable ≤ t) from its cumulative values, straight between the middles of the cells; null beyond the grid. */
export function shareBelow(below: Float64Array, shiftMs: number, stepMs: number, tMs: number): number | null {
  const at = (tMs - shiftMs) / stepMs + 0.5;
  if (at <= 0) return 0;
  const cell = Math.floor(at);
  if (cell >= gridSize) return null;
  const before = cell === 0 ? 0 : (below[cell - 1] as number);
  return before + (at - cell) * ((below[cell] as number) - before);
}

/** A share that is missing to a percentile by rounding alone: where a jump ends just there, it is the jump's. */
const roundingSlack = 1e-9;

/** The time below which a share lies; null where the grid ends before it. */
export function gridQuantile(
  below: Float64Array,
  shiftMs: number,
  stepMs: number,
  share: number,
): number | null {
  const p = share - roundingSlack;
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
