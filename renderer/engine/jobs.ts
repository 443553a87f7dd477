import type { WorkerKind } from './worker-kinds';

/** What a worker is sent: a request, or that the response to one is no longer wanted. */
export type JobMessage<Request> =
  | { readonly job: number; readonly request: Request }
  | { readonly abort: number };

/** What a worker sends: any number of progress messages to a job, then its response. */
export type JobReply<Response, Progress> =
  | { readonly job: number; readonly progress: Progress }
  | { readonly job: number; readonly response: Response };

/** What became of a job: `dropped` where a newer one took its place, or the jobs were stopped. */
export type JobOutcome<Response> =
  | { readonly kind: 'done'; readonly response: Response }
  | { readonly kind: 'hung' }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'dropped' };

export interface RunOptions<Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Sends the job at once, whatever else is under way; it is never dropped for a newer one. */
  readonly beside?: boolean;
  /** The job's own limit, where it is not that of its kind. */
  readonly limitMs?: number;
}

export interface Jobs<Request, Response, Progress = never> {
  readonly run: (request: Request, options?: RunOptions<Progress>) => Promise<JobOutcome<Response>>;
  /** Starts the worker before there is a job, so that the first finds it loaded. */
  readonly prepare: () => void;
  readonly stop: () => void;
}

interface Job<Request, Response, Progress> {
  readonly id: number;
  readonly request: Request;
  readonly options: RunOptions<Progress>;
  readonly settle: (outcome: JobOutcome<Response>) => void;
  /** Runs from when the job is sent. */
  limit?: ReturnType<typeof setTimeout>;
}

/** The client of one worker. A worker that hangs or throws is ended, with all its jobs, and started anew for the next. */
export function startJobs<Request, Response, Progress = never>(
  kind: WorkerKind,
  spawn: () => Worker,
): Jobs<Request, Response, Progress> {
  type Own = Job<Request, Response, Progress>;
  let worker: Worker | null = null;
  let waiting: readonly Own[] = [];
  /** The job of the queue that is under way; those beside it are in `sent` as well. */
  let underWay: Own | null = null;
  const sent = new Map<number, Own>();
  let idle: ReturnType<typeof setTimeout> | undefined;
  let count = 0;

  const endWorker = (): void => {
    clearTimeout(idle);
    worker?.terminate();
    worker = null;
  };
  const ready = (): Worker => {
    clearTimeout(idle);
    worker ??= listen(spawn());
    return worker;
  };
  const post = (message: JobMessage<Request>): void => ready().postMessage(message);
  const send = (job: Own): void => {
    sent.set(job.id, job);
    job.limit = setTimeout(() => fail({ kind: 'hung' }), job.options.limitMs ?? kind.limitMs);
    post({ job: job.id, request: job.request });
  };
  const settle = (job: Own, outcome: JobOutcome<Response>): void => {
    clearTimeout(job.limit);
    sent.delete(job.id);
    waiting = waiting.filter((one) => one !== job);
    if (underWay === job) underWay = null;
    job.settle(outcome);
  };
  const next = (): void => {
    const [first, ...rest] = waiting;
    if (underWay === null && first !== undefined) {
      waiting = rest;
      underWay = first;
      send(first);
    } else if (sent.size === 0 && kind.endAfterIdleMs !== undefined && worker !== null) {
      clearTimeout(idle);
      idle = setTimeout(endWorker, kind.endAfterIdleMs);
    }
  };
  const fail = (outcome: JobOutcome<Response>): void => {
    endWorker();
    for (const job of [...sent.values()]) settle(job, outcome);
    next();
  };
  /** Ends the worker, and starts what else it was doing in another. */
  const sendAnew = (): void => {
    endWorker();
    for (const job of sent.values()) {
      clearTimeout(job.limit);
      send(job);
    }
  };
  const abort = (job: Own): void => {
    const isSent = sent.has(job.id);
    settle(job, { kind: 'aborted' });
    if (isSent && kind.onAbort === 'message') post({ abort: job.id });
    else if (isSent) sendAnew();
    next();
  };
  const receive = (reply: JobReply<Response, Progress>): void => {
    const job = sent.get(reply.job);
    if (job === undefined) return;
    if ('response' in reply) {
      settle(job, { kind: 'done', response: reply.response });
    } else {
      job.options.onProgress?.(reply.progress);
      if (kind.order !== 'latest' || job !== underWay || waiting.length === 0) return;
      post({ abort: job.id });
      settle(job, { kind: 'dropped' });
    }
    next();
  };
  const listen = (target: Worker): Worker => {
    target.addEventListener('message', ({ data }: MessageEvent<JobReply<Response, Progress>>) => {
      if (target === worker) receive(data);
    });
    target.addEventListener('error', ({ message }) => {
      if (target === worker) fail({ kind: 'threw', message });
    });
    return target;
  };
  const dropWaiting = (): void => {
    for (const job of waiting) settle(job, { kind: 'dropped' });
  };

  return {
    run(request, options = {}) {
      const { signal, beside = false } = options;
      if (signal?.aborted) return Promise.resolve({ kind: 'aborted' });
      count += 1;
      const id = count;
      return new Promise((resolve) => {
        const onAbort = (): void => abort(job);
        const done = (outcome: JobOutcome<Response>): void => {
          signal?.removeEventListener('abort', onAbort);
          resolve(outcome);
        };
        const job: Own = { id, request, options, settle: done };
        signal?.addEventListener('abort', onAbort);
        if (beside) return send(job);
        if (kind.order === 'latest') dropWaiting();
        waiting = [...waiting, job];
        next();
      });
    },
    prepare: () => void ready(),
    stop() {
      endWorker();
      dropWaiting();
      for (const job of [...sent.values()]) settle(job, { kind: 'dropped' });
    },
  };
}
