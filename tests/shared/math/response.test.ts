import { expect, test } from 'vitest';
import { rankedAbove } from '../../../shared/math/response';

test('the share above is never more than all, whatever rounding adds', () => {
  // P(the third of four is above) = 1 − 4 × 0.9999993 × (7 × 10⁻⁷)³ − (7 × 10⁻⁷)⁴: 1 to the last digit, and its terms summed 2 × 10⁻¹⁶ more.
  expect(rankedAbove(3, [{ count: 4, above: 0.9999993 }])).toBe(1);
});
