import { type KeyboardEvent, useEffect, useId, useState } from 'react';

interface ComboboxOptions {
  /** How many options the list has. */
  readonly count: number;
  readonly onTake: (index: number, event: KeyboardEvent) => void;
  /** Escape; without it the key is left to what is around the field. */
  readonly onClose?: () => void;
}

export interface Combobox {
  /** Index of the active option. */
  readonly active: number;
  readonly setActive: (index: number) => void;
  /** Handles the keys of the field; true where the key was one of the list's. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly fieldProps: {
    readonly role: 'combobox';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string;
    readonly 'aria-activedescendant': string | undefined;
  };
  readonly listId: string;
  readonly optionProps: (index: number) => { readonly id: string; readonly 'aria-selected': boolean };
}

/** Options that Page Up and Page Down move by. */
const pageOptions = 8;

/** The option that a key moves to; null where the key does not move, or there is no option. */
export function movedOption(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active + count - 1) % count;
    case 'PageDown':
      return Math.min(count - 1, active + pageOptions);
    case 'PageUp':
      return Math.max(0, active - pageOptions);
    default:
      return null;
  }
}

/**
 * A field with a list under it, as the ARIA pattern has it: the field keeps the focus, arrows and Page keys move the active
 * option, which stays in view, Enter takes it.
 */
export function useCombobox({ count, onTake, onClose }: ComboboxOptions): Combobox {
  const [chosen, setActive] = useState(0);
  const listId = useId();
  const active = Math.min(chosen, Math.max(0, count - 1));
  const optionId = (index: number): string => `${listId}-${index}`;
  const activeId = count === 0 ? undefined : optionId(active);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  const onKey = (event: KeyboardEvent): boolean => {
    const next = movedOption(event.key, active, count);
    if (next !== null) setActive(next);
    else if (event.key === 'Enter') onTake(active, event);
    else if (event.key === 'Escape' && onClose !== undefined) onClose();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    active,
    setActive,
    onKey,
    fieldProps: {
      role: 'combobox',
      'aria-expanded': count > 0,
      'aria-controls': listId,
      'aria-activedescendant': activeId,
    },
    listId,
    optionProps: (index) => ({ id: optionId(index), 'aria-selected': index === active }),
  };
}
