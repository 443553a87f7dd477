import { describe, expect, test } from 'vitest';
import { nextIndex } from '../../../../renderer/panels/findings/item-keys';

describe('the keys of the list of findings', () => {
  test.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 1, 2],
    ['ArrowDown', 4, 4],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 0],
    ['Home', 3, 0],
    ['End', 1, 4],
  ])('%s from %d goes to %d of five', (key, at, next) => {
    expect(nextIndex(key, at, 5)).toBe(next);
  });

  test('do nothing in an empty list, and other keys nothing at all', () => {
    expect(nextIndex('ArrowDown', -1, 0)).toBeNull();
    expect(nextIndex('a', 1, 5)).toBeNull();
  });
});
