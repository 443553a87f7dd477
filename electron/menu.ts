import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Menus } from '../shared/ipc';
import { sendEvent } from './closing';

export interface MenuPlace {
  readonly isMac: boolean;
  /** Developer tools are for whoever works on the program. */
  readonly isPackaged: boolean;
}

type Entry = Menus[number]['items'][number];
type RunCommand = (id: string) => void;

const titles = {
  file: 'File',
  edit: 'Edit',
  insert: 'Insert',
  arrange: 'Arrange',
  view: 'View',
  help: 'Help',
} as const;
const separator: MenuItemConstructorOptions = { type: 'separator' };

/** What of the Edit menu belongs to the text or the canvas that has the keyboard. */
const clipboard: readonly MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
];

/** The application menu: the window's commands, and beside them what belongs to the system. */
export function menuTemplate(
  menus: Menus,
  place: MenuPlace,
  run: RunCommand,
): readonly MenuItemConstructorOptions[] {
  const { isMac, isPackaged } = place;
  const entriesOf = (id: keyof typeof titles): readonly Entry[] =>
    menus.find((menu) => menu.id === id)?.items ?? [];
  const items = (entries: readonly Entry[]): MenuItemConstructorOptions[] =>
    entries.flatMap((entry, at) => {
      const before = entries[at - 1];
      const isNext = before !== undefined && before.section !== entry.section;
      return [...(isNext ? [separator] : []), itemOf(entry, run)];
    });
  const isHistory = ({ id }: Entry): boolean => id === 'undo' || id === 'redo';
  const about = entriesOf('help').filter(({ id }) => id === 'about');
  const edit = entriesOf('edit');
  const help = isMac ? entriesOf('help').filter(({ id }) => id !== 'about') : entriesOf('help');
  const submenus: Readonly<Record<keyof typeof titles, readonly MenuItemConstructorOptions[]>> = {
    file: [...items(entriesOf('file')), separator, isMac ? { role: 'close' } : { role: 'quit' }],
    edit: [
      ...items(edit.filter(isHistory)),
      separator,
      ...clipboard,
      separator,
      ...items(edit.filter((entry) => !isHistory(entry))),
    ],
    insert: items(entriesOf('insert')),
    arrange: items(entriesOf('arrange')),
    view: [
      ...items(entriesOf('view')),
      separator,
      { role: 'togglefullscreen' },
      ...(isPackaged ? [] : development),
    ],
    help: items(help),
  };
  const menu = (id: keyof typeof titles): MenuItemConstructorOptions => ({
    label: titles[id],
    submenu: [...submenus[id]],
    ...(id === 'help' ? { role: 'help' } : {}),
  });
  const own = (['file', 'edit', 'insert', 'arrange', 'view'] as const).filter(
    (id) => submenus[id].length > 0,
  );
  return [
    ...(isMac ? [appMenu(items(about))] : []),
    ...own.map(menu),
    { role: 'windowMenu' },
    ...(help.length > 0 ? [menu('help')] : []),
  ];
}

const development: readonly MenuItemConstructorOptions[] = [
  separator,
  { role: 'reload' },
  { role: 'toggleDevTools' },
];

const appMenu = (about: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
  role: 'appMenu',
  submenu: [
    ...about,
    ...(about.length > 0 ? [separator] : []),
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ],
});

function itemOf(
  { id, title, accelerator, enabled, checked }: Entry,
  run: RunCommand,
): MenuItemConstructorOptions {
  return {
    id,
    label: title,
    enabled,
    click: () => run(id),
    // The window hears its shortcuts itself; registered here as well, each would run twice.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    ...(checked === null ? {} : { type: 'checkbox', checked }),
  };
}

let shown: Menus = [];

/** Shows the window's commands as the application menu; where only their state has changed, that alone is changed. */
export function showMenu(menus: Menus): void {
  const before = shown;
  shown = menus;
  const menu = Menu.getApplicationMenu();
  if (menu === null || textsOf(before) !== textsOf(menus)) {
    const template = menuTemplate(
      menus,
      { isMac: process.platform === 'darwin', isPackaged: app.isPackaged },
      run,
    );
    Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
    return;
  }
  for (const entry of menus.flatMap(({ items }) => items)) update(menu, entry);
}

/** What of the menus needs them to be built anew when it changes. */
const textsOf = (menus: Menus): string =>
  JSON.stringify(
    menus.map(({ id, items }) => [
      id,
      items.map((entry) => [entry.id, entry.title, entry.section, entry.accelerator, entry.checked === null]),
    ]),
  );

function update(menu: Menu, { id, enabled, checked }: Entry): void {
  const item = menu.getMenuItemById(id);
  if (item === null) return;
  item.enabled = enabled;
  if (checked !== null) item.checked = checked;
}

function run(id: string): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  sendEvent(window, 'app:run-command', { id });
  // The system has switched the tick already; whether it is on is the window's to say.
  showMenu(shown);
}
