import { describe, expect, test, vi } from 'vitest';
import { gammaAbove, gammaBelow } from '../../../shared/math/gamma-function';

/** Q(n, x) = e^−x Σ x^k ÷ k! over k < n, for a whole n. */
function erlangAbove(n: number, x: number): number {
  let term = Math.exp(-x);
  let sum = term;
  for (let k = 1; k < n; k++) {
    term *= x / k;
    sum += term;
  }
  return sum;
}

describe('the incomplete gamma function', () => {
  test.each([1, 2, 5, 20, 100])(
    'is the sum of %i terms for a whole shape, on both sides of the switch',
    (n) => {
      for (const x of [0.1 * n, 0.9 * n, n + 0.999, n + 1.001, 1.5 * n + 2, 3 * n + 5]) {
        const above = erlangAbove(n, x);
        expect(Math.abs(gammaAbove(n, x) - above)).toBeLessThan(1e-12 * Math.max(above, 1e-3));
        expect(gammaBelow(n, x) + gammaAbove(n, x)).toBeCloseTo(1, 13);
      }
    },
  );

  test('keeps its digits in the far tail', () => {
    // Q(1, x) = e^−x
    expect(gammaAbove(1, 300) / Math.exp(-300)).toBeCloseTo(1, 11);
    // Q(2, x) = (1 + x) e^−x
    expect(gammaAbove(2, 300) / (301 * Math.exp(-300))).toBeCloseTo(1, 11);
  });

  test('has its continued fraction meet its tolerance, whatever the arguments', () => {
    // Three magnitudes are taken a step; one that rounding keeps from the tolerance would go on for 100 000 steps.
    const abs = vi.spyOn(Math, 'abs');
    let most = 0;
    try {
      for (let shape = 0.05; shape < 400; shape *= 1.07)
        for (let x = shape + 1; x < 4 * shape + 60; x += 0.11 + shape / 40) {
          abs.mockClear();
          gammaAbove(shape, x);
          most = Math.max(most, abs.mock.calls.length / 3);
        }
    } finally {
      abs.mockRestore();
    }
    expect(most).toBeGreaterThan(10);
    expect(most).toBeLessThan(1_000);
  });

  test('is all below and none above where its argument is more than a number can hold', () => {
    for (const shape of [1 / 16, 1, 400]) {
      expect(gammaBelow(shape, Number.POSITIVE_INFINITY)).toBe(1);
      expect(gammaAbove(shape, Number.POSITIVE_INFINITY)).toBe(0);
      expect(gammaAbove(shape, 1e305)).toBe(0);
    }
  });
});
