import { meanOfTail } from './quadrature';
import { rankedAbove } from './ranked-above';
import { isConstant, overtaken, type Service, serviceAbove } from './sojourn';
import { count as countTurns } from './work';

/**
 * A wait that is exponential of `ratePerMs` with probability `weight`, for each of its terms, else nothing. Weights can be
 * negative where the tail Σ weight · e^(−rate · t) is that of a sum of exponentials.
 */
export interface FreeWait {
  readonly kind: 'free';
  readonly terms: readonly { readonly weight: number; readonly ratePerMs: number }[];
}

/**
 * The wait of an accepted request behind a limit: with probability `probability` it is j + 1 exponential stages of
 * `ratePerMs`, j < places with weights in proportion to ratio^j.
 */
export interface BoundedWait {
  readonly kind: 'bounded';
  readonly probability: number;
  readonly ratePerMs: number;
  readonly ratio: number;
  readonly places: number;
  readonly meanMs: number;
}

/** Wait and service of one visit, and a constant on top. */
export interface Sojourn {
  readonly kind: 'sojourn';
  readonly meanMs: number;
  readonly wait: FreeWait | BoundedWait;
  readonly service: Service;
  readonly delayMs: number;
}

/** One of several responses, by weight (the weights sum to 1). */
export interface Mixture {
  readonly kind: 'mixture';
  readonly meanMs: number;
  readonly parts: readonly { readonly weight: number; readonly response: Response }[];
}

/** The `rank`-th fastest of independent responses, `count` of each. */
export interface Ranked {
  readonly kind: 'ranked';
  readonly meanMs: number;
  readonly rank: number;
  readonly parts: readonly { readonly count: number; readonly response: Response }[];
}

/** One response and, independent of it, a time without a limited wait after it. */
export interface Total {
  readonly kind: 'total';
  readonly meanMs: number;
  readonly first: Response;
  readonly then: Sojourn;
}

/** The distribution of a station's response time, with its exact mean. */
export type Response = Sojourn | Mixture | Ranked | Total;

export const noWait: FreeWait = { kind: 'free', terms: [] };

/** A response that takes exactly `delayMs`. */
export const constantResponse = (delayMs: number): Sojourn => sojourn(noWait, { meanMs: 0, cv: 0 }, delayMs);

/** Mean of a wait over all visits, also those that do not wait. */
export function meanWaitMs(wait: FreeWait | BoundedWait): number {
  if (wait.kind === 'bounded') return wait.meanMs;
  let meanMs = 0;
  for (const { weight, ratePerMs } of wait.terms) meanMs += weight / ratePerMs;
  return meanMs;
}

/** The share of visits that wait. */
export function waitProbability(wait: FreeWait | BoundedWait): number {
  if (wait.kind === 'bounded') return wait.probability;
  let probability = 0;
  for (const { weight } of wait.terms) probability += weight;
  return probability;
}

export function sojourn(wait: FreeWait | BoundedWait, service: Service, delayMs = 0): Sojourn {
  const waitMs = meanWaitMs(wait);
  return { kind: 'sojourn', meanMs: waitMs + service.meanMs + delayMs, wait, service, delayMs };
}

/** A response and an independent time after it. */
export const total = (first: Response, then: Sojourn): Total => ({
  kind: 'total',
  meanMs: first.meanMs + then.meanMs,
  first,
  then,
});

/** The mixture of `parts`; those without weight are left out, and a single one represents itself. */
export function mixture(
  parts: readonly { readonly weight: number; readonly response: Response }[],
): Response {
  const present = parts.filter((part) => part.weight > 0);
  const only = present[0];
  if (present.length === 1 && only !== undefined) return only.response;
  let meanMs = 0;
  for (const { weight, response } of present) meanMs += weight * response.meanMs;
  return { kind: 'mixture', meanMs, parts: present };
}

/** The response of the `rank`-th fastest among `parts`; its mean is the integral of the tail. */
export function ranked(
  rank: number,
  parts: readonly { readonly count: number; readonly response: Response }[],
): Response {
  const present = parts.filter((part) => part.count > 0);
  const only = present[0];
  if (present.length === 1 && only !== undefined && only.count === 1) return only.response;
  const of: Ranked = { kind: 'ranked', meanMs: 0, rank, parts: present };
  const longest = Math.max(...present.map((part) => part.response.meanMs));
  if (longest === 0) return of;
  return { ...of, meanMs: meanOfTail((t) => responseAbove(of, t), bendsOf(of), longest) };
}

/** The places at which the tail of a response jumps or starts. */
export function bendsOf(response: Response): readonly number[] {
  if (response.kind === 'total') return bendsOf(response.first);
  if (response.kind !== 'sojourn') return response.parts.flatMap((part) => bendsOf(part.response));
  const { service, delayMs } = response;
  return [delayMs, isConstant(service) ? delayMs + service.meanMs : delayMs].filter((at) => at > 0);
}

/** Share of a tail that is left out. */
const negligible = 1e-14;

/** P(response > t); not for bounded waits, which are composed on a grid. */
export function responseAbove(response: Response, tMs: number): number {
  if (response.kind === 'mixture')
    return response.parts.reduce((sum, part) => sum + part.weight * responseAbove(part.response, tMs), 0);
  if (response.kind === 'ranked')
    return rankedAbove(
      response.rank,
      response.parts.map((part) => ({ count: part.count, above: responseAbove(part.response, tMs) })),
    );
  if (response.kind === 'total') return totalAbove(response, tMs);
  const { wait, service, delayMs } = response;
  const t = tMs - delayMs;
  if (t < 0) return 1;
  let above = serviceAbove(service, t);
  if (wait.kind === 'free')
    // A wait that next to nobody has does not show, however it is distributed, but its series takes long.
    for (const { weight, ratePerMs } of wait.terms)
      if (Math.abs(weight) > negligible * above) above += weight * overtaken(service, ratePerMs, t);
  return Math.max(0, Math.min(1, above));
}

/** What the tail of a sojourn counts for: series and fractions of tens of terms. */
const turnsOfTail = 20;

/** P(the sum > t): the mean of the first's tail over the quantiles of the time after it. */
function totalAbove({ first, then }: Total, tMs: number): number {
  let above = 0;
  const points = quantilesOf(then);
  countTurns(turnsOfTail * points.length);
  for (const { weight, atMs } of points)
    above += weight * (tMs < atMs ? 1 : responseAbove(first, tMs - atMs));
  return Math.min(1, above);
}

/** Nodes and weights of Gauss and Legendre for four points on [0, 1]. */
const gauss = [
  [0.06943184420297371, 0.1739274225687269],
  [0.3300094782075719, 0.3260725774312731],
  [0.6699905217924281, 0.3260725774312731],
  [0.9305681557970262, 0.1739274225687269],
] as const;

/** Shares of a distribution between which it is summed, closer to each other towards its tail. */
const shares = [
  0,
  0.05,
  0.2,
  0.4,
  0.6,
  0.8,
  0.9,
  0.97,
  0.99,
  0.997,
  0.999,
  0.9999,
  0.99999,
  1 - 1e-7,
  1 - 1e-10,
];

type Quantiles = readonly { readonly weight: number; readonly atMs: number }[];

const knownQuantiles = new WeakMap<Sojourn, Quantiles>();

/** A time by its quantiles, with its mean. */
function quantilesOf(time: Sojourn): Quantiles {
  const known = knownQuantiles.get(time);
  if (known !== undefined) return known;
  const points = shares.slice(1).flatMap((to, i) => {
    const from = shares[i] ?? 0;
    return gauss.map(([x, weight]) => ({
      weight: (to - from) * weight,
      atMs: responseQuantile(time, from + (to - from) * x),
    }));
  });
  const weight = points.reduce((sum, point) => sum + point.weight, 0);
  const meanMs = points.reduce((sum, point) => sum + point.weight * point.atMs, 0);
  const scale = meanMs > 0 ? (time.meanMs * weight) / meanMs : 1;
  const made = points.map((point) => ({ weight: point.weight / weight, atMs: point.atMs * scale }));
  knownQuantiles.set(time, made);
  return made;
}

/** Whether `responseAbove` is exact for it. */
export function hasClosedTail(response: Response): boolean {
  if (response.kind === 'sojourn') return response.wait.kind === 'free';
  if (response.kind === 'total') return false;
  return response.parts.every((part) => hasClosedTail(part.response));
}

/** The time that a share `p` of the responses stays below, to 10⁻¹¹, from the logarithm of the tail. */
export function responseQuantile(response: Response, p: number): number {
  const target = 1 - p;
  if (responseAbove(response, 0) <= target) return 0;
  const jump = bendsOf(response).find(
    (at) => responseAbove(response, at) <= target && responseAbove(response, at * (1 - 1e-12)) > target,
  );
  if (jump !== undefined) return jump;
  const excess = (tMs: number) => Math.log(responseAbove(response, tMs) / target);
  let low = 0;
  let lowValue = -Math.log(target);
  let high = response.meanMs > 0 ? response.meanMs : 1;
  let highValue = excess(high);
  // Doubled a thousand times at the most: then there is no larger number.
  while (highValue > 0) {
    low = high;
    lowValue = highValue;
    high *= 2;
    highValue = excess(high);
  }
  let last = Number.POSITIVE_INFINITY;
  let side = 0;
  // The logarithm of a tail is nearly straight, so chords land close: regula falsi in the Illinois form, whose weighted end
  // keeps it from creeping up on one side; bisection where it does not help.
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const chord = low + ((high - low) * lowValue) / (lowValue - highValue);
    const middle = i % 8 === 7 || !(chord > low && chord < high) ? (low + high) / 2 : chord;
    const value = excess(middle);
    if (value === 0 || Math.abs(middle - last) <= 1e-11 * middle) return middle;
    last = middle;
    if (value > 0) {
      low = middle;
      lowValue = value;
      if (side > 0) highValue /= 2;
      side = 1;
    } else {
      high = middle;
      highValue = value;
      if (side < 0) lowValue /= 2;
      side = -1;
    }
  }
  return high;
}
