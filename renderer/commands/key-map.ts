import { keysOf, type WithKeys } from '../store/key-map';
import { useView } from '../store/view';
import { normalKeys } from '../ui/keys';
import type { Command } from './command';

type Shortcuts = Readonly<Record<string, readonly string[]>>;

const sameKeys = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((keys, at) => normalKeys(keys) === normalKeys(b[at] ?? ''));

/** The shortcuts that persons gave, with these for one command: what is its own is not kept. */
function withKeys(shortcuts: Shortcuts, command: WithKeys, keys: readonly string[]): Shortcuts {
  const { [command.id]: _replaced, ...others } = shortcuts;
  return sameKeys(keys, command.keys ?? []) ? others : { ...others, [command.id]: keys };
}

/** The other command that has this shortcut, or null. */
export const commandWithKeys = (
  list: readonly Command[],
  keys: string,
  except: WithKeys | null = null,
): Command | null =>
  list.find(
    (other) => other.id !== except?.id && keysOf(other).some((one) => normalKeys(one) === normalKeys(keys)),
  ) ?? null;

/** Gives a command one shortcut more, and takes it from the command that had it. */
export function withShortcut(list: readonly Command[], command: Command, keys: string): Shortcuts {
  const holder = commandWithKeys(list, keys, command);
  const { shortcuts } = useView.getState();
  const freed =
    holder === null
      ? shortcuts
      : withKeys(
          shortcuts,
          holder,
          keysOf(holder).filter((one) => normalKeys(one) !== normalKeys(keys)),
        );
  const own = keysOf(command).filter((one) => normalKeys(one) !== normalKeys(keys));
  return withKeys(freed, command, [...own, keys]);
}

/** Takes one shortcut from a command. */
export const withoutShortcut = (command: Command, keys: string): Shortcuts =>
  withKeys(
    useView.getState().shortcuts,
    command,
    keysOf(command).filter((one) => one !== keys),
  );

/** Gives a command its own shortcuts again, and takes them from commands that had been given one of them. */
export function withOwnShortcuts(list: readonly Command[], command: Command): Shortcuts {
  let { shortcuts } = useView.getState();
  for (const keys of command.keys ?? []) {
    const holder = commandWithKeys(list, keys, command);
    if (holder === null) continue;
    const left = keysOf(holder).filter((one) => normalKeys(one) !== normalKeys(keys));
    shortcuts = withKeys(shortcuts, holder, left);
  }
  return withKeys(shortcuts, command, command.keys ?? []);
}

/** Keys that controls or the browser need for themselves: no command can have them. */
const taken: ReadonlySet<string> = new Set([
  'tab',
  'shift+tab',
  'space',
  'shift+space',
  'mod+c',
  'mod+x',
  'mod+v',
  'contextmenu',
  'shift+f10',
]);

export const isTaken = (keys: string): boolean => taken.has(normalKeys(keys));
