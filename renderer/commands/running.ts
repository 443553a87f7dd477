import type { Command } from './command';
import type { Condition } from './condition';
import { whyReadOnly } from './conditions';

export const isEnabled = (command: Command): boolean => command.enabled?.get() ?? true;

/** Commands of the two groups that change the design which change nothing in it. */
const lookingOn: ReadonlySet<string> = new Set(['copy', 'select-all', 'deselect']);

/** Whether a command changes the design, or is a step of changing it. */
export const isEditing = ({ id, group }: Command): boolean =>
  (group === 'edit' || group === 'add') && !lookingOn.has(id);

/** Why a command cannot run in a design that may only be looked at; null where that is not what is in its way. */
export const whyDisabled = (command: Command): string | null => (isEditing(command) ? whyReadOnly() : null);

/** Runs a command where it can run now; false where it cannot. */
export function runIfEnabled(command: Command): boolean {
  if (!isEnabled(command)) return false;
  command.run();
  return true;
}

/** All that commands say of when they can run and whether they are on. */
export const conditionsOf = (list: readonly Command[]): readonly Condition[] =>
  list.flatMap(({ enabled, checked }) => [enabled, checked].flatMap((one) => one ?? []));
