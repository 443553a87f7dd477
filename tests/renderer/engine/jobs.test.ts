import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type JobOptions, startJobs } from '../../../renderer/engine/jobs';
import { fakeJobWorkers } from '../../support/fake-job-worker';

describe('the client of a worker of jobs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const started = (options: Partial<JobOptions> = {}) => {
    const workers = fakeJobWorkers();
    const jobs = startJobs<string, string>(workers.spawn, { limitMs: 1_000, latestWins: false, ...options });
    return { workers: workers.all, jobs };
  };
  const asked = (workers: ReturnType<typeof started>['workers']) =>
    workers.flatMap((worker) => worker.jobs.map((job) => job.asked));

  test('does one job after the other, in one worker', async () => {
    const { workers, jobs } = started();
    const [first, second] = [jobs.run('a'), jobs.run('b')];
    expect(asked(workers)).toEqual(['a']);
    workers[0]?.tell('A');
    expect(await first).toEqual({ kind: 'told', told: 'A' });
    expect(asked(workers)).toEqual(['a', 'b']);
    workers[0]?.tell('B');
    expect(await second).toEqual({ kind: 'told', told: 'B' });
    expect(workers).toHaveLength(1);
  });

  test('where the latest wins, what waits is dropped for what comes after it', async () => {
    const { workers, jobs } = started({ latestWins: true });
    const outcomes = ['a', 'b', 'c'].map((one) => jobs.run(one));
    workers[0]?.tell('A');
    workers[0]?.tell('C');
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['told', 'dropped', 'told']);
    expect(asked(workers)).toEqual(['a', 'c']);
  });

  test('ends a worker that takes longer than its limit, and does the next job in another', async () => {
    const { workers, jobs } = started();
    const [first, second] = [jobs.run('a'), jobs.run('b')];
    vi.advanceTimersByTime(999);
    expect(workers[0]?.terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await first).toEqual({ kind: 'hung' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    workers[1]?.tell('B');
    expect(await second).toEqual({ kind: 'told', told: 'B' });
  });

  test('gives each job the whole limit', async () => {
    const { workers, jobs } = started();
    const [, second] = [jobs.run('a'), jobs.run('b')];
    vi.advanceTimersByTime(900);
    workers[0]?.tell('A');
    vi.advanceTimersByTime(900);
    workers[0]?.tell('B');
    expect(await second).toEqual({ kind: 'told', told: 'B' });
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

  test('ends the worker after an idle time, where that is wished, and starts another when it is needed', async () => {
    const { workers, jobs } = started({ endAfterIdleMs: 500 });
    const first = jobs.run('a');
    workers[0]?.tell('A');
    await first;
    vi.advanceTimersByTime(400);
    const second = jobs.run('b');
    vi.advanceTimersByTime(400);
    expect(workers[0]?.terminated).toBe(false);
    workers[0]?.tell('B');
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
});
