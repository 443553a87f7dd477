import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { acceleratorOf, menusNow, runFromMenu } from '../../../renderer/commands/menu';
import { commands } from '../../../renderer/commands/registry';
import { setView, useView } from '../../../renderer/store/view';
import { requests } from '../../../shared/ipc';

let isModal: boolean;
let execCommand: ReturnType<typeof vi.fn>;
let activeElement: unknown;

class Field {
  isContentEditable = true;
}

beforeEach(() => {
  isModal = false;
  activeElement = null;
  execCommand = vi.fn();
  vi.stubGlobal('HTMLElement', Field);
  vi.stubGlobal('document', {
    querySelector: () => (isModal ? {} : null),
    execCommand,
    get activeElement() {
      return activeElement;
    },
  });
  setView({ dialog: null });
});
afterEach(() => vi.unstubAllGlobals());

const itemOf = (id: string) =>
  menusNow()
    .flatMap(({ items }) => items)
    .find((item) => item.id === id);

describe('the menus that the shell shows', () => {
  test('are what the contract says, with every command once but those of the clipboard and of the arrows', () => {
    const menus = menusNow();
    expect(requests['app:set-menu'].input.safeParse({ menus }).error).toBeUndefined();
    const ids = menus.flatMap(({ items }) => items.map(({ id }) => id));
    const wanted = commands.filter(({ id, native }) => native !== true && !id.startsWith('nudge-'));
    expect([...ids].sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(menus.map(({ id }) => id)).toEqual(['file', 'edit', 'insert', 'view', 'help']);
  });

  test('grey what cannot run now, but never what a text may take', () => {
    expect(itemOf('export')?.enabled).toBe(false);
    expect(itemOf('new-design')?.enabled).toBe(true);
    expect(itemOf('undo')?.enabled).toBe(true);
    isModal = true;
    expect(itemOf('new-design')?.enabled).toBe(false);
    expect(itemOf('undo')?.enabled).toBe(true);
  });

  test('tick what is on', () => {
    setView({ theme: 'dark' });
    expect(itemOf('theme-dark')?.checked).toBe(true);
    expect(itemOf('theme-light')?.checked).toBe(false);
    expect(itemOf('new-design')?.checked).toBeNull();
  });
});

test.each([
  ['mod+shift+e', 'CommandOrControl+Shift+E'],
  ['mod+0', 'CommandOrControl+0'],
  ['mod+alt+g', 'CommandOrControl+Alt+G'],
  // Alone, or with what writes other letters, it would be taken from a text.
  ['p', null],
  ['shift+1', null],
  ['alt+n', null],
  [undefined, null],
])('the shortcut %s is %s in a menu', (keys, accelerator) => {
  expect(acceleratorOf(keys)).toBe(accelerator);
});

describe('what is chosen in the menu', () => {
  test('runs as a command', () => {
    runFromMenu('about');
    expect(useView.getState().dialog).toBe('about');
  });

  test('does nothing under a dialog, as its shortcut does', () => {
    isModal = true;
    runFromMenu('about');
    expect(useView.getState().dialog).toBeNull();
  });

  test('is the text’s own where one is being written', () => {
    activeElement = new Field();
    for (const id of ['undo', 'redo', 'select-all', 'delete', 'about']) runFromMenu(id);
    expect(execCommand.mock.calls.flat()).toEqual(['undo', 'redo', 'selectAll', 'delete']);
    expect(useView.getState().dialog).toBe('about');
  });
});
