import { expect, test } from 'vitest';
import { cellBeside } from '../../../renderer/library/grid-keys';

/** Three columns: 0 1 2 / 3 4 5 / 6. */
const tops = [0, 0, 0, 100, 100, 100, 200];
const lefts = [0, 200, 400, 0, 200, 400, 0];
const from = (key: string, at: number) => cellBeside(key, at, tops, lefts);

test.each([
  ['ArrowRight', 1, 2],
  ['ArrowRight', 2, 3],
  ['ArrowRight', 6, null],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, null],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 5, 6],
  ['ArrowDown', 6, null],
  ['ArrowUp', 5, 2],
  ['ArrowUp', 6, 3],
  ['ArrowUp', 1, null],
  ['Home', 5, 0],
  ['End', 0, 6],
  ['a', 0, null],
])('%s from cell %d goes to %s', (key, at, to) => {
  expect(from(key, at)).toBe(to);
});
