import { deviance, stirlingError } from './deviance';
import { count } from './work';

/** P(exactly `k` of `n` independent trials succeed), each with probability `p` > 0 and failing with `q` = 1 − p > 0. */
function exactly(n: number, k: number, p: number, q: number): number {
  if (k === 0) return Math.exp(n * Math.log(q));
  if (k === n) return Math.exp(n * Math.log(p));
  const error = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const log = error - deviance(k, n * p) - deviance(n - k, n * q);
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** A term this small against the sum adds nothing to it. */
const negligible = 1e-17;

/**
 * Σ of the terms of a binomial distribution from `k` away from its mode, where they fall faster and faster: `step` 1 sums k,
 * k + 1, … and −1 sums k, k − 1, …. The terms are negligible some 9 √(npq) places on, which bounds the turns.
 */
function tailFrom(n: number, k: number, p: number, q: number, step: 1 | -1): number {
  let term = exactly(n, k, p, q);
  let sum = 0;
  let turns = 0;
  for (let at = k; at >= 0 && at <= n && term > negligible * sum; at += step) {
    sum += term;
    turns += 1;
    term *= step === 1 ? ((n - at) / (at + 1)) * (p / q) : (at / (n - at + 1)) * (q / p);
  }
  count(turns);
  return Math.min(1, sum);
}

/** P(fewer than `k` of `n` independent trials succeed), given the probability `q` of each to fail. */
export function fewerThan(n: number, k: number, q: number): number {
  if (k <= 0 || q <= 0) return k > n ? 1 : 0;
  const p = 1 - q;
  if (k > n || p <= 0) return 1;
  // The mode is at ⌊(n + 1) p⌋: of the two tails the one that does not hold it is summed.
  return k <= (n + 1) * p ? tailFrom(n, k - 1, p, q, -1) : 1 - tailFrom(n, k, p, q, 1);
}
