/** Why storage did not do a thing: the disk has no room, or something else that may pass. */
export type FailureReason = 'full' | 'failed';

export interface StorageFailure {
  readonly ok: false;
  readonly reason: FailureReason;
  readonly message: string;
}

/**
 * `QuotaExceededError` says that the disk is full. A Chromium on a disk that is really full says something else: it
 * aborts the transaction without a reason (`AbortError`; the program itself aborts none) and cannot open the database
 * again (`UnknownError`) until there is room.
 */
const fullNames: ReadonlySet<unknown> = new Set(['QuotaExceededError', 'AbortError', 'UnknownError']);

/** Blocked site data, which a Chromium also calls an unknown error. */
const denied = /\bdenied\b|\bpermission\b/i;

/** Where browsers and Dexie put the error beneath an error. */
const beneath = ['inner', 'cause', 'error', 'failures'] as const;
const deepest = 8;

/** The errors that are wrapped in an error, itself included. */
function layersOf(error: unknown, depth = 0): readonly object[] {
  if (typeof error !== 'object' || error === null || depth > deepest) return [];
  const inner = beneath.flatMap((key) => {
    const value: unknown = Reflect.get(error, key);
    return (Array.isArray(value) ? value : [value]).filter((one) => one !== error);
  });
  return [error, ...inner.flatMap((one) => layersOf(one, depth + 1))];
}

/** Whether the disk is full, in every form in which browsers and Dexie say so. */
export function isDiskFull(error: unknown): boolean {
  const layers = layersOf(error);
  if (layers.some((layer) => denied.test(messageOf(layer)))) return false;
  return layers.some(
    (layer) => fullNames.has(Reflect.get(layer, 'name')) || /\bquota\b/i.test(messageOf(layer)),
  );
}

export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : null;
  return typeof message === 'string' ? message : String(error);
}

export function failureOf(error: unknown): StorageFailure {
  return { ok: false, reason: isDiskFull(error) ? 'full' : 'failed', message: messageOf(error) };
}
