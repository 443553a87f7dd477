import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likeliestSets } from '../../../shared/math/likeliest-sets';

describe('sets of positions by the product of their weights', () => {
  test('come with the largest first', () => {
    // 0.5, 0.2, 0.5 × 0.2 = 0.1, 0.05, 0.5 × 0.05 = 0.025, 0.2 × 0.05 = 0.01, 0.5 × 0.2 × 0.05 = 0.005
    const sets = [...likeliestSets([0.2, 0.05, 0.5])];
    expect(sets.map(({ members }) => members)).toEqual([[2], [0], [2, 0], [1], [2, 1], [0, 1], [2, 0, 1]]);
    [0.5, 0.2, 0.1, 0.05, 0.025, 0.01, 0.005].forEach((weight, i) => {
      expect(sets[i]?.weight).toBeCloseTo(weight, 15);
    });
  });

  test('of nothing are none', () => {
    expect([...likeliestSets([])]).toEqual([]);
  });

  test('are all of them, each once, never a larger one after a smaller', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 }), (weights) => {
        const sets = [...likeliestSets(weights)];
        const keys = sets.map(({ members }) => members.toSorted((a, b) => a - b).join(' '));
        expect(new Set(keys).size).toBe(2 ** weights.length - 1);
        for (const [i, { members, weight }] of sets.entries()) {
          const product = members.reduce((of, at) => of * (weights[at] as number), 1);
          expect(Math.abs(weight - product)).toBeLessThanOrEqual(1e-12 * product);
          expect(weight).toBeLessThanOrEqual((sets[i - 1]?.weight ?? 1) * (1 + 1e-12));
        }
      }),
    );
  });
});
