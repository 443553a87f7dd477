import { boundedAbove } from './bounded-wait';
import { gridSize } from './fourier';
import { gammaBelow } from './gamma-function';
import {
  addConstant,
  addGeometric,
  alignedCumulatives,
  blend,
  constantLattice,
  convolve,
  emptySpectrum,
  fromCumulative,
  kept,
  type Lattice,
  nothing,
  spectrumOf,
} from './lattice';
import { logGamma } from './log-gamma';
import { rankedAbove } from './ranked-above';
import type { BoundedWait, FreeWait, Response } from './response';
import { addTo, runningSum } from './running-sum';
import { isConstant, type Service } from './sojourn';

const logMiddle = Float64Array.from({ length: gridSize }, (_, k) => Math.log(k + 0.5));
/** Cells near 0, where a gamma density may be singular, are integrated exactly. */
const exactCells = 24;

/** An exponential rounded down to the grid is geometric; the shift restores its mean. */
function exponential(meanMs: number, stepMs: number): Lattice {
  const a = stepMs / meanMs;
  if (a > 40) return { shiftMs: meanMs, spectrum: null, lostMs2: meanMs * meanMs };
  const spectrum = emptySpectrum();
  const gone = -Math.expm1(-a);
  addGeometric(spectrum, gone, Math.exp(-a));
  const shiftMs = a < 1e-5 ? stepMs * (0.5 - a / 12) : stepMs * (1 / a - 1 / Math.expm1(a));
  const lost = a < 1e-3 ? 1 / 12 : 1 / (a * a) - Math.exp(-a) / (gone * gone);
  return { shiftMs, spectrum, lostMs2: lost * stepMs * stepMs };
}

/** Masses of a gamma rounded down to the grid, with their mean restored by the shift. */
function gamma(service: Service, stepMs: number): Lattice {
  const shape = 1 / (service.cv * service.cv);
  const rate = shape / service.meanMs;
  const unit = rate * stepMs;
  const masses = new Float64Array(gridSize);
  const deviation = service.meanMs * service.cv;
  const exact = stepMs > deviation / 6 ? gridSize : exactCells;
  let before = 0;
  let cell = 0;
  for (; cell < exact; cell++) {
    const below = gammaBelow(shape, (cell + 1) * unit);
    masses[cell] = below - before;
    before = below;
    if (1 - below < 1e-14) break;
  }
  const constant = shape * Math.log(unit) - logGamma(shape);
  for (; cell >= exact && cell < gridSize; cell++) {
    const x = (cell + 0.5) * unit;
    const slope = (shape - 1) / x - 1;
    const bend = 1 + ((slope * slope - (shape - 1) / (x * x)) * unit * unit) / 24;
    const mass = Math.exp((shape - 1) * (logMiddle[cell] as number) - x + constant) * bend;
    masses[cell] = mass;
    if (mass < 1e-15 && x > shape) break;
  }
  const end = gridSize * unit;
  const wanted = gammaBelow(shape, end);
  let total = 0;
  let moment = 0;
  let square = 0;
  for (let k = 0; k < gridSize; k++) {
    const mass = masses[k] as number;
    total += mass;
    moment += k * mass;
    square += k * k * mass;
  }
  const variance = (square - moment * moment) * stepMs * stepMs;
  const isComplete = 1 - wanted < 1e-9;
  const meanWithin = service.meanMs * gammaBelow(shape + 1, end);
  const shiftMs = wanted > 0 && total > 0 ? meanWithin / wanted - (stepMs * moment) / total : 0;
  return {
    shiftMs: Math.max(0, shiftMs),
    spectrum: spectrumOf(masses),
    lostMs2: isComplete ? deviation * deviation - variance : (stepMs * stepMs) / 12,
  };
}

/**
 * Recent services on their grids: many stations of a design have the same, and an edit changes few of them. A grid follows from
 * its key alone, and so every caller may share it.
 */
const recent = new Map<string, Lattice>();
const mostKept = 2048;

function serviceLattice(service: Service, stepMs: number): Lattice {
  if (isConstant(service)) return constantLattice(service.meanMs);
  const key = `${service.meanMs} ${service.cv} ${stepMs}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const made = kept(service.cv === 1 ? exponential(service.meanMs, stepMs) : gamma(service, stepMs));
  for (const oldest of recent.keys()) {
    if (recent.size < mostKept) break;
    recent.delete(oldest);
  }
  recent.set(key, made);
  return made;
}

/** A wait keeps its start at 0: each exponential is shared between neighbouring points so that its mean stays. */
function freeWait(wait: FreeWait, stepMs: number): Lattice {
  const terms = wait.terms.filter((term) => Math.abs(term.weight) > 1e-14);
  if (terms.length === 0) return nothing;
  const spectrum = emptySpectrum();
  let constant = 1;
  let addedMs2 = 0;
  for (const { weight, ratePerMs } of terms) {
    const a = ratePerMs * stepMs;
    const gone = -Math.expm1(-a);
    // Masses: p(0) = 1 − gone ÷ a, p(k) = gone² ÷ a · e^−a(k − 1): a geometric series but for its first term.
    const first = a < 1e-4 ? a / 2 - (a * a) / 6 : 1 - gone / a;
    const keep = Math.exp(-a);
    const added = a < 1e-3 ? 1 / 6 : (1 + keep) / (a * gone) - 2 / (a * a);
    addedMs2 += weight * added * stepMs * stepMs;
    if (keep < fewCells) {
      constant += weight * (first - 1);
      addRun(spectrum, (weight * gone * gone) / a, keep);
      continue;
    }
    const series = (gone * gone) / (a * keep);
    addGeometric(spectrum, weight * series, keep);
    constant += weight * (first - 1 - series);
  }
  addConstant(spectrum, constant);
  return { shiftMs: 0, spectrum, lostMs2: -addedMs2 };
}

/**
 * What is kept from one cell to the next below which a series is added mass by mass: its closed form from the first cell on would be
 * the difference of two large numbers, whose rounding the end of the grid shows 10⁸ times as large.
 */
const fewCells = 1e-2;

/** Adds masses of weight · keep^(k − 1) from the grid's second point on. */
function addRun(spectrum: { re: Float64Array; im: Float64Array }, weight: number, keep: number): void {
  const masses = new Float64Array(gridSize);
  for (let k = 1, mass = weight; k < gridSize && mass !== 0; k++, mass *= keep) masses[k] = mass;
  const point = spectrumOf(masses);
  for (let j = 0; j < spectrum.re.length; j++) {
    spectrum.re[j] = (spectrum.re[j] as number) + (point.re[j] as number);
    spectrum.im[j] = (spectrum.im[j] as number) + (point.im[j] as number);
  }
}

function boundedWait(wait: BoundedWait, stepMs: number): Lattice {
  const below = new Float64Array(gridSize);
  let moment = 0;
  let before = 0;
  for (let k = 0; k < gridSize; k++) {
    const share = 1 - wait.probability * boundedAbove(wait, (k + 1) * stepMs);
    moment += k * (share - before);
    below[k] = share;
    before = share;
  }
  const shiftMs = 1 - before < 1e-9 ? Math.max(0, wait.meanMs - moment * stepMs) : stepMs / 2;
  return fromCumulative(shiftMs, below);
}

/** The response on a grid of `stepMs`. */
export function responseLattice(response: Response, stepMs: number): Lattice {
  if (response.kind === 'mixture')
    return blend(
      response.parts.map((part) => ({
        weight: part.weight,
        lattice: responseLattice(part.response, stepMs),
      })),
      stepMs,
    );
  if (response.kind === 'sojourn') {
    const wait =
      response.wait.kind === 'free' ? freeWait(response.wait, stepMs) : boundedWait(response.wait, stepMs);
    // The wait's spectrum was made here, so that the sum may take its place.
    const total = runningSum(wait, true);
    addTo(total, serviceLattice(response.service, stepMs), 1, stepMs);
    total.shiftMs += response.delayMs;
    return total;
  }
  if (response.kind === 'total')
    return convolve(responseLattice(response.first, stepMs), responseLattice(response.then, stepMs));
  const lattices = response.parts.map((part) => responseLattice(part.response, stepMs));
  const { shiftMs, below } = alignedCumulatives(lattices, stepMs);
  const joint = new Float64Array(gridSize);
  let moment = 0;
  for (let k = 0; k < gridSize; k++) {
    const parts = response.parts.map((part, i) => ({
      count: part.count,
      above: Math.min(1, Math.max(0, 1 - (below[i]?.[k] as number))),
    }));
    const share = 1 - rankedAbove(response.rank, parts);
    moment += k * (share - (k === 0 ? 0 : (joint[k - 1] as number)));
    joint[k] = share;
  }
  const complete = 1 - (joint[gridSize - 1] as number) < 1e-7;
  return fromCumulative(complete ? Math.max(0, response.meanMs - moment * stepMs) : shiftMs, joint);
}
