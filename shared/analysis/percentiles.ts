import { gridSize } from '../math/fourier';
import { cumulative, gridQuantile, type Lattice, shareBelow } from '../math/lattice';

/** Grids have a step of 8^level ms, so that all flows of a design share the grids of its stations. */
export const stepOf = (level: number): number => 8 ** level;

/** The finest level whose grid reaches `reachMs`. */
export const levelReaching = (reachMs: number): number =>
  Math.ceil(Math.log(reachMs / gridSize) / Math.log(8) - 1e-9);

/** Cells below a percentile, at the least: its error stays below half of one. */
const finest = 128;

interface Read {
  readonly below: Float64Array;
  readonly shiftMs: number;
}

/** Percentiles and shares of a time whose distribution can be had on any grid. */
export interface Reader {
  /** The time below which a share `p` of the requests stays. */
  readonly quantile: (p: number) => number;
  /** The share of the requests that take at most `tMs`. */
  readonly below: (tMs: number) => number;
}

/** Reads a distribution with this mean; each grid is asked for once. */
export function readerOf(latticeAt: (level: number) => Lattice, meanMs: number): Reader {
  const known = new Map<number, Read>();
  const readAt = (level: number): Read => {
    const found = known.get(level);
    if (found !== undefined) return found;
    const lattice = latticeAt(level);
    const read = { below: cumulative(lattice), shiftMs: lattice.shiftMs };
    known.set(level, read);
    return read;
  };
  const first = levelReaching(4 * meanMs);
  const least = levelReaching(meanMs * 1e-6);
  const quantile = (p: number): number => {
    if (!(meanMs > 0)) return 0;
    let coarser: number | null = null;
    for (let level = first; ; ) {
      const { below, shiftMs } = readAt(level);
      const value = gridQuantile(below, shiftMs, stepOf(level), p);
      if (value === null && coarser !== null) return coarser;
      if (value === null) {
        level += 1;
        if (level > first + 40) return shiftMs + gridSize * stepOf(level);
        continue;
      }
      if (value >= finest * stepOf(level) || level <= least) return value;
      coarser = value;
      level -= 1;
    }
  };
  const below = (tMs: number): number => {
    if (!(meanMs > 0)) return 1;
    if (!(tMs > 0)) return 0;
    for (let level = Math.max(least, levelReaching(tMs)); ; level++) {
      const { below: values, shiftMs } = readAt(level);
      const share = shareBelow(values, shiftMs, stepOf(level), tMs);
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
