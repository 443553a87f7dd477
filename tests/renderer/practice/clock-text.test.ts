import { expect, test } from 'vitest';
import { clockText } from '../../../renderer/practice/clock-text';

test.each([
  [0, '0:00'],
  [999, '0:00'],
  [65_000, '1:05'],
  [38 * 60_000 + 5000, '38:05'],
  [62 * 60_000 + 9000, '1:02:09'],
  [-500, '0:00'],
  [-65_000, '−1:05'],
])('%d ms reads %s', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});
