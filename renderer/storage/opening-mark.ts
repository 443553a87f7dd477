import { pageStorage } from './page-storage';

/**
 * Which design is being opened, noted until it is on the canvas: found by the next window, it says that the design hung or
 * broke the one before. It is written and cleared at once, as a page that hangs or goes cannot wait for the database.
 */
const key = 'loadline:opening';

let hasFailed = false;

export function markOpening(id: string): void {
  hasFailed = false;
  pageStorage.set(key, id);
}

/** The design stands, or was left before it did. */
export function clearOpening(): void {
  hasFailed = false;
  pageStorage.remove(key);
}

/** The design that the last window did not finish to open; null where there is none. */
export const unfinishedOpening = (): string | null => pageStorage.get(key);

/** Drawing the design failed: the mark stays, also when the page is loaded again. */
export function keepOpeningMark(): void {
  hasFailed = true;
}

/** The page goes while a design is opening, by the person's wish: that is no failure of the design. */
export function leaveOpening(): void {
  if (!hasFailed) pageStorage.remove(key);
}
