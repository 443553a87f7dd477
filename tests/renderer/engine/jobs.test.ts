import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type JobMessage, startJobs } from '../../../renderer/engine/jobs';
import { type JobContext, serveJobs } from '../../../renderer/engine/serve-jobs';
import { type WorkerKind, workerKinds } from '../../../renderer/engine/worker-kinds';
import { fakeJobWorkers } from '../../support/fake-job-worker';

describe('the client of a worker of jobs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const started = (options: Partial<WorkerKind> = {}) => {
    const workers = fakeJobWorkers();
    const kind: WorkerKind = { limitMs: 1_000, order: 'queue', onAbort: 'end-worker', ...options };
    const jobs = startJobs<string, string, number>(kind, workers.spawn);
    return { workers: workers.all, jobs };
  };
  const requests = (workers: ReturnType<typeof started>['workers']) =>
    workers.flatMap((worker) => worker.jobs.map(({ request }) => request));

  test('does one job after the other, in one worker', async () => {
    const { workers, jobs } = started();
    const [first, second] = [jobs.run('a'), jobs.run('b')];
    expect(requests(workers)).toEqual(['a']);
    workers[0]?.respond('A');
    expect(await first).toEqual({ kind: 'done', response: 'A' });
    expect(requests(workers)).toEqual(['a', 'b']);
    workers[0]?.respond('B');
    expect(await second).toEqual({ kind: 'done', response: 'B' });
    expect(workers).toHaveLength(1);
  });

  test('where the latest wins, what waits is dropped for what comes after it', async () => {
    const { workers, jobs } = started({ order: 'latest' });
    const outcomes = ['a', 'b', 'c'].map((one) => jobs.run(one));
    workers[0]?.respond('A');
    workers[0]?.respond('C');
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['done', 'dropped', 'done']);
    expect(requests(workers)).toEqual(['a', 'c']);
  });

  test('ends a worker that takes longer than its limit, and does the next job in another', async () => {
    const { workers, jobs } = started();
    const [first, second] = [jobs.run('a'), jobs.run('b')];
    vi.advanceTimersByTime(999);
    expect(workers[0]?.terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await first).toEqual({ kind: 'hung' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    workers[1]?.respond('B');
    expect(await second).toEqual({ kind: 'done', response: 'B' });
  });

  test('gives each job the whole limit', async () => {
    const { workers, jobs } = started();
    const [, second] = [jobs.run('a'), jobs.run('b')];
    vi.advanceTimersByTime(900);
    workers[0]?.respond('A');
    vi.advanceTimersByTime(900);
    workers[0]?.respond('B');
    expect(await second).toEqual({ kind: 'done', response: 'B' });
  });

  test('says what a worker threw, and starts another for the next job only', async () => {
    const { workers, jobs } = started();
    const first = jobs.run('a');
    workers[0]?.throw('out of memory');
    expect(await first).toEqual({ kind: 'threw', message: 'out of memory' });
    expect(workers).toHaveLength(1);
    void jobs.run('b');
    expect(workers).toHaveLength(2);
  });

  test('ends the worker after an idle time, where its kind says so, and starts another when it is needed', async () => {
    const { workers, jobs } = started({ endAfterIdleMs: 500 });
    const first = jobs.run('a');
    workers[0]?.respond('A');
    await first;
    vi.advanceTimersByTime(400);
    const second = jobs.run('b');
    vi.advanceTimersByTime(400);
    expect(workers[0]?.terminated).toBe(false);
    workers[0]?.respond('B');
    await second;
    vi.advanceTimersByTime(500);
    expect(workers[0]?.terminated).toBe(true);
    void jobs.run('c');
    expect(workers).toHaveLength(2);
  });

  test('drops all jobs when it is stopped', async () => {
    const { workers, jobs } = started();
    const outcomes = [jobs.run('a'), jobs.run('b')];
    jobs.stop();
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['dropped', 'dropped']);
    expect(workers[0]?.terminated).toBe(true);
  });

  test('passes on the progress of a job until its response', async () => {
    const { workers, jobs } = started();
    const heard: number[] = [];
    const outcome = jobs.run('a', { onProgress: (share) => heard.push(share) });
    workers[0]?.progress(0.25);
    workers[0]?.progress(0.5);
    workers[0]?.respond('A');
    workers[0]?.progress(0.75, 1);
    expect(await outcome).toEqual({ kind: 'done', response: 'A' });
    expect(heard).toEqual([0.25, 0.5]);
  });

  test('where the latest wins, a job that is overtaken is dropped at its next progress, and its worker hears of it', async () => {
    const { workers, jobs } = started({ order: 'latest', onAbort: 'message' });
    const [first, second] = [jobs.run('a'), jobs.run('b')];
    expect(requests(workers)).toEqual(['a']);
    workers[0]?.progress(0.5);
    expect(await first).toEqual({ kind: 'dropped' });
    expect(workers[0]?.aborts).toEqual([1]);
    expect(requests(workers)).toEqual(['a', 'b']);
    workers[0]?.respond('A', 1);
    workers[0]?.respond('B', 2);
    expect(await second).toEqual({ kind: 'done', response: 'B' });
  });

  test('a job that is aborted while it waits is never sent', async () => {
    const { workers, jobs } = started();
    const controller = new AbortController();
    const [first, second] = [jobs.run('a'), jobs.run('b', { signal: controller.signal })];
    controller.abort();
    expect(await second).toEqual({ kind: 'aborted' });
    expect(await jobs.run('c', { signal: controller.signal })).toEqual({ kind: 'aborted' });
    workers[0]?.respond('A');
    expect(await first).toEqual({ kind: 'done', response: 'A' });
    expect(requests(workers)).toEqual(['a']);
  });

  test('a job that is aborted under way ends a worker that hears nothing, and nothing else that it does', async () => {
    const { workers, jobs } = started();
    const controller = new AbortController();
    const first = jobs.run('a', { signal: controller.signal });
    const [beside, second] = [jobs.run('b', { beside: true }), jobs.run('c')];
    controller.abort();
    expect(await first).toEqual({ kind: 'aborted' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(workers[1]?.jobs.map(({ request }) => request)).toEqual(['b', 'c']);
    workers[1]?.respond('B', 2);
    workers[1]?.respond('C', 3);
    expect(await beside).toEqual({ kind: 'done', response: 'B' });
    expect(await second).toEqual({ kind: 'done', response: 'C' });
  });

  test('a job that is aborted under way is a message to a worker that looks for one', async () => {
    const { workers, jobs } = started({ onAbort: 'message' });
    const controller = new AbortController();
    const [first, second] = [jobs.run('a', { signal: controller.signal }), jobs.run('b')];
    controller.abort();
    expect(await first).toEqual({ kind: 'aborted' });
    expect(workers[0]?.aborts).toEqual([1]);
    expect(workers[0]?.terminated).toBe(false);
    workers[0]?.respond('late', 1);
    workers[0]?.respond('B', 2);
    expect(await second).toEqual({ kind: 'done', response: 'B' });
  });

  test('a job has its own limit where it is given one', async () => {
    const { workers, jobs } = started();
    const outcome = jobs.run('a', { limitMs: 3_000 });
    vi.advanceTimersByTime(2_999);
    expect(workers[0]?.terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await outcome).toEqual({ kind: 'hung' });
  });

  test('workers of several kinds run beside each other: the end of one leaves the others', async () => {
    const workers = fakeJobWorkers();
    const kinds = [workerKinds.analysis, workerKinds.routes, workerKinds.files];
    const clients = kinds.map((kind) => startJobs<string, string>(kind, workers.spawn));
    const outcomes = clients.map((jobs) => jobs.run('a'));
    const shortest = Math.min(...kinds.map(({ limitMs }) => limitMs));
    vi.advanceTimersByTime(shortest);
    expect(workers.all.map(({ terminated }) => terminated)).toEqual(
      kinds.map(({ limitMs }) => limitMs === shortest),
    );
    for (const worker of workers.all) if (!worker.terminated) worker.respond('A');
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['hung', 'done', 'done']);
  });
});

describe('the side of the worker', () => {
  const serving = (handle: (request: string, context: JobContext<string>) => Promise<string>) => {
    const replies: unknown[] = [];
    const target = new EventTarget();
    serveJobs(handle, {
      addEventListener: (type, listener) => target.addEventListener(type, listener as EventListener),
      postMessage: (reply) => replies.push(reply),
    });
    const send = (data: JobMessage<string>): void => {
      target.dispatchEvent(new MessageEvent('message', { data }));
    };
    return { replies, send };
  };
  const settled = (): Promise<void> => new Promise((go) => setTimeout(go, 0));

  test('sends progress and response of each job under its number', async () => {
    const { replies, send } = serving(async (request, { report }) => {
      report('half');
      await settled();
      return request.toUpperCase();
    });
    send({ job: 1, request: 'a' });
    send({ job: 2, request: 'b' });
    await vi.waitFor(() => expect(replies).toHaveLength(4));
    expect(replies).toEqual([
      { job: 1, progress: 'half' },
      { job: 2, progress: 'half' },
      { job: 1, response: 'A' },
      { job: 2, response: 'B' },
    ]);
  });

  test('an aborted job sees it at its next step, and sends nothing more', async () => {
    const steps: string[] = [];
    const { replies, send } = serving(async (request, { signal, report }) => {
      await settled();
      steps.push(`${request} ${signal.aborted}`);
      report('half');
      return request;
    });
    send({ job: 1, request: 'a' });
    send({ job: 2, request: 'b' });
    send({ abort: 1 });
    await vi.waitFor(() => expect(steps).toHaveLength(2));
    await settled();
    expect(steps).toEqual(['a true', 'b false']);
    expect(replies).toEqual([
      { job: 2, progress: 'half' },
      { job: 2, response: 'b' },
    ]);
  });

  test('what a job throws is reported as the error of the worker', async () => {
    const reported: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
    const { replies, send } = serving(() => Promise.reject(new Error('no such kind')));
    send({ job: 1, request: 'a' });
    await vi.waitFor(() => expect(reported).toEqual([new Error('no such kind')]));
    expect(replies).toEqual([]);
    vi.unstubAllGlobals();
  });
});
