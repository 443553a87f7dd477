import { describe, expect, test, vi } from 'vitest';
import { allMenus, oneMenu } from '../../../renderer/commands/main-menu';
import { menuIds } from '../../../renderer/commands/menu';
import { commands } from '../../../renderer/commands/registry';
import { setView } from '../../../renderer/store/view';
import type { MenuItem } from '../../../renderer/ui/menu-items';

vi.mock('../../../renderer/platform/current', () => ({ platform: () => ({ kind: 'tab', menu: null }) }));

type Line = Extract<MenuItem, { kind: 'item' }>;
const lines = (items: readonly MenuItem[]): readonly Line[] =>
  items.flatMap((item) => (item.kind === 'item' ? [item] : []));
const back = (): void => undefined;

describe('the menu of a window in a tab', () => {
  test('leads to every command that the menus of the desktop have', () => {
    const opened: string[] = [];
    const into = lines(allMenus((id) => opened.push(id))).filter(({ leads }) => leads === 'in');
    for (const { run } of into) run();
    expect(opened).toEqual(menuIds);
    const shown = menuIds.flatMap((id) => lines(oneMenu(id, back)).map((line) => line.id));
    const wanted = commands.filter(({ menu }) => menu !== undefined).map(({ id }) => id);
    expect(shown.filter((id) => id !== 'back').toSorted()).toEqual(wanted.toSorted());
  });

  test('names versions, the reference and the help at once', () => {
    const ids = lines(allMenus(back)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['commands', 'versions', 'reference', 'help']));
  });

  test('goes back from each menu, greys what cannot run and ticks what is on', () => {
    const returned = vi.fn();
    const [first, ...rest] = lines(oneMenu('file', returned));
    first?.run();
    expect(first?.leads).toBe('back');
    expect(returned).toHaveBeenCalledOnce();
    expect(rest.find(({ id }) => id === 'export')?.disabled).toBe(true);
    expect(rest.find(({ id }) => id === 'new-design')?.disabled).toBe(false);
    setView({ theme: 'dark' });
    const theme = lines(oneMenu('view', back)).find(({ id }) => id === 'theme-dark');
    expect(theme?.checked).toBe(true);
  });

  test('separates the sections of a menu and repeats no id', () => {
    for (const id of menuIds) {
      const ids = oneMenu(id, back).map((item) => item.id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(oneMenu('file', back).filter(({ kind }) => kind === 'separator')).toHaveLength(3);
  });
});
