import type { Menus } from '../../shared/ipc';
import { platform } from '../platform/current';
import { keysOf } from '../store/key-map';
import { useNotice } from '../store/notice';
import { useView } from '../store/view';
import { partsOf } from '../ui/keys';
import { t } from '../words/t';
import type { Command } from './command';
import { condition, sourcesOf, subscribeToAll } from './condition';
import { compareInMenu, type MenuId, type MenuPath, menuSections } from './menu-path';
import { commands, runCommand } from './registry';
import { conditionsOf, isEnabled } from './running';
import { isModalOpen, isWriting, passesKeys } from './shortcuts';

/** Commands that a text which is being written has of its own. */
const textCommands: ReadonlyMap<string, string> = new Map([
  ['undo', 'undo'],
  ['redo', 'redo'],
  ['select-all', 'selectAll'],
  ['delete', 'delete'],
]);

/** How often, in ms, the menu of the system may be changed at most. */
const updateEveryMs = 250;

/**
 * A shortcut in the words of the system's menus, or null for one without Ctrl or Cmd: shown there, a single letter would be
 * taken from whoever writes a text.
 */
export function acceleratorOf(keys: string | undefined): string | null {
  if (keys === undefined || !keys.startsWith('mod+')) return null;
  const { alt, shift, key } = partsOf(keys);
  const name = acceleratorKeys[key] ?? key.toUpperCase();
  return ['CommandOrControl', ...(alt ? ['Alt'] : []), ...(shift ? ['Shift'] : []), name].join('+');
}

/** Keys that the system's menus name otherwise. */
const acceleratorKeys: Readonly<Record<string, string>> = {
  '+': 'Plus',
  arrowleft: 'Left',
  arrowright: 'Right',
  arrowup: 'Up',
  arrowdown: 'Down',
};

/** A dialog takes all presses: no command runs under it. Read from what opens it, for it is drawn later, or loaded first. */
const modalOpen = condition([useNotice, useView], () => {
  const { dialog, presenting } = useView.getState();
  return useNotice.getState().notice !== null || dialog !== null || presenting;
});

/** The menus of the window's commands as they stand. */
export function menusNow(): Menus {
  const isModal = modalOpen.get();
  const item = ({ command, path }: Placed): Menus[number]['items'][number] => ({
    id: command.id,
    title: t(command.title),
    section: path.section,
    accelerator: acceleratorOf(keysOf(command)[0]),
    // What a text could take is never grey: the menu does not know where the keyboard is.
    enabled: textCommands.has(command.id) || (!isModal && isEnabled(command)),
    checked: command.checked?.get() ?? null,
  });
  return menuIds.map((id) => ({ id, items: placedIn(id).map(item) }));
}

/** The menus in their order. */
export const menuIds = Object.keys(menuSections) as MenuId[];

/** The commands of a menu in their order. */
export const placedIn = (id: MenuId): readonly Placed[] =>
  placed.filter(({ path }) => path.menu === id).toSorted((a, b) => compareInMenu(a.path, b.path));

interface Placed {
  readonly command: Command;
  readonly path: MenuPath;
}

const placed: readonly Placed[] = commands.flatMap((command) =>
  command.menu === undefined ? [] : [{ command, path: command.menu }],
);

/** Runs what was chosen in the menu: on the text that is being written, else as a shortcut would. */
export function runFromMenu(id: string): void {
  const textCommand = textCommands.get(id);
  if (
    textCommand !== undefined &&
    isWriting(document.activeElement) &&
    !passesKeys(document.activeElement, id)
  ) {
    // The browser's own history of a text field is reached in no other way.
    document.execCommand(textCommand);
    return;
  }
  if (!isModalOpen()) runCommand(id);
}

/** Keeps the menu of the shell as the window is. Returns the function that stops it. */
export function followMenu(): () => void {
  const { menu } = platform();
  if (menu === null) return () => undefined;
  let sent = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    const menus = menusNow();
    const text = JSON.stringify(menus);
    if (text === sent) return;
    sent = text;
    menu.show(menus);
  };
  const schedule = (): void => {
    timer ??= setTimeout(send, updateEveryMs);
  };
  const conditions = [modalOpen, ...conditionsOf(placed.map(({ command }) => command))];
  const stops = [subscribeToAll(sourcesOf(conditions), schedule), menu.onCommand(runFromMenu)];
  send();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
