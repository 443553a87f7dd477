import { gridSize } from './fourier';
import {
  alignedCumulative,
  convolve,
  cumulative,
  fromCumulative,
  type Lattice,
  nothing,
  settled,
  spectrumOf,
} from './lattice';

/**
 * By how much the first of two independent variables is more than the second, 0 where it is not. What of the first lies beyond
 * the grid stays beyond it.
 */
export function excess(of: Lattice, over: Lattice, stepMs: number): Lattice {
  if (over.spectrum === null && over.shiftMs <= of.shiftMs)
    return { ...of, shiftMs: of.shiftMs - over.shiftMs };
  if (of.spectrum === null && over.spectrum === null) return nothing;
  const originMs = Math.min(of.shiftMs, over.shiftMs);
  const below = alignedCumulative(of, originMs, stepMs);
  // Counted from the end of the grid, what is more than 0 comes first, where it is exact.
  const fromEnd = new Float64Array(gridSize);
  for (let k = 0; k < gridSize; k++)
    fromEnd[gridSize - 1 - k] = (below[k] as number) - (k === 0 ? 0 : (below[k - 1] as number));
  const reversed: Lattice = { shiftMs: 0, spectrum: spectrumOf(fromEnd), lostMs2: 0 };
  const other = settled({ ...over, shiftMs: over.shiftMs - originMs }, stepMs);
  const atLeast = cumulative(convolve(reversed, other));
  const total = below[gridSize - 1] as number;
  const share = new Float64Array(gridSize);
  for (let k = 0; k < gridSize - 1; k++) share[k] = total - (atLeast[gridSize - 2 - k] as number);
  share[gridSize - 1] = total;
  return fromCumulative(0, share);
}

/** The slowest of `whole` independent copies, one at the least, and of one more with probability `fraction`. */
export function slowestCopy(lattice: Lattice, whole: number, fraction: number): Lattice {
  if (lattice.spectrum === null || (whole === 1 && fraction === 0)) return lattice;
  const below = cumulative(lattice);
  for (let k = 0; k < gridSize; k++) {
    const share = Math.min(1, Math.max(0, below[k] as number));
    below[k] = share ** whole * (1 - fraction + fraction * share);
  }
  return fromCumulative(lattice.shiftMs, below);
}
