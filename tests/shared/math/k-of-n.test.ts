import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downtimeSecondsPerMonth } from '../../../shared/math/downtime';
import { atLeastUp } from '../../../shared/math/k-of-n';

describe('k of n', () => {
  test('has the oracle’s values', () => {
    expect(atLeastUp(3, 1, 0.99)).toBeCloseTo(0.999999, 12); // AV-2: 1 − 0.01³
    expect(atLeastUp(3, 2, 0.999)).toBeCloseTo(0.999997002, 10); // AV-3
    expect(atLeastUp(10, 8, 0.995)).toBeCloseTo(0.9999853891, 10); // AV-5
  });

  test('at its edges is certain or impossible', () => {
    expect([atLeastUp(3, 0, 0.5), atLeastUp(3, 1, 1), atLeastUp(3, 1, 0), atLeastUp(2, 3, 0.9)]).toEqual([
      1, 1, 0, 0,
    ]);
  });

  test('keeps its digits with ten thousand servers', () => {
    // The median of a binomial lies at its mean where that is whole.
    expect(atLeastUp(10_000, 5_000, 0.5)).toBeGreaterThan(0.5);
    expect(atLeastUp(10_000, 5_001, 0.5)).toBeLessThan(0.5);
    expect(atLeastUp(10_000, 5_000, 0.5) + atLeastUp(10_000, 5_001, 0.5)).toBeCloseTo(1, 12);
    expect(atLeastUp(100_000, 90_000, 0.995)).toBe(1);
  });

  test('is the sum over all states of the servers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 11 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, k, a) => {
          let sum = 0;
          for (let state = 0; state < 2 ** n; state++) {
            const up = state.toString(2).replace(/0/g, '').length;
            if (up >= k) sum += a ** up * (1 - a) ** (n - up);
          }
          expect(atLeastUp(n, k, a)).toBeCloseTo(sum, 12);
        },
      ),
    );
  });
});

describe('downtime', () => {
  test.each([
    [0.99, 25_920],
    [0.999, 2592],
    [0.9995, 1296],
    [0.9999, 259.2],
    [0.99999, 25.92],
  ])('of %d a month of 30 days is %d s', (availability, seconds) => {
    expect(downtimeSecondsPerMonth(availability)).toBeCloseTo(seconds, 6);
  });
});
