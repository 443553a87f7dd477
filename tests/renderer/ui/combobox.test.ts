import { describe, expect, test } from 'vitest';
import { movedOption } from '../../../renderer/ui/use-combobox';

describe('the active option of a combobox', () => {
  test.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 19, 0],
    ['ArrowUp', 1, 0],
    ['ArrowUp', 0, 19],
    ['PageDown', 3, 11],
    ['PageDown', 15, 19],
    ['PageUp', 11, 3],
    ['PageUp', 5, 0],
  ])('%s moves from %i of 20 to %i', (key, active, next) => {
    expect(movedOption(key, active, 20)).toBe(next);
  });

  test('does not move on any other key, nor in an empty list', () => {
    expect(movedOption('a', 3, 20)).toBeNull();
    expect(movedOption('ArrowDown', 0, 0)).toBeNull();
  });
});
