import { expect, test } from 'vitest';
import { settle } from '../../../shared/math/settle';

/** A ring of `count` values, each the next one × 1, the last one 1 − gain + gain × the first: all of them 1 in the end. */
function ring(count: number, gain: number) {
  const values = new Float64Array(count);
  let workedOut = 0;
  const isSettled = settle(
    {
      count,
      read: (at) => values[at] as number,
      write(at, value) {
        values[at] = value;
      },
      workOut(at) {
        workedOut += 1;
        return at + 1 < count ? (values[at + 1] as number) : 1 - gain + gain * (values[0] as number);
      },
    },
    1e-14,
    20_000,
  );
  return { values, isSettled, turns: workedOut / count };
}

test.each([
  [1, 0.5],
  [1, 0.999_999],
  [3, 0.999_999_99],
  [2_000, 0.5],
  [2_000, 0.9999],
])('a ring of %i values that keeps %d of itself settles', (count, gain) => {
  const { values, isSettled, turns } = ring(count, gain);
  expect(isSettled).toBe(true);
  expect(turns).toBeLessThan(2_000);
  expect(values[0]).toBeCloseTo(1, 8);
  expect(values[count - 1]).toBeCloseTo(1, 8);
});
