import { shownKeys } from '../ui/keys';
import { useView } from './view';

/** What has shortcuts of its own, unless a person gave it others. */
export interface WithKeys {
  readonly id: string;
  readonly keys?: readonly string[];
}

/** The shortcuts of a command: those that the person gave it, else its own. The first is the one that is shown. */
export const keysOf = ({ id, keys = [] }: WithKeys): readonly string[] => {
  const { shortcuts } = useView.getState();
  return Object.hasOwn(shortcuts, id) ? (shortcuts[id] ?? []) : keys;
};

/** The first shortcut as it is shown; an empty text where there is none. */
export function shownKeysOf(command: WithKeys): string {
  const [keys] = keysOf(command);
  return keys === undefined ? '' : shownKeys(keys);
}

/** Whether a person gave the command other shortcuts than its own. */
export const isRemapped = ({ id }: WithKeys): boolean => Object.hasOwn(useView.getState().shortcuts, id);
