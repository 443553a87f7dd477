/**
 * The one door to the browser's small storage, which can be read before the first paint and written while a page goes. Where the
 * browser blocks it, what is put here lasts as long as the page.
 */
const inMemory = new Map<string, string>();
let blocked = false;

/** Whether the browser has refused its storage to this page. */
export const isPageStorageBlocked = (): boolean => blocked;

/** `kept` outlives the page, `memory` does not; `full` is not put anywhere. */
export type Keeping = 'kept' | 'memory' | 'full';

/** The storage; null where even looking at it is refused. */
function storage(): Storage | null {
  try {
    // A page without the right to it throws here; one in an old private mode has null.
    if (globalThis.localStorage) return globalThis.localStorage;
  } catch {
    // Reported once, by whoever starts the window: `isPageStorageBlocked`.
  }
  blocked = true;
  return null;
}

export const pageStorage = {
  get(key: string): string | null {
    try {
      return storage()?.getItem(key) ?? inMemory.get(key) ?? null;
    } catch {
      blocked = true;
      return inMemory.get(key) ?? null;
    }
  },

  set(key: string, value: string): Keeping {
    const found = storage();
    if (found === null) {
      inMemory.set(key, value);
      return 'memory';
    }
    try {
      found.setItem(key, value);
      return 'kept';
    } catch {
      return 'full';
    }
  },

  remove(key: string): void {
    inMemory.delete(key);
    try {
      storage()?.removeItem(key);
    } catch {
      blocked = true;
    }
  },
} as const;
