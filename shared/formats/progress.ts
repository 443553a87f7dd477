/** Progress and cancellation of a long operation. */
export interface Progress {
  /** Gets the share done, 0 to 1. It is awaited, so it may let other work run before the next step. */
  readonly onProgress?: (share: number) => void | Promise<void>;
  /** An AbortSignal: after it is aborted, no further step is begun. */
  readonly signal?: { readonly aborted: boolean };
}

/** Reports the share done; false if the operation is to stop. */
export async function goesOn(progress: Progress, share: number): Promise<boolean> {
  if (isAborted(progress)) return false;
  await progress.onProgress?.(share);
  return !isAborted(progress);
}

const isAborted = ({ signal }: Progress): boolean => signal?.aborted === true;
