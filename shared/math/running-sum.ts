import { gridSize, rootIm, rootRe } from './fourier';
import { damping, emptySpectrum, half, type Lattice, nothing, radius, type Spectrum } from './lattice';
import { count } from './work';

/** A sum of independent variables that is built up in place, so that long sums leave no spectra behind. */
export interface RunningSum {
  shiftMs: number;
  lostMs2: number;
  spectrum: Spectrum | null;
  /** Whether the spectrum is its own to change. */
  owned: boolean;
}

/** A sum that begins with a lattice; `owned` where its spectrum may be changed. */
export const runningSum = ({ shiftMs, lostMs2, spectrum }: Lattice, owned = false): RunningSum => ({
  shiftMs,
  lostMs2,
  spectrum,
  owned: owned && spectrum !== null,
});

/** Adds an independent variable that is there with `probability`, else 0. */
export function addTo(sum: RunningSum, lattice: Lattice, probability: number, stepMs: number): void {
  if (probability >= 1) {
    sum.shiftMs += lattice.shiftMs;
    sum.lostMs2 += lattice.lostMs2;
    if (lattice.spectrum === null) return;
    if (sum.spectrum === null) {
      sum.spectrum = lattice.spectrum;
      sum.owned = false;
    } else multiplyInto(sum, lattice.spectrum, 0, 1, 0);
    return;
  }
  const offset = lattice.shiftMs / stepMs;
  const whole = Math.floor(offset);
  const part = offset - whole;
  sum.lostMs2 += probability * (lattice.lostMs2 - part * (1 - part) * stepMs * stepMs);
  multiplyInto(sum, lattice.spectrum, whole, probability, part);
}

/** sum × (1 − p + p · z^whole · (1 − part + part · z) · factor), in place where the spectrum is its own. */
function multiplyInto(
  sum: RunningSum,
  factor: Spectrum | null,
  whole: number,
  p: number,
  part: number,
): void {
  const from = sum.spectrum;
  const isShifted = whole > 0 || part > 0;
  if (!isShifted && factor === null) return;
  count(half);
  const to = from !== null && sum.owned ? from : emptySpectrum();
  if (!isShifted && factor !== null) multiplyEach(from, factor, p, to);
  else multiplyShifted(from, factor, whole, p, part, to);
  sum.spectrum = to;
  sum.owned = true;
}

/** from × (1 − p + p · factor). */
function multiplyEach(from: Spectrum | null, factor: Spectrum, p: number, to: Spectrum): void {
  const { re: factorRe, im: factorIm } = factor;
  const { re: toRe, im: toIm } = to;
  const rest = 1 - p;
  if (from === null) {
    for (let j = 0; j <= half; j++) {
      toRe[j] = rest + p * (factorRe[j] as number);
      toIm[j] = p * (factorIm[j] as number);
    }
    return;
  }
  const { re: fromRe, im: fromIm } = from;
  for (let j = 0; j <= half; j++) {
    const fr = rest + p * (factorRe[j] as number);
    const fi = p * (factorIm[j] as number);
    const xr = fromRe[j] as number;
    const xi = fromIm[j] as number;
    toRe[j] = xr * fr - xi * fi;
    toIm[j] = xr * fi + xi * fr;
  }
}

function multiplyShifted(
  from: Spectrum | null,
  factor: Spectrum | null,
  whole: number,
  p: number,
  part: number,
  to: Spectrum,
): void {
  const amplitude = whole >= gridSize ? 0 : p * (damping[whole] as number);
  for (let j = 0, turn = 0; j <= half; j++, turn = (turn + whole) & (gridSize - 1)) {
    const fr = factor === null ? 1 : (factor.re[j] as number);
    const fi = factor === null ? 0 : (factor.im[j] as number);
    const zr = 1 - part + part * radius * (rootRe[j] as number);
    const zi = part * radius * (rootIm[j] as number);
    const wr = rootRe[turn] as number;
    const wi = rootIm[turn] as number;
    const sr = zr * wr - zi * wi;
    const si = zr * wi + zi * wr;
    const gr = 1 - p + amplitude * (fr * sr - fi * si);
    const gi = amplitude * (fr * si + fi * sr);
    const xr = from === null ? 1 : (from.re[j] as number);
    const xi = from === null ? 0 : (from.im[j] as number);
    to.re[j] = xr * gr - xi * gi;
    to.im[j] = xr * gi + xi * gr;
  }
}

/** The lattice with `probability`, else 0. */
export function perhaps(lattice: Lattice, probability: number, stepMs: number): Lattice {
  if (probability >= 1) return lattice;
  const sum = runningSum(nothing);
  addTo(sum, lattice, probability, stepMs);
  return sum;
}
