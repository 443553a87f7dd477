/** How the jobs of a worker are run. */
export interface WorkerKind {
  /** How long a job may take before its worker is ended, and started anew for the next. */
  readonly limitMs: number;
  /** `latest`: of the jobs that wait only the newest is run, and one that is overtaken is dropped at its next progress. */
  readonly order: 'queue' | 'latest';
  /**
   * What ends a job that is aborted under way: a message, for a worker that looks for one between its steps and holds what the
   * next job is quicker with; or the end of the worker, which hears nothing while it works.
   */
  readonly onAbort: 'message' | 'end-worker';
  /** Ends a worker that has had nothing to do for so long: what it held is given back. */
  readonly endAfterIdleMs?: number;
}

/** Every kind of worker beside the window, with its limits. */
export const workerKinds = {
  analysis: { limitMs: 5_000, order: 'latest', onAbort: 'message' },
  /**
   * Questions about other loads take many analyses: another worker of the analysis has them, so that the figures that are shown never
   * wait for them.
   */
  loads: { limitMs: 120_000, order: 'latest', onAbort: 'message', endAfterIdleMs: 30_000 },
  /** The work of routing is counted and limited: a worker that takes so long does not end. */
  routes: { limitMs: 20_000, order: 'latest', onAbort: 'end-worker' },
  /** A person waits for it: an arrangement that takes longer is of no use. */
  layout: { limitMs: 20_000, order: 'latest', onAbort: 'end-worker', endAfterIdleMs: 30_000 },
  /** The routes in pictures that are exported: each is wanted, and none for long. */
  pictures: { limitMs: 20_000, order: 'queue', onAbort: 'end-worker', endAfterIdleMs: 5_000 },
  /** Sizes of a large design take a minute; a person sees how far it is, and can stop it. */
  sizes: { limitMs: 300_000, order: 'latest', onAbort: 'end-worker', endAfterIdleMs: 5_000 },
  /** Scores, comparisons and the figures of pictures in practice: each is wanted, and a page that is left aborts its own. */
  practice: { limitMs: 60_000, order: 'queue', onAbort: 'message', endAfterIdleMs: 60_000 },
  /** A file that takes longer is made to, or larger than the window could show. Files dropped together share a worker. */
  files: { limitMs: 10_000, order: 'queue', onAbort: 'end-worker', endAfterIdleMs: 5_000 },
  /** A backup holds a whole library. */
  backups: { limitMs: 60_000, order: 'queue', onAbort: 'end-worker', endAfterIdleMs: 1_000 },
} as const satisfies Readonly<Record<string, WorkerKind>>;
