/**
 * The probability that at least `k` of `n` servers are up, each up with `availability` by itself:
 * Σ over i = k … n of C(n, i) Aⁱ (1 − A)ⁿ⁻ⁱ, summed over the lost ones, which are few.
 */
export function atLeastUp(n: number, k: number, availability: number): number {
  if (availability >= 1) return 1;
  if (availability <= 0) return k <= 0 ? 1 : 0;
  let term = availability ** n;
  let sum = 0;
  for (let lost = 0; lost <= n - k; lost += 1) {
    sum += term;
    term *= ((n - lost) / (lost + 1)) * ((1 - availability) / availability);
  }
  return Math.min(1, sum);
}
