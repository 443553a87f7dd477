import { expect, test } from 'vitest';
import { boundedAbove } from '../../../shared/math/bounded-wait';

/** Ten thousand stages are the border between going through them and the closed form. */
const border = 1e4;

test.each([0.5, 0.9999, 1, 1 + 1e-7, 1.0001, 2])(
  'with loads at %s of the capacity the closed form goes on where the sum ends',
  (ratio) => {
    for (const places of [9e3, 1.0005e4, 1.5e4, 1e6]) {
      const above = (stages: number) =>
        boundedAbove({ kind: 'bounded', probability: 1, ratePerMs: 1, ratio, places, meanMs: 1 }, stages);
      expect(above(border * (1 + 1e-9))).toBeCloseTo(above(border), 6);
    }
  },
);

test('a queue of a thousand million places is waited for as long as it is', () => {
  const wait = { kind: 'bounded', probability: 1, ratePerMs: 1, ratio: 1, places: 1e9, meanMs: 5e8 } as const;
  // All places alike: the share that is still to do after a quarter of them is three quarters.
  expect(boundedAbove(wait, 2.5e8)).toBeCloseTo(0.75, 6);
  expect(boundedAbove(wait, 2e9)).toBe(0);
});
