import { gridSize } from '../math/fourier';
import { gridQuantile, quantileError, shareBelow } from '../math/grid-quantile';
import { cumulative, type Lattice } from '../math/lattice';

/** Grids have a step of 4^level ms, so that all flows of a design share the grids of its stations. */
export const stepOf = (level: number): number => 4 ** level;

/** The finest level whose grid reaches `reachMs`. */
export const levelReaching = (reachMs: number): number =>
  Math.max(finestLevel, Math.ceil(Math.log(reachMs / gridSize) / Math.log(4) - 1e-9));

/** A step of 10⁻²⁴¹ ms: times near the least that a number can hold divide no further. */
const finestLevel = -400;

/** Cells below a percentile with which its error, half of one at the most, is always small enough. */
const enoughCells = 128;
/** Relative error up to which a percentile is read from fewer cells, where the distribution is smooth there. */
const toleratedError = 1e-3;

/** Whether a percentile that was read from a grid is within the error that is tolerated. */
export function isCloseEnough(below: Float64Array, lattice: Lattice, stepMs: number, value: number): boolean {
  if (value >= enoughCells * stepMs) return true;
  if (value < stepMs) return false;
  return quantileError(below, lattice, stepMs, value) <= toleratedError * value;
}

interface Read {
  readonly below: Float64Array;
  readonly lattice: Lattice;
}

/** Percentiles and shares of a time whose distribution can be had on any grid. */
export interface Reader {
  /** The time below which a share `p` of the requests stays. */
  readonly quantile: (p: number) => number;
  /** The share of the requests that take at most `tMs`. */
  readonly below: (tMs: number) => number;
}

/** Times the mean beyond which few distributions have a percentile that is shown. */
const usualReach = 7;

const mostLevels = 40;
/** A share that may be missing to a percentile by rounding alone. */
const missingByRounding = 1e-9;
/** Cells of the first grid beyond which it does not matter where just a distribution begins. */
const farCells = 128;
/** Relative difference up to which two times are the same. */
const sameTime = 1e-9;
/** With a service time of cv 3, of which the most are very short, 10⁻³⁰ of the mean is reached by a share of 10⁻³. */
const levelsToNothing = 40;

/** Nodes and calls of a flow up to which its percentiles are read from as fine a grid as they need. */
const mostFine = 50_000;
/** Those up to which they are read at all. */
const mostRead = 2_000_000;

/** How closely a distribution of so many parts can be read: from fine grids, from the first one alone, or not at all. */
export type Detail = 'fine' | 'coarse' | 'none';
export const detailOf = (parts: number): Detail =>
  parts <= mostFine ? 'fine' : parts <= mostRead ? 'coarse' : 'none';

/**
 * Reads a distribution with this mean; each grid is requested once. A coarse reader reads all from the first grid, whose cells
 * are some hundredths of the mean, and from coarser ones what that does not reach.
 */
export function readerOf(
  latticeAt: (level: number) => Lattice,
  meanMs: number,
  detail: Exclude<Detail, 'none'> = 'fine',
): Reader {
  const known = new Map<number, Read>();
  const readAt = (level: number): Read => {
    const found = known.get(level);
    if (found !== undefined) return found;
    const lattice = latticeAt(level);
    const read = { below: cumulative(lattice), lattice };
    known.set(level, read);
    return read;
  };
  const first = levelReaching(usualReach * meanMs);
  // A mean so small that its millionth is no number has grids enough all the same.
  const least = detail === 'coarse' ? first : Math.max(levelReaching(meanMs * 1e-6), first - mostLevels);
  /**
   * The least time, and the share that takes exactly that: all that a grid shows which reaches next to nothing beyond it. On
   * coarser grids a distribution begins a little later, so that its mean stays.
   */
  const begin = () => {
    const { below, lattice } = readAt(detail === 'coarse' ? least : least - levelsToNothing);
    return { atMs: Math.max(0, lattice.shiftMs), share: Math.min(1, Math.max(0, below[0] as number)) };
  };
  const quantile = (p: number): number => {
    if (!(meanMs > 0)) return 0;
    // Each level reaches four times as far; forty of them beyond the first reach all that there is.
    let coarser: number | null = null;
    for (let level = first; ; ) {
      const { below, lattice } = readAt(level);
      const { shiftMs } = lattice;
      const value = gridQuantile(below, shiftMs, stepOf(level), p);
      if (value === null && coarser !== null) return coarser;
      if (value === null) {
        level += 1;
        if (level > first + 40) return shiftMs + gridSize * stepOf(level);
        continue;
      }
      if (value - shiftMs < stepOf(level) && begin().share >= p - missingByRounding) return begin().atMs;
      if (level <= least || isCloseEnough(below, lattice, stepOf(level), value)) return value;
      coarser = value;
      level -= 1;
    }
  };
  const below = (tMs: number): number => {
    if (!(meanMs > 0)) return 1;
    const coarseMs = readAt(first).lattice.shiftMs;
    const isFar = tMs - coarseMs > farCells * stepOf(first);
    const beginMs = isFar ? coarseMs : begin().atMs;
    const pastMs = tMs - beginMs;
    const isBegin = Math.abs(pastMs) <= sameTime * Math.max(tMs, beginMs);
    if (pastMs < 0 && !isBegin) return 0;
    if (isBegin) return begin().share;
    for (let level = Math.max(least, levelReaching(pastMs)); ; level++) {
      const { below: values, lattice } = readAt(level);
      const share = shareBelow(values, lattice.shiftMs, stepOf(level), tMs);
      if (share !== null) return Math.min(1, Math.max(0, share));
    }
  };
  return { quantile, below };
}

/** Percentiles of rising shares; where two are read from different grids, the later is not below the earlier. */
export function percentilesOf(quantile: (p: number) => number, shares: readonly number[]): readonly number[] {
  let last = 0;
  return shares.map((p) => {
    last = Math.max(last, quantile(p));
    return last;
  });
}

/** The shares of which figures are shown. */
export const shownShares = [0.5, 0.95, 0.99, 0.999] as const;
