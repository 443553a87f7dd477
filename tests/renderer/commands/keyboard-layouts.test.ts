import { describe, expect, test } from 'vitest';
import { commandWithKeys } from '../../../renderer/commands/key-map';
import { commands } from '../../../renderer/commands/registry';
import { shortcutsOfPress } from '../../../renderer/ui/keys';
import { keyboardLayouts, pressesUnder } from '../../support/keyboard-layouts';

// `=` zooms in where + needs Shift; it is no other key on keyboards that have + to itself.
const shortcuts = commands.flatMap(({ id, keys = [] }) =>
  keys.filter((one) => one !== '=').map((one) => [one, id] as const),
);

describe.each(Object.entries(keyboardLayouts))('under the %s layout', (_name, layout) => {
  test.each(shortcuts)('%s is %s', (keys, id) => {
    const found = pressesUnder(layout, keys).map((press) =>
      shortcutsOfPress(press, false)
        .map((one) => commandWithKeys(commands, one))
        .find((command) => command !== null),
    );
    expect(found.map((command) => command?.id)).toContain(id);
  });
});

describe('a key whose sign no shortcut has', () => {
  const press = (key: string, code: string, more = {}) => ({
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });

  test('is not the letter of its place: the comma of a French keyboard is not M', () => {
    expect(shortcutsOfPress(press(',', 'KeyM'), false)).toEqual([',']);
  });

  test('is the bracket of its place where it types a letter that no shortcut has', () => {
    expect(shortcutsOfPress(press('ü', 'BracketLeft'), false)).toEqual(['[']);
    expect(shortcutsOfPress(press('Х', 'BracketLeft', { shiftKey: true }), false)).toEqual(['{']);
  });

  test('is what AltGr types, though Windows reports Ctrl and Alt', () => {
    const altGraph = {
      ctrlKey: true,
      altKey: true,
      getModifierState: (name: string) => name === 'AltGraph',
    };
    expect(shortcutsOfPress(press('[', 'Digit8', altGraph), false)).toEqual(['[', '8']);
  });

  test('is the letter of its place where Option composed it', () => {
    expect(shortcutsOfPress(press('Dead', 'KeyN', { altKey: true }), true)).toEqual(['alt+n']);
    expect(shortcutsOfPress(press('©', 'KeyG', { altKey: true, metaKey: true }), true)).toContain(
      'mod+alt+g',
    );
  });

  test('is nothing while only modifiers are held', () => {
    expect(shortcutsOfPress(press('Shift', 'ShiftLeft', { shiftKey: true }), false)).toEqual([]);
    expect(shortcutsOfPress(press('AltGraph', 'AltRight'), false)).toEqual([]);
  });
});
