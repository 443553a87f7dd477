/** One thing that a worker of jobs is asked, and what it tells. */
export interface Job<Asked> {
  readonly job: number;
  readonly asked: Asked;
}

export interface JobAnswer<Told> {
  readonly job: number;
  readonly told: Told;
}

/** What became of a job: `dropped` where a newer one took its place, or the jobs were stopped, before it was begun. */
export type JobOutcome<Told> =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'hung' }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'dropped' };

export interface Jobs<Asked, Told> {
  readonly run: (asked: Asked) => Promise<JobOutcome<Told>>;
  readonly stop: () => void;
}

export interface JobOptions {
  /** How long a job may take before its worker is ended, and started anew for the next. */
  readonly limitMs: number;
  /** Of the jobs that wait, only the newest is done. */
  readonly latestWins: boolean;
  /** Ends a worker that has had nothing to do for so long: what it held is given back. */
  readonly endAfterIdleMs?: number;
}

interface Waiting<Asked, Told> {
  readonly job: Job<Asked>;
  readonly settle: (outcome: JobOutcome<Told>) => void;
}

/** The client of a worker that does one job after the other. A worker that hangs or throws is ended, and its job with it. */
export function startJobs<Asked, Told>(spawn: () => Worker, options: JobOptions): Jobs<Asked, Told> {
  let worker: Worker | null = null;
  let underWay: Waiting<Asked, Told> | null = null;
  let waiting: Waiting<Asked, Told>[] = [];
  /** Waits for the end of the job under way, or of the idle time after it. */
  let watch: ReturnType<typeof setTimeout> | undefined;
  let count = 0;

  const end = (): void => {
    clearTimeout(watch);
    worker?.terminate();
    worker = null;
  };
  const finish = (outcome: JobOutcome<Told>): void => {
    clearTimeout(watch);
    const done = underWay;
    underWay = null;
    done?.settle(outcome);
    next();
  };
  const listen = (target: Worker): Worker => {
    target.addEventListener('message', ({ data }: MessageEvent<JobAnswer<Told>>) => {
      if (data.job === underWay?.job.job) finish({ kind: 'told', told: data.told });
    });
    target.addEventListener('error', ({ message }) => {
      if (target !== worker) return;
      end();
      finish({ kind: 'threw', message });
    });
    return target;
  };
  const next = (): void => {
    const [first, ...rest] = waiting;
    if (first === undefined) {
      if (options.endAfterIdleMs !== undefined) watch = setTimeout(end, options.endAfterIdleMs);
      return;
    }
    waiting = rest;
    underWay = first;
    clearTimeout(watch);
    worker ??= listen(spawn());
    watch = setTimeout(() => {
      end();
      finish({ kind: 'hung' });
    }, options.limitMs);
    worker.postMessage(first.job);
  };
  const drop = (): void => {
    for (const { settle } of waiting) settle({ kind: 'dropped' });
    waiting = [];
  };

  return {
    run(asked) {
      count += 1;
      const job = { job: count, asked };
      return new Promise((settle) => {
        if (options.latestWins) drop();
        waiting.push({ job, settle });
        if (underWay === null) next();
      });
    },
    stop() {
      end();
      drop();
      underWay?.settle({ kind: 'dropped' });
      underWay = null;
    },
  };
}
