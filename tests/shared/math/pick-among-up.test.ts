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

describe('what has no weight', () => {
  test.each([2, 8, 9, 65])('is not picked of %s, even where no other is up', (count) => {
    const of = Array.from({ length: count }, (_, i) => ({ weight: i, up: 0.5 }));
    const picked = pickAmongUp(of);
    expect(picked[0]).toBe(0);
    expect(picked.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1 - 0.5 ** (count - 1), 9);
  });
});

describe('a pick among a hundred thousand', () => {
  test('of two kinds agrees with one by one for few of them, and comes to the probability that one is up', () => {
    const of = Array.from({ length: 65 }, (_, i) => ({ weight: 1, up: i % 3 === 0 ? 0.2 : 0.01 }));
    // The 65th changes the way: among 64 of them and one of no weight all is as it was.
    const few = pickAmongUp(of.slice(0, 64));
    const many = pickAmongUp([...of.slice(0, 64), { weight: 0, up: 1 }]);
    few.forEach((share, i) => {
      expect(many[i]).toBeCloseTo(share, 11);
    });
    const noneUp = of.reduce((product, { up }) => product * (1 - up), 1);
    expect(pickAmongUp(of).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1 - noneUp, 12);
  });

  test('ends, and is even among equals', () => {
    const of = Array.from({ length: 100_000 }, () => ({ weight: 1, up: 0.99 }));
    const picked = pickAmongUp(of);
    expect((picked[0] ?? 0) * 100_000).toBeCloseTo(1, 9);
    expect(picked[99_999]).toBe(picked[0]);
  });

  test('weights that are hundreds of decades apart are picked from in their order', () => {
    const of = Array.from({ length: 100 }, (_, i) =>
      i % 2 === 0 ? { weight: 1e12, up: 0.001 } : { weight: 1e-300, up: 1 },
    );
    const picked = pickAmongUp(of);
    const heavyUp = 1 - 0.999 ** 50;
    expect((picked[0] ?? 0) * 50).toBeCloseTo(heavyUp, 9);
    expect((picked[1] ?? 0) * 50).toBeCloseTo(1 - heavyUp, 9);
  });
});
