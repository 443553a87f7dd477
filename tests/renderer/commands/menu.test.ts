import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { acceleratorOf, followMenu, menusNow, runFromMenu } from '../../../renderer/commands/menu';
import { compareInMenu, menuSections } from '../../../renderer/commands/menu-path';
import { commands } from '../../../renderer/commands/registry';
import { closeNotice, showNotice } from '../../../renderer/store/notice';
import { setView, useView } from '../../../renderer/store/view';
import { useWorkspace } from '../../../renderer/store/workspace';
import { type Menus, requests } from '../../../shared/ipc';

let isModal: boolean;
let execCommand: ReturnType<typeof vi.fn>;
let activeElement: unknown;

class Field {
  isContentEditable = true;
  matches = (): boolean => false;
}

const shell = vi.hoisted(() => ({ shown: [] as Menus[] }));
vi.mock('../../../renderer/platform/current', () => ({
  platform: () => ({
    kind: 'desktop',
    menu: { show: (menus: Menus) => shell.shown.push(menus), onCommand: () => () => undefined },
  }),
}));

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
  test('are what the contract says, with every command once but those of the clipboard, of Enter and of the arrows', () => {
    const menus = menusNow();
    expect(requests['app:set-menu'].input.safeParse({ menus }).error).toBeUndefined();
    const ids = menus.flatMap(({ items }) => items.map(({ id }) => id));
    // What Enter and the arrows do depends on where the keyboard is.
    const wanted = commands.filter(
      ({ id, native }) => native !== true && id !== 'write' && !id.startsWith('nudge-'),
    );
    expect([...ids].sort()).toEqual(wanted.map(({ id }) => id).sort());
    expect(menus.map(({ id }) => id)).toEqual(['file', 'edit', 'insert', 'arrange', 'view', 'help']);
  });

  test('grey what cannot run now, but never what a text may take', () => {
    expect(itemOf('export')?.enabled).toBe(false);
    expect(itemOf('new-design')?.enabled).toBe(true);
    expect(itemOf('undo')?.enabled).toBe(true);
    setView({ dialog: 'help' });
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

describe('the place of a command in the menus', () => {
  const paths = commands.flatMap(({ menu }) => menu ?? []);

  test('is its own, in every section of every menu', () => {
    const places = paths.map(({ menu, section, order }) => `${menu} ${section} ${order}`);
    expect(new Set(places).size).toBe(places.length);
    const sections = new Set(paths.map(({ menu, section }) => `${menu} ${section}`));
    const wanted = Object.entries(menuSections).flatMap(([menu, all]) => all.map((one) => `${menu} ${one}`));
    expect([...sections].toSorted()).toEqual(wanted.toSorted());
  });

  test('keeps sections together, in their order', () => {
    const insert = paths.filter(({ menu }) => menu === 'edit').toSorted(compareInMenu);
    const sections = insert.map(({ section }) => section);
    expect(sections.filter((one, at) => one !== sections[at - 1])).toEqual([...menuSections.edit]);
  });
});

describe('the menu of the shell', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    shell.shown.length = 0;
  });
  afterEach(() => {
    useWorkspace.setState({ trash: [] });
    setView({ theme: 'system', zoom: 1 });
    vi.useRealTimers();
  });
  const shownItem = (id: string) =>
    shell.shown
      .at(-1)
      ?.flatMap(({ items }) => items)
      .find((item) => item.id === id);

  test('follows what commands depend on, and waits for nothing while nothing changes', () => {
    const stop = followMenu();
    expect(shell.shown).toHaveLength(1);
    expect(shownItem('empty-trash')?.enabled).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    useWorkspace.setState({ trash: [{ key: 'x', name: 'Old', deletedAt: '' }] });
    setView({ theme: 'dark' });
    vi.runAllTimers();
    expect(shell.shown).toHaveLength(2);
    expect(shownItem('empty-trash')?.enabled).toBe(true);
    expect(shownItem('theme-dark')?.checked).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
    // A change that no command depends on sends nothing.
    setView({ zoom: 2 });
    vi.runAllTimers();
    expect(shell.shown).toHaveLength(2);
    stop();
    setView({ theme: 'light' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the menu of the shell while a dialog is open', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    shell.shown.length = 0;
  });
  afterEach(() => {
    closeNotice();
    vi.useRealTimers();
  });

  test('is grey as soon as the dialog is wanted, though it is drawn later, and is not once it is closed', () => {
    const stop = followMenu();
    const isOffered = (): boolean | undefined =>
      shell.shown
        .at(-1)
        ?.flatMap(({ items }) => items)
        .find(({ id }) => id === 'new-design')?.enabled;
    const offered = [isOffered()];
    for (const change of [
      () => setView({ dialog: 'trash' }),
      () => setView({ dialog: null }),
      () => showNotice({ title: 'Not saved', text: '', actions: [] }),
      closeNotice,
    ]) {
      change();
      vi.runAllTimers();
      offered.push(isOffered());
    }
    expect(offered).toEqual([true, false, true, false, true]);
    stop();
  });
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
