import { count } from './work';

/** A term this small against the largest adds nothing to a sum of doubles. */
const negligible = 1e-20;

/**
 * The probability that at least `k` of `n` independent servers are up, each with probability `availability`:
 * Σ over i = k … n of C(n, i) Aⁱ (1 − A)ⁿ⁻ⁱ. Terms are taken relative to the largest and summed away from it, so that
 * neither thousands of servers nor an availability near 1 loses digits; the smaller of the two tails is what is summed.
 */
export function atLeastUp(n: number, k: number, availability: number): number {
  if (k <= 0 || availability >= 1) return k <= n ? 1 : 0;
  if (k > n || availability <= 0) return 0;
  const odds = availability / (1 - availability);
  const mode = Math.min(n, Math.floor((n + 1) * availability));
  let enough = 0;
  let few = 0;
  if (mode >= k) enough = 1;
  else few = 1;
  let turns = 0;
  for (let up = mode + 1, term = 1; up <= n && term > negligible; up++) {
    turns += 1;
    term *= ((n - up + 1) / up) * odds;
    if (up >= k) enough += term;
    else few += term;
  }
  for (let up = mode - 1, term = 1; up >= 0 && term > negligible; up--) {
    turns += 1;
    term *= (up + 1) / ((n - up) * odds);
    if (up >= k) enough += term;
    else few += term;
  }
  count(turns);
  return few < enough ? 1 - few / (few + enough) : enough / (few + enough);
}
