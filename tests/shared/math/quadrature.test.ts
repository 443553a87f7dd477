import { describe, expect, test } from 'vitest';
import { integrate, meanOfTail } from '../../../shared/math/quadrature';

describe('an integral', () => {
  test('is found to its tolerance', () => {
    // ∫ √x over [0, 1] = 2 ÷ 3
    expect(Math.abs(integrate(Math.sqrt, 0, 1, 1e-10) - 2 / 3)).toBeLessThan(1e-10);
  });

  test('comes to an end where the tolerance is less than a number can hold', () => {
    let asked = 0;
    const value = integrate(
      (x) => {
        asked += 1;
        return Math.exp(-x / 3e-323);
      },
      0,
      3e-322,
      0,
    );
    expect(value).toBeLessThan(1e-300);
    expect(asked).toBeLessThan(100);
  });

  test('of the tail of an exponential is its mean', () => {
    expect(meanOfTail((t) => Math.exp(-t / 4), [], 4)).toBeCloseTo(4, 8);
  });
});
