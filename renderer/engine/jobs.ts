import { createJobQueue, type JobQueue } from './job-queue';
import { createSentJobs, type SentJobs } from './sent-jobs';
import type { WorkerKind } from './worker-kinds';
import { createWorkerSlot, type WorkerSlot } from './worker-slot';

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
  readonly limitMs: number;
  readonly request: Request;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly settle: (outcome: JobOutcome<Response>) => void;
}

/** Reads what a worker sends, where it is not as it stands: is given all of it in order, also what nobody waits for any more. */
export type ReadReply<Response, Progress> = (
  reply: JobReply<unknown, unknown>,
) => JobReply<Response, Progress>;

/** What goes between a client and its worker, where it is not as it stands. */
export interface JobWire<Request, Response, Progress> {
  readonly read?: ReadReply<Response, Progress>;
  /** Gives, for each worker anew, what a request is sent as: is given all that are sent to that worker, in order. */
  readonly writer?: () => (request: Request) => unknown;
}

interface Client<Request, Response, Progress> {
  readonly kind: WorkerKind;
  readonly worker: WorkerSlot<JobMessage<Request>>;
  readonly queue: JobQueue<Job<Request, Response, Progress>>;
  /** The job of the queue that is under way, and those beside it. */
  readonly sent: SentJobs<Job<Request, Response, Progress>>;
}

/** The client of one worker. A worker that hangs or throws is ended, with all its jobs, and started anew for the next. */
export function startJobs<Request, Response, Progress = never>(
  kind: WorkerKind,
  spawn: () => Worker,
  {
    read = (reply) => reply as JobReply<Response, Progress>,
    writer = () => (request) => request,
  }: JobWire<Request, Response, Progress> = {},
): Jobs<Request, Response, Progress> {
  type Own = Job<Request, Response, Progress>;
  const queue = createJobQueue<Own>();
  const worker = createWorkerSlot<JobMessage<Request>, JobReply<unknown, unknown>>(spawn, {
    onReply: (reply) => receive(client, read(reply)),
    onError: (message) => fail(client, { kind: 'threw', message }),
    writer: () => {
      const write = writer();
      return (message) =>
        'abort' in message ? message : { job: message.job, request: write(message.request) };
    },
  });
  const sent = createSentJobs<Own>(
    ({ id, request }) => worker.post({ job: id, request }),
    () => fail(client, { kind: 'hung' }),
  );
  const client: Client<Request, Response, Progress> = { kind, worker, queue, sent };
  let count = 0;
  return {
    run(request, { signal, onProgress, beside = false, limitMs = kind.limitMs } = {}) {
      if (signal?.aborted) return Promise.resolve({ kind: 'aborted' });
      count += 1;
      const id = count;
      return new Promise((resolve) => {
        const onAbort = (): void => abort(client, job);
        const done = (outcome: JobOutcome<Response>): void => {
          signal?.removeEventListener('abort', onAbort);
          resolve(outcome);
        };
        const job: Own = { id, limitMs, request, onProgress, settle: done };
        signal?.addEventListener('abort', onAbort);
        if (beside) sent.send(job);
        else enqueue(client, job);
      });
    },
    prepare: worker.prepare,
    stop() {
      worker.end();
      for (const job of [...queue.waiting(), ...sent.all()]) settle(client, job, { kind: 'dropped' });
    },
  };
}

function enqueue<Request, Response, Progress>(
  client: Client<Request, Response, Progress>,
  job: Job<Request, Response, Progress>,
): void {
  const { kind, queue } = client;
  if (kind.order === 'latest') for (const one of queue.waiting()) settle(client, one, { kind: 'dropped' });
  queue.add(job);
  next(client);
}

function settle<Request, Response, Progress>(
  { queue, sent }: Client<Request, Response, Progress>,
  job: Job<Request, Response, Progress>,
  outcome: JobOutcome<Response>,
): void {
  sent.remove(job);
  queue.remove(job);
  job.settle(outcome);
}

/** Sends the next job; a worker with nothing to do is ended in time. */
function next<Request, Response, Progress>({
  kind,
  worker,
  queue,
  sent,
}: Client<Request, Response, Progress>): void {
  const job = queue.take();
  if (job !== null) sent.send(job);
  else if (sent.all().length === 0 && kind.endAfterIdleMs !== undefined) worker.endAfter(kind.endAfterIdleMs);
}

/** Ends a worker that hung or threw, with all its jobs. */
function fail<Request, Response, Progress>(
  client: Client<Request, Response, Progress>,
  outcome: JobOutcome<Response>,
): void {
  client.worker.end();
  for (const job of client.sent.all()) settle(client, job, outcome);
  next(client);
}

function abort<Request, Response, Progress>(
  client: Client<Request, Response, Progress>,
  job: Job<Request, Response, Progress>,
): void {
  const { kind, worker, sent } = client;
  const isSent = sent.of(job.id) !== undefined;
  settle(client, job, { kind: 'aborted' });
  if (isSent && kind.onAbort === 'message') worker.post({ abort: job.id });
  else if (isSent) {
    worker.end();
    // What else it was doing is started in another.
    for (const other of sent.all()) sent.send(other);
  }
  next(client);
}

function receive<Request, Response, Progress>(
  client: Client<Request, Response, Progress>,
  reply: JobReply<Response, Progress>,
): void {
  const { kind, worker, queue, sent } = client;
  const job = sent.of(reply.job);
  if (job === undefined) return;
  if ('response' in reply) settle(client, job, { kind: 'done', response: reply.response });
  else {
    job.onProgress?.(reply.progress);
    const isOvertaken = queue.isUnderWay(job) && queue.waiting().length > 0;
    if (kind.order !== 'latest' || !isOvertaken) return;
    worker.post({ abort: job.id });
    settle(client, job, { kind: 'dropped' });
  }
  next(client);
}
