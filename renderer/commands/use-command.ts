import { commandOf } from './registry';
import { type ShownCommand, useShownCommand } from './shown-command';

/** A command of the list as a button shows it. */
export const useCommand = (id: string): ShownCommand => useShownCommand(commandOf(id));
