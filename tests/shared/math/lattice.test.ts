import { describe, expect, test } from 'vitest';
import { gridQuantile } from '../../../shared/math/grid-quantile';
import {
  constantLattice,
  convolve,
  cumulative,
  type Lattice,
  repeat,
  slowest,
} from '../../../shared/math/lattice';
import { noWait, type Response, responseQuantile, sojourn } from '../../../shared/math/response';
import { responseLattice } from '../../../shared/math/response-lattice';
import { perhaps } from '../../../shared/math/running-sum';

const quantile = (lattice: Lattice, stepMs: number, p: number): number =>
  gridQuantile(cumulative(lattice), lattice.shiftMs, stepMs, p) ?? Number.NaN;

const exponential = (meanMs: number, stepMs: number): Lattice =>
  responseLattice(sojourn(noWait, { meanMs, cv: 1 }), stepMs);

describe('distributions on a grid', () => {
  test('the sum of two exponentials of one mean is an Erlang', () => {
    const sum = convolve(exponential(10, 0.125), exponential(10, 0.125));
    // P(T > t) = (1 + t ÷ 10) e^(−t ÷ 10): the median of a gamma of shape 2 is 1.678347 of the scale.
    expect(quantile(sum, 0.125, 0.5)).toBeCloseTo(16.78347, 3);
  });

  test('the slowest of three is the product of their distributions', () => {
    const parts = [exponential(10, 0.125), exponential(10, 0.125), exponential(10, 0.125)];
    // (1 − e^(−t ÷ 10))³ = 0.5.
    expect(quantile(slowest(parts, 0.125), 0.125, 0.5)).toBeCloseTo(-10 * Math.log(1 - 0.5 ** (1 / 3)), 2);
  });

  test('a constant is exact, and what is only perhaps there leaves the rest at nothing', () => {
    expect(quantile(convolve(constantLattice(20.37), exponential(1, 0.015625)), 0.015625, 0.5)).toBeCloseTo(
      20.37 + Math.log(2),
      4,
    );
    const rare = perhaps(exponential(100, 1), 0.1, 1);
    expect(quantile(rare, 1, 0.99)).toBeCloseTo(100 * Math.log(10), 1);
  });

  test('a thousand calls keep their variance, though one of them is shorter than a step', () => {
    const sum = repeat(exponential(0.5, 2), 1000, 2);
    // Close to normal: 500 with a deviation of 0.5 √1000 = 15.81; 2.326 of these, and Cornish–Fisher's skewness term.
    const expected = 500 + 15.811 * (2.3263 + ((2.3263 ** 2 - 1) * 2) / Math.sqrt(1000) / 6);
    expect(quantile(sum, 2, 0.99) / expected).toBeCloseTo(1, 2.5);
  });

  test.each([0.1, 0.5, 0.7, 1, 1.3, 2])(
    'a queue with service of cv %d has the percentiles of its closed form',
    (cv) => {
      const response: Response = sojourn(
        { kind: 'free', terms: [{ weight: 0.6, ratePerMs: 0.08 }] },
        { meanMs: 5, cv },
      );
      for (const p of [0.5, 0.95, 0.99]) {
        const exact = responseQuantile(response, p);
        expect(quantile(responseLattice(response, 0.25), 0.25, p) / exact).toBeCloseTo(1, 2.3);
      }
    },
  );
});
