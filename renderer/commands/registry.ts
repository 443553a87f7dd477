import type { MenuPlace } from '../store/context-menu';
import { shownKeysOf } from '../store/key-map';
import { addCommands } from './add';
import { arrangeCommands } from './arrange';
import type { Command } from './command';
import type { Condition } from './condition';
import { whyReadOnly } from './conditions';
import { designCommands } from './design';
import { edgeCommands } from './edges';
import { editCommands } from './edit';
import { groupCommands } from './groups';
import { helpCommands } from './help';
import { libraryCommands } from './library';
import { pathCommands } from './paths';
import { viewCommands } from './view';
import { viewModeCommands } from './view-modes';
import { whatIfCommands } from './what-if';

/** Everything a person can do, in the order in which it is listed. */
export const commands: readonly Command[] = [
  ...designCommands,
  ...libraryCommands,
  ...editCommands,
  ...groupCommands,
  ...arrangeCommands,
  ...whatIfCommands,
  ...edgeCommands,
  ...addCommands,
  ...viewCommands,
  ...viewModeCommands,
  ...pathCommands,
  ...helpCommands,
];

const commandById: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.id, command]));

export const isEnabled = (command: Command): boolean => command.enabled?.get() ?? true;

/** Commands of the two groups that change the design which change nothing in it. */
const lookingOn: ReadonlySet<string> = new Set(['copy', 'select-all', 'deselect']);

/** Whether a command changes the design, or is a step of changing it. */
export const isEditing = ({ id, group }: Command): boolean =>
  (group === 'edit' || group === 'add') && !lookingOn.has(id);

/** Why a command cannot run in a design that may only be looked at; null where that is not what is in its way. */
export const whyDisabled = (command: Command): string | null => (isEditing(command) ? whyReadOnly() : null);

/** The command of an id, which must be one of the list. */
export function commandOf(id: string): Command {
  const command = commandById.get(id);
  if (command === undefined) throw new Error(`There is no command ${id}.`);
  return command;
}

/** All that commands say of when they can run and whether they are on. */
export const conditionsOf = (list: readonly Command[]): readonly Condition[] =>
  list.flatMap(({ enabled, checked }) => [enabled, checked].flatMap((one) => one ?? []));

/** Runs a command where it can run now; false where it cannot, or where there is none of that id. */
export function runCommand(id: string): boolean {
  const command = commandById.get(id);
  if (command === undefined || !isEnabled(command)) return false;
  command.run();
  return true;
}

/** The shortcut of a command as it is shown; an empty text where it has none. */
export function shortcutOf(id: string): string {
  const command = commandById.get(id);
  return command === undefined ? '' : shownKeysOf(command);
}

/** The commands of the context menu of a place. */
export const commandsOf = (place: MenuPlace): readonly Command[] =>
  commands.filter((command) => command.places?.includes(place) === true);
