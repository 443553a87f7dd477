import { afterEach, describe, expect, test, vi } from 'vitest';
import { workerKinds } from '../../../../renderer/engine/worker-kinds';
import { readBackup, startBackupJobs } from '../../../../renderer/storage/backup/read-backup';
import { type FakeJobWorker, fakeJobWorkers } from '../../../support/fake-job-worker';

const file = new File(['PK'], 'library.zip');

async function readWith(act: (worker: FakeJobWorker) => void) {
  const workers = fakeJobWorkers();
  const reading = readBackup(file, startBackupJobs(workers.spawn));
  const [worker] = workers.all;
  if (worker === undefined) throw new Error('no worker');
  act(worker);
  return { read: await reading, worker };
}

afterEach(() => void vi.useRealTimers());

describe('a backup is read in a worker', () => {
  test('which gives what is in it', async () => {
    const content = { ok: true, entries: [], versions: [], damaged: ['Ours'] };
    const { read, worker } = await readWith((one) => one.respond(content));
    expect(worker.jobs.map(({ request }) => request)).toEqual([file]);
    expect(read).toEqual(content);
  });

  test('which is ended where it takes longer than its limit', async () => {
    vi.useFakeTimers();
    const { read, worker } = await readWith(() => vi.advanceTimersByTime(workerKinds.backups.limitMs));
    expect(worker.terminated).toBe(true);
    expect(read).toEqual({ ok: false, reason: 'hung' });
  });

  test('whose failure is reported in its words', async () => {
    const { read } = await readWith((worker) => worker.throw('not found'));
    expect(read).toEqual({ ok: false, reason: 'failed', message: 'not found' });
  });

  test('unless it is too large to be read at all', async () => {
    const workers = fakeJobWorkers();
    const large = Object.defineProperty(new File([], 'large.zip'), 'size', { value: 500_000_001 });
    expect(await readBackup(large, startBackupJobs(workers.spawn))).toEqual({
      ok: false,
      reason: 'too-large',
    });
    expect(workers.all).toHaveLength(0);
  });
});
