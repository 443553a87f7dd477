import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Menus } from '../../shared/ipc';

interface BuiltItem {
  readonly id?: string;
  enabled?: boolean;
  checked?: boolean;
  readonly click?: () => void;
}

const fake = vi.hoisted(() => ({ menu: null as null | { items: BuiltItem[] }, built: 0, send: vi.fn() }));

vi.mock('electron', () => ({
  app: { isPackaged: true, getPath: () => '', on: () => undefined },
  dialog: {},
  BrowserWindow: { getAllWindows: () => [{ webContents: { send: fake.send } }] },
  Menu: {
    getApplicationMenu: () => fake.menu,
    setApplicationMenu: (menu: typeof fake.menu) => {
      fake.menu = menu;
    },
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => {
      fake.built += 1;
      const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
      return {
        items: items.map((item) => ({ ...item })),
        getMenuItemById(id: string) {
          return this.items.find((item: { readonly id?: string }) => item.id === id) ?? null;
        },
      };
    },
  },
}));

const { menuTemplate, showMenu } = await import('../../electron/menu');

const entry = (
  id: string,
  more: Partial<Menus[number]['items'][number]> = {},
): Menus[number]['items'][number] => ({
  id,
  title: `Title of ${id}`,
  section: 'parts',
  accelerator: null,
  enabled: true,
  checked: null,
  ...more,
});

const menus: Menus = [
  { id: 'file', items: [entry('save-file', { accelerator: 'CommandOrControl+S' })] },
  { id: 'edit', items: [entry('undo'), entry('redo'), entry('group', { enabled: false })] },
  { id: 'view', items: [entry('theme-dark', { checked: true })] },
  { id: 'help', items: [entry('help'), entry('about')] },
];

type Template = readonly MenuItemConstructorOptions[];

const submenuOf = (template: Template, label: string): MenuItemConstructorOptions[] => {
  const { submenu } = template.find((menu) => menu.label === label || menu.role === label) ?? {};
  return Array.isArray(submenu) ? submenu : [];
};

/** What an item is: its role, the command it runs, or a line between others. */
const namesOf = (items: readonly MenuItemConstructorOptions[]): unknown[] =>
  items.map(({ role, id, type }) => role ?? id ?? type);

const templateOf = (isMac: boolean, isPackaged = true, run = vi.fn()): Template =>
  menuTemplate(menus, { isMac, isPackaged }, run);

describe('the application menu', () => {
  test('has the menus of the system in their order', () => {
    const topOf = (template: Template): unknown[] => template.map(({ label, role }) => label ?? role);
    expect(topOf(templateOf(false))).toEqual(['File', 'Edit', 'View', 'windowMenu', 'Help']);
    expect(topOf(templateOf(true))).toEqual(['appMenu', 'File', 'Edit', 'View', 'windowMenu', 'Help']);
  });

  test('parts the sections of a menu by a line, and nothing else', () => {
    const items = ['a', 'b', 'c'].map((id, at) => entry(id, { section: at < 2 ? 'first' : 'second' }));
    const template = menuTemplate([{ id: 'insert', items }], { isMac: false, isPackaged: true }, vi.fn());
    expect(namesOf(submenuOf(template, 'Insert'))).toEqual(['a', 'b', 'separator', 'c']);
  });

  test('leaves cut, copy and paste to whatever has the keyboard', () => {
    expect(namesOf(submenuOf(templateOf(false), 'Edit'))).toEqual([
      ...['undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'separator', 'group'],
    ]);
  });

  test('says what the program is where each system looks for it, once', () => {
    expect(namesOf(submenuOf(templateOf(false), 'Help'))).toEqual(['help', 'about']);
    expect(namesOf(submenuOf(templateOf(true), 'Help'))).toEqual(['help']);
    expect(namesOf(submenuOf(templateOf(true), 'appMenu')).slice(0, 2)).toEqual(['about', 'separator']);
  });

  test('ends the app under File, on macOS in the menu of the app', () => {
    expect(namesOf(submenuOf(templateOf(false), 'File'))).toEqual(['save-file', 'separator', 'quit']);
    expect(namesOf(submenuOf(templateOf(true), 'File'))).toEqual(['save-file', 'separator', 'close']);
    expect(namesOf(submenuOf(templateOf(true), 'appMenu')).at(-1)).toBe('quit');
  });

  test.each([true, false])('has nothing for developers once it is packaged (macOS: %s)', (isMac) => {
    expect(JSON.stringify(templateOf(isMac, true))).not.toMatch(/DevTools|reload|Learn More/i);
    expect(JSON.stringify(templateOf(isMac, false))).toMatch(/toggleDevTools/);
  });

  test('runs a command of the window, shows its shortcut and its state', () => {
    const run = vi.fn();
    const template = templateOf(false, true, run);
    const [save] = submenuOf(template, 'File');
    expect(save).toMatchObject({
      accelerator: 'CommandOrControl+S',
      registerAccelerator: false,
      enabled: true,
    });
    Reflect.apply(save?.click ?? vi.fn(), null, []);
    expect(run).toHaveBeenCalledExactlyOnceWith('save-file');
    expect(submenuOf(template, 'View')[0]).toMatchObject({ type: 'checkbox', checked: true });
    expect(submenuOf(template, 'Edit').at(-1)).toMatchObject({ id: 'group', enabled: false });
  });
});

describe('a menu that changes', () => {
  beforeEach(() => {
    fake.menu = null;
    fake.built = 0;
    fake.send.mockClear();
    showMenu(menus);
  });

  const item = (id: string): BuiltItem | undefined => fake.menu?.items.find((one) => one.id === id);

  test('is not built anew for its state', () => {
    showMenu([
      { id: 'edit', items: [entry('undo', { enabled: false })] },
      ...menus.filter(({ id }) => id !== 'edit'),
    ]);
    expect(fake.built).toBe(2);
    const enabled = menus.map((menu) => ({
      ...menu,
      items: menu.items.map((one) => ({
        ...one,
        enabled: true,
        checked: one.checked === null ? null : false,
      })),
    }));
    showMenu(menus);
    showMenu(enabled);
    expect(fake.built).toBe(3);
    expect(item('group')?.enabled).toBe(true);
    expect(item('theme-dark')?.checked).toBe(false);
  });

  test('keeps its tick where the window says it is, not where the system has put it', () => {
    const theme = item('theme-dark');
    if (theme === undefined) throw new Error('no such item');
    theme.checked = false;
    theme.click?.();
    expect(fake.send).toHaveBeenCalledExactlyOnceWith('app:run-command', { id: 'theme-dark' });
    expect(theme.checked).toBe(true);
  });
});
