import { deviance, stirlingError } from './deviance';
import { continuedFraction, gammaAbove } from './gamma-function';
import { logGamma } from './log-gamma';
import type { BoundedWait } from './response';
import { count } from './work';

/** Share of the places above j, Σ ratio^i over i > j ÷ Σ ratio^i. */
function placesAbove(ratio: number, places: number, j: number): number {
  if (j + 1 >= places) return 0;
  if (Math.abs(ratio - 1) * places < 1e-9) return (places - j - 1) / places;
  if (ratio < 1) return (ratio ** (j + 1) - ratio ** places) / (1 - ratio ** places);
  return (1 - ratio ** -(places - j - 1)) / (1 - ratio ** -places);
}

/** Stages that are done on average up to which the number that is done is gone through; it is within 9 deviations of it. */
const mostStages = 1e4;

/** P(wait > t | it waits): Σ over i of P(i stages done by t) · P(more than i to do), i within reach of the mean. */
export function boundedAbove(wait: BoundedWait, tMs: number): number {
  const mean = wait.ratePerMs * tMs;
  if (mean > mostStages) return manyAbove(wait, mean);
  const reach = 9 * Math.sqrt(mean) + 20;
  const from = Math.max(0, Math.floor(mean - reach));
  const to = Math.min(wait.places - 1, Math.ceil(mean + reach));
  count(Math.max(0, to - from));
  let above = 0;
  let weight = from > to ? 0 : Math.exp((from === 0 ? 0 : from * Math.log(mean)) - mean - logGamma(from + 1));
  for (let i = from; i <= to; i++) {
    // Place i holds i + 1 stages: after i of them are done it still waits.
    above += weight * (i === 0 ? 1 : placesAbove(wait.ratio, wait.places, i - 1));
    weight *= mean / (i + 1);
  }
  return above;
}

/**
 * The same in closed form. With r the ratio, P the places, m the mean and Q(P, m) = P(fewer than P stages are done):
 * (e^−m(1 − r) Q(P, mr) − r^P Q(P, m)) ÷ (1 − r^P), and in the limit r = 1 Q(P, m) − m ÷ P × Q(P − 1, m).
 */
function manyAbove({ ratio, places }: BoundedWait, mean: number): number {
  const few = gammaAbove(places, mean);
  const gap = Math.abs(ratio - 1) * places;
  if (places < 2) return few;
  const share =
    gap < 1e-5
      ? few - (mean / places) * gammaAbove(places - 1, mean)
      : ratio < 1
        ? (Math.exp(-mean * (1 - ratio)) * gammaAbove(places, mean * ratio) - ratio ** places * few) /
          (1 - ratio ** places)
        : (few - turnedRound(ratio, places, mean)) / (1 - ratio ** -places);
  return Math.min(1, Math.max(0, share));
}

/** r^−P e^m(r − 1) Q(P, mr) for r > 1, of which the first two factors overflow where the last underflows. */
function turnedRound(ratio: number, places: number, mean: number): number {
  const other = mean * ratio;
  if (other <= places + 1)
    return Math.exp(mean * (ratio - 1) - places * Math.log(ratio)) * gammaAbove(places, other);
  const log = -stirlingError(places) - deviance(places, mean);
  return Math.exp(log) * Math.sqrt(places / (2 * Math.PI)) * continuedFraction(places, other);
}
