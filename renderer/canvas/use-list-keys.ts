import { type KeyboardEvent, useState } from 'react';

export interface ListKeys {
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** Takes arrows, Enter and Escape of the field above a list; true where the key was one of these. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** The keyboard of a field with a list under it: the field keeps the focus, the arrows move the active line. */
export function useListKeys(
  count: number,
  onTake: (index: number, event: KeyboardEvent) => void,
  onClose: () => void,
): ListKeys {
  const [chosen, setActive] = useState(0);
  const active = Math.min(chosen, Math.max(0, count - 1));
  const step = (by: number): void => {
    if (count > 0) setActive((active + by + count) % count);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Enter') onTake(active, event);
    else if (event.key === 'Escape') onClose();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { active, setActive, onKey };
}
