import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Pickable, pickAmongUp } from '../../../shared/math/pick-among-up';

/** Over every state of who is up. */
function listed(of: readonly Pickable[], picked: number): number {
  let sum = 0;
  for (let state = 0; state < 2 ** of.length; state++) {
    const isUp = (i: number) => ((state >>> i) & 1) === 1;
    const weights = of.reduce((total, { weight }, i) => (isUp(i) ? total + weight : total), 0);
    const probability = of.reduce((product, { up }, i) => product * (isUp(i) ? up : 1 - up), 1);
    if (isUp(picked)) sum += (probability * (of[picked]?.weight ?? 0)) / weights;
  }
  return sum;
}

const pickable = (weights: readonly number[]) =>
  fc.record({ weight: fc.constantFrom(...weights), up: fc.constantFrom(1, 0.99, 0.5, 0.1, 0) });

describe('the pick among those that are up', () => {
  test.each([
    ['equal', [1], 10],
    ['unequal', [1, 2, 5], 8],
    ['many unequal', [0.01, 1, 30], 11],
  ] as const)('with %s weights is over every state of them', (_, weights, most) => {
    fc.assert(
      fc.property(fc.array(pickable(weights), { minLength: 1, maxLength: most }), (of) => {
        const picked = pickAmongUp(of);
        of.forEach((_of, i) => {
          expect(picked[i]).toBeCloseTo(listed(of, i), 9);
        });
      }),
      { numRuns: 60 },
    );
  });
});
