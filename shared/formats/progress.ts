/** How long work says how far it is, and how it is stopped. */
export interface Progress {
  /** Gets the share that is done, 0 to 1. It is awaited, so it may let other work run before the next step. */
  readonly onProgress?: (share: number) => void | Promise<void>;
  /** An AbortSignal: once it is aborted, nothing is done after the step under way. */
  readonly signal?: { readonly aborted: boolean };
}

/** Reports the share that is done; false where the work is to stop. */
export async function goesOn(progress: Progress, share: number): Promise<boolean> {
  if (isAborted(progress)) return false;
  await progress.onProgress?.(share);
  return !isAborted(progress);
}

const isAborted = ({ signal }: Progress): boolean => signal?.aborted === true;
