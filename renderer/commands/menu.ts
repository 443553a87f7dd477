import type { Menus } from '../../shared/ipc';
import { platform } from '../platform/current';
import { useDocument } from '../store/document';
import { useNotice } from '../store/notice';
import { useSelection } from '../store/selection';
import { useView } from '../store/view';
import { useWorkspace } from '../store/workspace';
import { t } from '../words/t';
import type { Command, CommandGroup } from './command';
import { commands, isEnabled, runCommand } from './registry';
import { isModalOpen, isWriting } from './shortcuts';

const menuOfGroup = {
  design: 'file',
  edit: 'edit',
  add: 'insert',
  view: 'view',
  help: 'help',
} as const satisfies Readonly<Record<CommandGroup, Menus[number]['id']>>;

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
  const names: Readonly<Record<string, string>> = { mod: 'CommandOrControl', shift: 'Shift', alt: 'Alt' };
  return keys
    .split('+')
    .map((key) => names[key] ?? key.toUpperCase())
    .join('+');
}

/** The menus of the window's commands as they stand. Moving by arrows and the clipboard have no place in them. */
export function menusNow(): Menus {
  const isModal = isModalOpen();
  const shown = commands.filter(({ id, native }) => native !== true && !id.startsWith('nudge-'));
  const item = (command: Command): Menus[number]['items'][number] => ({
    id: command.id,
    title: t(command.title),
    accelerator: acceleratorOf(command.keys?.[0]),
    // What a text could take is never grey: the menu is not told where the keyboard is.
    enabled: textCommands.has(command.id) || (!isModal && isEnabled(command)),
    checked: command.checked?.() ?? null,
  });
  return (Object.keys(menuOfGroup) as CommandGroup[]).map((group) => ({
    id: menuOfGroup[group],
    items: shown.filter((command) => command.group === group).map(item),
  }));
}

/** Runs what was chosen in the menu: on the text that is being written, else as a shortcut would. */
export function runFromMenu(id: string): void {
  const textCommand = textCommands.get(id);
  if (textCommand !== undefined && isWriting(document.activeElement)) {
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
  const stops = [
    ...[useDocument, useNotice, useSelection, useView, useWorkspace].map((store) =>
      store.subscribe(schedule),
    ),
    menu.onCommand(runFromMenu),
  ];
  send();
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
