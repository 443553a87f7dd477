import { expect, test } from 'vitest';
import { cumulative } from '../../../shared/math/lattice';
import { type FreeWait, noWait } from '../../../shared/math/response';
import { responseLattice } from '../../../shared/math/response-lattice';
import { visitResponse } from '../../../shared/math/visit-response';

test.each([1, 2, 8, 16, 24, 32, 64])(
  'a delay of 1 ms beside work of 2 ms lies within a grid of %d ms as a whole',
  (stepMs) => {
    const response = visitResponse(noWait, {
      work: { meanMs: 2, cv: 2 },
      delay: { meanMs: 1, cv: 1 },
      slow: { share: 0, meanMs: 0 },
    });
    const below = cumulative(responseLattice(response, stepMs));
    expect(Math.abs((below.at(-1) ?? 0) - 1)).toBeLessThan(1e-6);
  },
);

test.each([0.5, 4, 16, 64])(
  'a wait and a delay of nearly its rate lie within a grid of %d ms as a whole',
  (stepMs) => {
    // The tail of the sum has terms of either sign.
    const wait: FreeWait = { kind: 'free', terms: [{ weight: 0.5, ratePerMs: 1 }] };
    const response = visitResponse(wait, {
      work: { meanMs: 2, cv: 1 },
      delay: { meanMs: 1.1, cv: 1 },
      slow: { share: 0, meanMs: 0 },
    });
    const below = cumulative(responseLattice(response, stepMs));
    expect(Math.abs((below.at(-1) ?? 0) - 1)).toBeLessThan(1e-6);
  },
);
