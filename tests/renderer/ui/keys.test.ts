import { describe, expect, test } from 'vitest';
import { type KeyPress, matches, shownKeys } from '../../../renderer/ui/keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('a press and a shortcut', () => {
  test.each([
    ['a letter', press('n'), 'n', true],
    ['a letter with Ctrl is another shortcut', press('n', { ctrlKey: true }), 'n', false],
    ['mod is Ctrl', press('z', { ctrlKey: true }), 'mod+z', true],
    [
      'Shift makes a capital of the letter',
      press('Z', { ctrlKey: true, shiftKey: true }),
      'mod+shift+z',
      true,
    ],
    ['Shift is not ignored', press('Z', { ctrlKey: true, shiftKey: true }), 'mod+z', false],
    ['a sign is what is typed', press('?', { shiftKey: true, code: 'Slash' }), '?', true],
    ['a sign on another layout', press('/', { shiftKey: true, code: 'Digit7' }), '/', true],
    ['plus is a sign', press('+', { shiftKey: true }), '+', true],
    ['a digit by its place', press('!', { shiftKey: true, code: 'Digit1' }), 'shift+1', true],
    ['Cyrillic letters by their place', press('я', { ctrlKey: true, code: 'KeyZ' }), 'mod+z', true],
    ['Latin letters by what they are', press('y', { ctrlKey: true, code: 'KeyZ' }), 'mod+z', false],
    ['a named key', press('ArrowLeft', { shiftKey: true }), 'shift+arrowleft', true],
    ['Alt is not ignored', press('n', { altKey: true }), 'n', false],
  ])('%s', (_name, event, keys, expected) => {
    expect(matches(event, keys, false)).toBe(expected);
  });

  test('mod is Cmd on a Mac, and Ctrl is not', () => {
    expect(matches(press('z', { metaKey: true }), 'mod+z', true)).toBe(true);
    expect(matches(press('z', { ctrlKey: true }), 'mod+z', true)).toBe(false);
  });

  test('backspace deletes on a Mac', () => {
    expect(matches(press('Backspace'), 'delete', true)).toBe(true);
  });
});

describe('a shortcut as it is shown', () => {
  test.each([
    ['mod+shift+c', 'Ctrl+Shift+C', '⇧⌘C'],
    ['delete', 'Del', '⌫'],
    ['escape', 'Esc', '⎋'],
    ['mod+alt+g', 'Ctrl+Alt+G', '⌥⌘G'],
    ['?', '?', '?'],
    ['+', '+', '+'],
    ['f2', 'F2', 'F2'],
    ['shift+arrowleft', 'Shift+←', '⇧←'],
  ])('%s', (keys, elsewhere, mac) => {
    expect(shownKeys(keys, false)).toBe(elsewhere);
    expect(shownKeys(keys, true)).toBe(mac);
  });
});
