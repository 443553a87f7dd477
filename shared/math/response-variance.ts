import { meanOfTail } from './quadrature';
import {
  type BoundedWait,
  bendsOf,
  type FreeWait,
  meanWaitMs,
  type Ranked,
  type Response,
  responseAbove,
} from './response';
import { count } from './work';

/** Mean and variance of a time, ms and ms²; NaN where it does not exist. */
export interface Moments {
  readonly meanMs: number;
  /** A function and no getter: an object with a getter of its own takes twenty times as long to make. */
  readonly varianceMs2: () => number;
}

export const noTime: Moments = { meanMs: 0, varianceMs2: () => 0 };
export const neverEnds: Moments = { meanMs: Number.NaN, varianceMs2: () => Number.NaN };

/** A time whose variance is worked out when it is first asked for, since some take an integral and most are never looked at. */
export function timeOf(meanMs: number, varianceMs2: () => number): Moments {
  let pending: (() => number) | null = varianceMs2;
  let known = Number.NaN;
  return {
    meanMs,
    varianceMs2: () => {
      if (pending !== null) known = pending();
      pending = null;
      return known;
    },
  };
}

/** A time after one that takes `ms` for certain. */
export const timeAfter = (ms: number, then: Moments): Moments => timeOf(ms + then.meanMs, then.varianceMs2);

/** Two independent times after each other. */
export const sumOfMoments = (a: Moments, b: Moments): Moments =>
  timeOf(a.meanMs + b.meanMs, () => a.varianceMs2() + b.varianceMs2());

/** One of several times by weight; the weights sum to 1. */
export function mixedMoments(
  parts: readonly { readonly weight: number; readonly moments: Moments }[],
): Moments {
  const taken = parts.filter(({ weight }) => weight > 0);
  const meanMs = taken.reduce((sum, { weight, moments }) => sum + weight * moments.meanMs, 0);
  return timeOf(meanMs, () => {
    const second = taken.reduce(
      (sum, { weight, moments }) => sum + weight * (moments.varianceMs2() + moments.meanMs ** 2),
      0,
    );
    return second - meanMs ** 2;
  });
}

/** Share of a sum below which its further terms are left out. */
const negligible = 1e-18;

/** E[(j + 1)(j + 2)] over j = 0 … places − 1 with weights in proportion to ratio^j, from the largest weight on. */
function meanOfStages({ ratio, places }: BoundedWait): number {
  const isRising = ratio > 1;
  const fall = isRising ? 1 / ratio : ratio;
  let [sum, weighted, turns] = [0, 0, 0];
  for (let i = 0, weight = 1; i < places; i++, weight *= fall, turns++) {
    const j = isRising ? places - 1 - i : i;
    sum += weight;
    weighted += weight * (j + 1) * (j + 2);
    if (weight * (i + 1) * (i + 2) < negligible * weighted) break;
  }
  count(turns);
  return sum > 0 ? weighted / sum : 0;
}

function waitVariance(wait: FreeWait | BoundedWait): number {
  const meanMs = meanWaitMs(wait);
  if (wait.kind === 'bounded')
    return (wait.probability * meanOfStages(wait)) / wait.ratePerMs ** 2 - meanMs ** 2;
  return wait.terms.reduce(
    (sum, { weight, ratePerMs }) => sum + (2 * weight) / ratePerMs ** 2,
    -(meanMs ** 2),
  );
}

/** E[X²] = ∫ P(X > √s) ds. */
function rankedVariance(of: Ranked): number {
  const longest = Math.max(...of.parts.map(({ response }) => response.meanMs));
  if (longest === 0) return 0;
  const bends = bendsOf(of).map((at) => at * at);
  const second = meanOfTail((s) => responseAbove(of, Math.sqrt(s)), bends, longest * longest);
  return Math.max(0, second - of.meanMs ** 2);
}

/** Variance of a station's response, ms². */
export function responseVariance(response: Response): number {
  if (response.kind === 'ranked') return rankedVariance(response);
  if (response.kind === 'mixture')
    return mixedMoments(
      response.parts.map((part) => ({ weight: part.weight, moments: momentsOf(part.response) })),
    ).varianceMs2();
  if (response.kind === 'total') return responseVariance(response.first) + responseVariance(response.then);
  return waitVariance(response.wait) + (response.service.meanMs * response.service.cv) ** 2;
}

const known = new WeakMap<Response, Moments>();

/** Mean and variance of a station's response, worked out once where that takes more than a few additions. */
export function momentsOf(response: Response): Moments {
  if (response.kind === 'sojourn') return timeOf(response.meanMs, () => responseVariance(response));
  const found = known.get(response);
  if (found !== undefined) return found;
  const made = timeOf(response.meanMs, () => responseVariance(response));
  known.set(response, made);
  return made;
}

/** How much two moments differ, relative to the later; 1 where one of them has just ceased to exist. */
export function changeOf(before: Moments, now: Moments): number {
  const between = (a: number, b: number) => (Object.is(a, b) ? 0 : Math.abs(a - b) / Math.abs(b));
  const change = Math.max(
    between(before.meanMs, now.meanMs),
    between(before.varianceMs2(), now.varianceMs2()),
  );
  // What has just ceased to exist is a change; what does not exist any more is none.
  return Number.isNaN(change) ? 1 : change;
}
