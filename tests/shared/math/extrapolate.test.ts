import { describe, expect, test } from 'vitest';
import { extrapolated } from '../../../shared/math/extrapolate';

describe('the limit of a sequence', () => {
  test('is exact where each difference is the same multiple of the one before, real or not', () => {
    // 1, 1 + q, 1 + q + q²: 1 ÷ (1 − q)
    const real = extrapolated(1, 0, 1.9, 0, 2.71, 0);
    expect(real.re).toBeCloseTo(10, 12);
    expect(real.im).toBe(0);
    // q = 0.5i, q² = −0.25: 1 ÷ (1 − 0.5i) = (1 + 0.5i) ÷ 1.25
    const turned = extrapolated(1, 0, 1, 0.5, 0.75, 0.5);
    expect(turned.re).toBeCloseTo(0.8, 12);
    expect(turned.im).toBeCloseTo(0.4, 12);
  });

  test('is the last member where they do not close in, or no longer move', () => {
    expect(extrapolated(1, 0, 2, 0, 4, 0)).toEqual({ re: 4, im: 0 });
    expect(extrapolated(3, 1, 3, 1, 3, 1)).toEqual({ re: 3, im: 1 });
    expect(extrapolated(1, 0, 1 + 1e-15, 0, 1 + 1.5e-15, 0).re).toBe(1 + 1.5e-15);
  });
});
