import { gridSize, realInverse, realTransform, rootIm, rootRe } from './fourier';
import { count } from './work';

/**
 * Distributions on a grid of `stepMs`, composed by their generating functions Σ p(k) z^k on a circle inside the unit
 * circle. A circle of radius r makes what lies beyond the grid count r^gridSize as much, so that sums need no padding and
 * a distribution may run beyond the end: what is within the grid stays right.
 */
export interface Spectrum {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** `shiftMs` + `stepMs` × a whole number with this spectrum; null is the number 0. The step is the caller's. */
export interface Lattice {
  readonly shiftMs: number;
  readonly spectrum: Spectrum | null;
  /** Variance that rounding to the grid has taken away (added, where it is negative). */
  readonly lostMs2: number;
}

/** Spectra of real masses are kept for 0 … half of the circle. */
export const half = gridSize / 2;
/** What is left of the mass one grid length further on; it balances aliasing against rounding. */
const fold = 1e-8;
export const radius = fold ** (1 / gridSize);
/** r^k of that circle. */
export const damping = Float64Array.from({ length: gridSize }, (_, k) => radius ** k);

/** Spectra that are cut from one piece of memory: thousands are needed at once, and soon none of them. */
const slabSpectra = 32;
const spectrumBytes = 8 * (half + 1);
let slab = new ArrayBuffer(0);
let cut = 0;

export function emptySpectrum(): Spectrum {
  count(half);
  if (cut + 2 * spectrumBytes > slab.byteLength) {
    slab = new ArrayBuffer(slabSpectra * 2 * spectrumBytes);
    cut = 0;
  }
  const re = new Float64Array(slab, cut, half + 1);
  const im = new Float64Array(slab, cut + spectrumBytes, half + 1);
  cut += 2 * spectrumBytes;
  return { re, im };
}

/** The lattice in memory of its own, for one that is kept for long. */
export const kept = ({ shiftMs, lostMs2, spectrum }: Lattice): Lattice => ({
  shiftMs,
  lostMs2,
  spectrum: spectrum === null ? null : { re: spectrum.re.slice(), im: spectrum.im.slice() },
});

/** A time that is always `shiftMs`. */
export const constantLattice = (shiftMs: number): Lattice => ({ shiftMs, spectrum: null, lostMs2: 0 });

export const nothing: Lattice = constantLattice(0);

/** The spectrum of given masses p(0) … p(gridSize − 1); the array is scaled in place. */
export function spectrumOf(masses: Float64Array): Spectrum {
  for (let k = 0; k < gridSize; k++) masses[k] = (masses[k] as number) * (damping[k] as number);
  const spectrum = emptySpectrum();
  realTransform(masses, spectrum.re, spectrum.im);
  return spectrum;
}

/** P(the whole number ≤ k) for every k of the grid. */
export function cumulative(lattice: Lattice): Float64Array {
  count(gridSize);
  const values = new Float64Array(gridSize);
  if (lattice.spectrum === null) return values.fill(1);
  realInverse(lattice.spectrum.re, lattice.spectrum.im, values);
  let sum = 0;
  for (let k = 0; k < gridSize; k++) {
    sum += (values[k] as number) / (damping[k] as number);
    values[k] = sum;
  }
  return values;
}

/** Adds `weight` ÷ (1 − keep · z) to a spectrum: a geometric series of masses weight · keep^k. */
export function addGeometric(spectrum: Spectrum, weight: number, keep: number): void {
  const { re, im } = spectrum;
  const k = keep * radius;
  for (let j = 0; j <= half; j++) {
    const a = 1 - k * (rootRe[j] as number);
    const b = k * (rootIm[j] as number);
    const scale = weight / (a * a + b * b);
    re[j] = (re[j] as number) + a * scale;
    im[j] = (im[j] as number) + b * scale;
  }
}

export function addConstant(spectrum: Spectrum, value: number): void {
  for (let j = 0; j <= half; j++) spectrum.re[j] = (spectrum.re[j] as number) + value;
}

function multiply(a: Spectrum, b: Spectrum): Spectrum {
  const product = emptySpectrum();
  for (let j = 0; j <= half; j++) {
    const ar = a.re[j] as number;
    const ai = a.im[j] as number;
    const br = b.re[j] as number;
    const bi = b.im[j] as number;
    product.re[j] = ar * br - ai * bi;
    product.im[j] = ar * bi + ai * br;
  }
  return product;
}

/** The sum of two independent variables. */
export function convolve(a: Lattice, b: Lattice): Lattice {
  const shiftMs = a.shiftMs + b.shiftMs;
  const lostMs2 = a.lostMs2 + b.lostMs2;
  if (a.spectrum === null) return { shiftMs, spectrum: b.spectrum, lostMs2 };
  if (b.spectrum === null) return { shiftMs, spectrum: a.spectrum, lostMs2 };
  return { shiftMs, spectrum: multiply(a.spectrum, b.spectrum), lostMs2 };
}

/** Sums of so many copies get back the variance that rounding took: alone it would show in their percentiles. */
const manyCopies = 4;

/** The sum of `n` independent copies. */
export function repeat(lattice: Lattice, n: number, stepMs: number): Lattice {
  if (n === 1) return lattice;
  let power = lattice;
  let result = nothing;
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = convolve(result, power);
    if (left > 1) power = convolve(power, power);
  }
  return n >= manyCopies && result.lostMs2 > 0 ? withVariance(result, stepMs) : result;
}

/** Adds the lost variance as a Poisson number of steps, and takes their mean off the shift. */
function withVariance(lattice: Lattice, stepMs: number): Lattice {
  const mean = Math.min(lattice.lostMs2 / (stepMs * stepMs), lattice.shiftMs / stepMs);
  const spectrum = emptySpectrum();
  for (let j = 0; j <= half; j++) {
    const size = Math.exp(mean * (radius * (rootRe[j] as number) - 1));
    const angle = mean * radius * (rootIm[j] as number);
    const re = size * Math.cos(angle);
    const im = size * Math.sin(angle);
    const xr = lattice.spectrum === null ? 1 : (lattice.spectrum.re[j] as number);
    const xi = lattice.spectrum === null ? 0 : (lattice.spectrum.im[j] as number);
    spectrum.re[j] = re * xr - im * xi;
    spectrum.im[j] = re * xi + im * xr;
  }
  return { shiftMs: lattice.shiftMs - mean * stepMs, spectrum, lostMs2: 0 };
}

/**
 * Adds `weight` times a lattice, seen from `originMs`, to a spectrum. What lies between two points of the grid is shared
 * between them so that its mean stays. Returns the variance lost by it, weighted.
 */
function addShifted(
  to: Spectrum,
  weight: number,
  lattice: Lattice,
  originMs: number,
  stepMs: number,
): number {
  const offset = Math.max(0, (lattice.shiftMs - originMs) / stepMs);
  const whole = Math.floor(offset);
  const part = offset - whole;
  const lostMs2 = weight * (lattice.lostMs2 - part * (1 - part) * stepMs * stepMs);
  if (whole >= gridSize) return lostMs2;
  const amplitude = weight * (damping[whole] as number);
  const of = lattice.spectrum;
  if (offset === 0 && of === null) {
    addConstant(to, weight);
    return lostMs2;
  }
  for (let j = 0, turn = 0; j <= half; j++, turn = (turn + whole) % gridSize) {
    const zr = radius * (rootRe[j] as number);
    const zi = radius * (rootIm[j] as number);
    const ar = amplitude * (1 - part + part * zr);
    const ai = amplitude * part * zi;
    const wr = rootRe[turn] as number;
    const wi = rootIm[turn] as number;
    const fr = ar * wr - ai * wi;
    const fi = ar * wi + ai * wr;
    const xr = of === null ? 1 : (of.re[j] as number);
    const xi = of === null ? 0 : (of.im[j] as number);
    to.re[j] = (to.re[j] as number) + fr * xr - fi * xi;
    to.im[j] = (to.im[j] as number) + fr * xi + fi * xr;
  }
  return lostMs2;
}

export interface Weighted {
  readonly weight: number;
  readonly lattice: Lattice;
}

/** One of the parts, by weight. */
export function blend(parts: readonly Weighted[], stepMs: number): Lattice {
  const present = parts.filter((part) => part.weight > 0);
  const first = present[0];
  if (first === undefined) return nothing;
  const origin = present.reduce(
    (least, part) => Math.min(least, part.lattice.shiftMs),
    first.lattice.shiftMs,
  );
  const same = present.every(
    ({ lattice }) => lattice.shiftMs === origin && lattice.spectrum === first.lattice.spectrum,
  );
  if (same) return first.lattice;
  const spectrum = emptySpectrum();
  let lostMs2 = 0;
  for (const { weight, lattice } of present) lostMs2 += addShifted(spectrum, weight, lattice, origin, stepMs);
  return { shiftMs: origin, spectrum, lostMs2 };
}

/** The same variable counted from 0: its shift is part of its spectrum. */
export function settled(lattice: Lattice, stepMs: number): Lattice {
  if (lattice.shiftMs === 0) return lattice;
  const spectrum = emptySpectrum();
  const lostMs2 = addShifted(spectrum, 1, lattice, 0, stepMs);
  return { shiftMs: 0, spectrum, lostMs2 };
}

/** P(variable ≤ shiftMs + k steps) for every k of a grid that starts at or before its own. */
export function alignedCumulative(part: Lattice, shiftMs: number, stepMs: number): Float64Array {
  if (part.shiftMs === shiftMs) return cumulative(part);
  const spectrum = emptySpectrum();
  addShifted(spectrum, 1, part, shiftMs, stepMs);
  return cumulative({ shiftMs, spectrum, lostMs2: 0 });
}

/** Cumulative distributions of all parts over one grid that starts at the least of their shifts. */
export function alignedCumulatives(
  parts: readonly Lattice[],
  stepMs: number,
): { readonly shiftMs: number; readonly below: readonly Float64Array[] } {
  const shiftMs = leastShift(parts);
  return { shiftMs, below: parts.map((part) => alignedCumulative(part, shiftMs, stepMs)) };
}

const leastShift = (parts: readonly Lattice[]): number =>
  parts.reduce((least, part) => Math.min(least, part.shiftMs), Number.POSITIVE_INFINITY);

/** The lattice with P(whole number ≤ k) = `below[k]`; the array is used up. */
export function fromCumulative(shiftMs: number, below: Float64Array): Lattice {
  for (let k = gridSize - 1; k > 0; k--) below[k] = (below[k] as number) - (below[k - 1] as number);
  return { shiftMs, spectrum: spectrumOf(below), lostMs2: 0 };
}

/** The slowest of independent parts. */
export function slowest(parts: readonly Lattice[], stepMs: number): Lattice {
  const only = parts[0];
  if (parts.length === 1 && only !== undefined) return only;
  const shiftMs = leastShift(parts);
  const product = new Float64Array(gridSize).fill(1);
  for (const part of parts) {
    const values = alignedCumulative(part, shiftMs, stepMs);
    for (let k = 0; k < gridSize; k++) product[k] = (product[k] as number) * Math.min(1, values[k] as number);
  }
  return fromCumulative(shiftMs, product);
}
