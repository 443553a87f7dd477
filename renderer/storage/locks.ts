/** The right to write one design, held for as long as this window has it open. */
export interface DesignLock {
  readonly release: () => void;
}

/** How long the other window may take to write its last edits before the lock is taken from it. */
const yieldWithinMs = 2_000;

interface YieldRequest {
  readonly kind: 'yield';
  readonly id: string;
}

const nameOf = (id: string): string => `loadline:design:${id}`;
const channelName = 'loadline:locks';
const unlocked: DesignLock = { release: () => undefined };

function isYieldRequest(value: unknown): value is YieldRequest {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'yield';
}

/** A browser that gives no storage gives no locks: no other window can have the design then. */
const isRefusal = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'SecurityError';

/** Asks for the lock; null where another window has it, or did not give it up in time. */
function request(id: string, options: LockOptions, onLost: () => void): Promise<DesignLock | null> {
  return new Promise((resolve) => {
    let held = false;
    navigator.locks
      .request(nameOf(id), options, (lock) => {
        if (lock === null) return resolve(null);
        held = true;
        return new Promise<void>((release) => resolve({ release }));
      })
      // A stolen lock and one that was waited for too long both come as a rejection.
      .catch((error: unknown) => {
        if (held) onLost();
        else resolve(isRefusal(error) ? unlocked : null);
      });
  });
}

/** The lock of a design, or null where another window holds it. `onLost` is called when it is taken by force. */
export async function acquireLock(id: string, onLost: () => void): Promise<DesignLock | null> {
  if (!('locks' in navigator)) return unlocked;
  return request(id, { ifAvailable: true }, onLost);
}

/** Requests the other window to write its last edits and release the lock, and takes the lock by force where it does not answer. */
export async function takeOverLock(id: string, onLost: () => void): Promise<DesignLock> {
  if (!('locks' in navigator)) return unlocked;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage({ kind: 'yield', id } satisfies YieldRequest);
  channel.close();
  const given = await request(id, { signal: AbortSignal.timeout(yieldWithinMs) }, onLost);
  return given ?? (await request(id, { steal: true }, onLost)) ?? unlocked;
}

/** Calls `onYield` when another window requests the design `id`. Returns the function that stops listening. */
export function onYieldRequest(onYield: (id: string) => void): () => void {
  if (!('locks' in navigator)) return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isYieldRequest(event.data)) onYield(event.data.id);
  });
  return () => channel.close();
}

/** Whether some window has the design open for writing. */
export async function isLocked(id: string): Promise<boolean> {
  if (!('locks' in navigator)) return false;
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some((lock) => lock.name === nameOf(id));
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
