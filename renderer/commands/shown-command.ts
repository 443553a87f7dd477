import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { shownKeysOf } from '../store/key-map';
import { useView } from '../store/view';
import { t } from '../words/t';
import type { Command } from './command';
import { sourcesOf, subscribeToAll } from './condition';
import { readOnly } from './conditions';
import { conditionsOf, isEnabled, runIfEnabled, whyDisabled } from './running';

/** A command as a button shows it. */
export interface ShownCommand {
  readonly title: string;
  /** As it is shown; empty where there is none. */
  readonly shortcut: string;
  readonly enabled: boolean;
  /** Why it cannot run in a design that may only be looked at; null where that is not the reason. */
  readonly why: string | null;
  /** null for what cannot be switched. */
  readonly checked: boolean | null;
  readonly run: () => void;
}

/** A command, drawn again when it can run, or is on, where it was not. */
export function useShownCommand(command: Command): ShownCommand {
  useCommandChanges(useMemo(() => [command], [command]));
  return {
    title: t(command.title),
    shortcut: shownKeysOf(command),
    enabled: isEnabled(command),
    why: whyDisabled(command),
    checked: command.checked?.get() ?? null,
    run: () => void runIfEnabled(command),
  };
}

/** What the conditions of some commands come to, in one text, which changes with any of them. The list keeps its identity. */
export function useCommandChanges(commands: readonly Command[]): string {
  const conditions = useMemo(() => [readOnly, ...conditionsOf(commands)], [commands]);
  const subscribe = useCallback(
    (listener: () => void) => subscribeToAll(sourcesOf(conditions), listener),
    [conditions],
  );
  // The shortcuts are shown with the commands.
  useView((state) => state.shortcuts);
  return useSyncExternalStore(subscribe, () => conditions.map(({ get }) => (get() ? '1' : '0')).join(''));
}
