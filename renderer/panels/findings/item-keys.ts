import type { KeyboardEvent } from 'react';

const itemSelector = '[data-finding]';

/** The index to go to from `at` of `count`, by the key; null where the key is of no list. */
export function nextIndex(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/**
 * Arrow keys, Home and End go from one finding to another across all groups. Fields of text keep their keys, but for the
 * arrow down that leads from the search into the list.
 */
export function moveBetweenItems(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget: list, key } = event;
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const entersList = key === 'ArrowDown' && target.matches('[type="search"]');
  if (target.matches('input, select, textarea') && !entersList) return;
  const items = [...list.querySelectorAll<HTMLElement>(itemSelector)];
  const next = nextIndex(key, items.indexOf(target.closest<HTMLElement>(itemSelector) ?? list), items.length);
  if (next === null) return;
  event.preventDefault();
  event.stopPropagation();
  items[next]?.focus();
  items[next]?.scrollIntoView({ block: 'nearest' });
}
