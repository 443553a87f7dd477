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

test('an integral of noise above the tolerance ends, near the integral of what is under the noise', () => {
  let calls = 0;
  const noisy = (x: number): number => {
    calls += 1;
    return x + 1e-4 * Math.sin(1e9 * x);
  };
  expect(integrate(noisy, 0, 1, 1e-10)).toBeCloseTo(0.5, 3);
  // 4 000 panels of 15 places, and the 60 worst.
  expect(calls).toBeLessThanOrEqual(61_000);
});
