import type { MenuPlace } from '../store/context-menu';
import { shownKeysOf } from '../store/key-map';
import { addCommands } from './add';
import { arrangeCommands } from './arrange';
import type { Command } from './command';
import { designCommands } from './design';
import { edgeCommands } from './edges';
import { editCommands } from './edit';
import { groupCommands } from './groups';
import { helpCommands } from './help';
import { libraryCommands } from './library';
import { pathCommands } from './paths';
import { runIfEnabled } from './running';
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

/** The command of an id, which must be one of the list. */
export function commandOf(id: string): Command {
  const command = commandById.get(id);
  if (command === undefined) throw new Error(`There is no command ${id}.`);
  return command;
}

/** Runs a command where it can run now; false where it cannot, or where there is none of that id. */
export function runCommand(id: string): boolean {
  const command = commandById.get(id);
  return command !== undefined && runIfEnabled(command);
}

/** The shortcut of a command as it is shown; an empty text where it has none. */
export function shortcutOf(id: string): string {
  const command = commandById.get(id);
  return command === undefined ? '' : shownKeysOf(command);
}

/** The commands of the context menu of a place. */
export const commandsOf = (place: MenuPlace): readonly Command[] =>
  commands.filter((command) => command.places?.includes(place) === true);
