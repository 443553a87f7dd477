import { expect, test } from 'vitest';
import { atLeastUp } from '../../../../shared/rules/fixes/k-of-n';

test('one of one is up as often as the server itself', () => {
  expect(atLeastUp(1, 1, 0.995)).toBeCloseTo(0.995, 12);
});

test('one of two fails only when both do', () => {
  // 1 − 0.005² = 0.999975
  expect(atLeastUp(2, 1, 0.995)).toBeCloseTo(0.999975, 12);
});

test('six of seven, all or all but one', () => {
  // 0.995⁷ + 7 × 0.005 × 0.995⁶ = 0.965521 + 0.033963 = 0.999484
  expect(atLeastUp(7, 6, 0.995)).toBeCloseTo(0.995 ** 7 + 7 * 0.005 * 0.995 ** 6, 12);
  expect(atLeastUp(7, 6, 0.995)).toBeCloseTo(0.999484, 6);
});

test('servers that never fail and servers that never work', () => {
  expect(atLeastUp(3, 2, 1)).toBe(1);
  expect(atLeastUp(3, 2, 0)).toBe(0);
});

test('more are needed than there are: never', () => {
  expect(atLeastUp(2, 3, 0.995)).toBe(0);
});
