import { create } from 'zustand';

/** What the browser grants the library; null where it is not known or nobody can say. */
export interface Persistence {
  /** False: the browser may clear what is stored when space runs low. */
  readonly isPersistent: boolean | null;
  readonly usageBytes: number | null;
  readonly quotaBytes: number | null;
}

export const usePersistence = create<Persistence>(() => ({
  isPersistent: null,
  usageBytes: null,
  quotaBytes: null,
}));

let hasAsked = false;

const manager = (): StorageManager | null =>
  'storage' in navigator && navigator.storage !== undefined ? navigator.storage : null;

/** Looks up whether the library is safe from being cleared, and how much room it takes and has. */
export async function refreshPersistence(): Promise<void> {
  try {
    const isPersistent = (await manager()?.persisted()) ?? null;
    const { usage = null, quota = null } = (await manager()?.estimate()) ?? {};
    usePersistence.setState({ isPersistent, usageBytes: usage, quotaBytes: quota });
  } catch {
    // A browser that refuses even to say: nothing is known, and nothing is shown.
    usePersistence.setState({ isPersistent: null, usageBytes: null, quotaBytes: null });
  }
}

/** Asks the browser not to clear what is stored when space runs low; whether it grants that. */
export async function askToPersist(): Promise<boolean> {
  hasAsked = true;
  let isGranted = false;
  try {
    isGranted = (await manager()?.persist()) ?? false;
  } catch (error) {
    // Refused as a whole, as where site data is blocked.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
  await refreshPersistence();
  return isGranted;
}

/**
 * Asks at the first save of each session, when there is something to lose: a browser that refused may grant it to a
 * site that is used more. One that prompts the person, and was denied permanently, is not requested again.
 */
export async function askOncePerSession(): Promise<void> {
  if (hasAsked || manager() === null) return;
  hasAsked = true;
  await refreshPersistence();
  if (usePersistence.getState().isPersistent !== false || (await isDenied())) return;
  await askToPersist();
}

async function isDenied(): Promise<boolean> {
  if (!('permissions' in navigator)) return false;
  try {
    return (await navigator.permissions.query({ name: 'persistent-storage' })).state === 'denied';
  } catch {
    // A browser that does not know this permission can only be requested to persist.
    return false;
  }
}
