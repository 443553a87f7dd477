import { afterEach, describe, expect, test } from 'vitest';
import {
  commandWithKeys,
  isTaken,
  withOwnShortcuts,
  withoutShortcut,
  withShortcut,
} from '../../../renderer/commands/key-map';
import { menusNow } from '../../../renderer/commands/menu';
import { paletteEntries } from '../../../renderer/commands/palette-entries';
import { commandOf, commands, shortcutOf } from '../../../renderer/commands/registry';
import { commandOfPress } from '../../../renderer/commands/shortcuts';
import { keysOf } from '../../../renderer/store/key-map';
import { setView, useView } from '../../../renderer/store/view';

const shortcuts = () => useView.getState().shortcuts;
const help = commandOf('help');
const palette = commandOf('commands');

describe('the shortcuts that a person gives commands', () => {
  afterEach(() => setView({ shortcuts: {} }));

  test('are in the list, the palette, the menu of the desktop window and the press', () => {
    setView({ shortcuts: { commands: ['mod+shift+p'] } });
    expect(shortcutOf('commands')).toBe('Ctrl+Shift+P');
    expect(shortcutOf('help')).toBe('?');
    const menu = menusNow().flatMap(({ items }) => items);
    expect(menu.find(({ id }) => id === 'commands')?.accelerator).toBe('CommandOrControl+Shift+P');
    setView({ shortcuts: { help: ['mod+h'] } });
    expect(paletteEntries('help').find(({ id }) => id === 'help')?.keys).toBe('Ctrl+H');
    const press = { key: 'h', code: 'KeyH', ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };
    expect(commandOfPress(press, false)?.id).toBe('help');
    expect(commandOfPress({ ...press, key: '?', ctrlKey: false, shiftKey: true }, false)).toBeNull();
  });

  test('are taken from the command that had them', () => {
    setView({ shortcuts: withShortcut(commands, palette, 'mod+s') });
    expect(keysOf(palette)).toEqual(['mod+k', 'mod+s']);
    expect(keysOf(commandOf('save-file'))).toEqual([]);
    expect(commandWithKeys(commands, 'mod+s')?.id).toBe('commands');
  });

  test('are forgotten where they are the command’s own again, which takes them back', () => {
    setView({ shortcuts: withShortcut(commands, palette, 'mod+s') });
    setView({ shortcuts: withOwnShortcuts(commands, commandOf('save-file')) });
    expect(keysOf(commandOf('save-file'))).toEqual(['mod+s']);
    expect(shortcuts()).toEqual({});
  });

  test('can be none', () => {
    setView({ shortcuts: withoutShortcut(help, '?') });
    expect(keysOf(help)).toEqual(['f1']);
    setView({ shortcuts: withoutShortcut(help, 'f1') });
    expect(keysOf(help)).toEqual([]);
    expect(shortcutOf('help')).toBe('');
  });

  test('run nothing while a text is written unless they type nothing', () => {
    setView({ shortcuts: { commands: ['q', 'f9'] } });
    const press = { key: 'q', code: 'KeyQ', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(commandOfPress(press, true)).toBeNull();
    expect(commandOfPress({ ...press, key: 'F9', code: 'F9' }, true)?.id).toBe('commands');
  });

  test('are not what the window needs for itself', () => {
    expect(['tab', 'mod+c', 'space'].map(isTaken)).toEqual([true, true, true]);
    expect(isTaken('mod+shift+p')).toBe(false);
  });
});
