import { expect, test } from 'vitest';
import { rankedAbove } from '../../../shared/math/ranked-above';

test('the share above is never more than all, whatever rounding adds', () => {
  // P(the third of four is above) = 1 − 4 × 0.9999993 × (7 × 10⁻⁷)³ − (7 × 10⁻⁷)⁴: 1 to the last digit, and its terms summed 2 × 10⁻¹⁶ more.
  expect(rankedAbove(3, [{ count: 4, above: 0.9999993 }])).toBe(1);
});

/** P(fewer than `rank` are done) by counting them one by one. */
function counted(rank: number, parts: readonly { readonly count: number; readonly above: number }[]): number {
  const done = new Float64Array(rank);
  done[0] = 1;
  for (const { count, above } of parts)
    for (let i = 0; i < count; i++)
      for (let k = rank - 1; k >= 0; k--)
        done[k] = (done[k] ?? 0) * above + (k > 0 ? (done[k - 1] ?? 0) * (1 - above) : 0);
  return done.reduce((sum, share) => sum + share, 0);
}

test('many variables are ranked by the binomial distribution as if they were counted', () => {
  for (const count of [10_001, 11_000])
    for (const rank of [2, 40])
      for (const above of [1e-3, 0.5, 0.995, 0.9999, 1 - 1e-9]) {
        const parts = [
          { count: 1, above: above ** 2 },
          { count: count - 1, above },
        ];
        const exact = counted(rank, parts);
        expect(Math.abs(rankedAbove(rank, parts) - exact)).toBeLessThanOrEqual(1e-10 * exact);
      }
});

test('the fastest of a million answers in 10⁻⁶ of the time, and half of them in the median', () => {
  // P(all of 10⁶ are above t = x ÷ 10⁶ means) = e^−x.
  const above = Math.exp(-2e-6);
  expect(rankedAbove(1, [{ count: 1_000_000, above }])).toBeCloseTo(Math.exp(-2), 9);
  expect(rankedAbove(500_000, [{ count: 999_999, above: 0.5 }])).toBeCloseTo(0.5, 9);
});
