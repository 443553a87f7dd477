import { afterEach, describe, expect, test, vi } from 'vitest';
import { workerKinds } from '../../../../renderer/engine/worker-kinds';
import { type FileAnswer, startFileJobs } from '../../../../renderer/storage/files/file-jobs';
import { readFile } from '../../../../renderer/storage/files/read-file';
import { beyondWindow, windowLimits } from '../../../../renderer/storage/files/window-limits';
import { emptyDesign } from '../../../../shared/model/empty-design';
import { counts } from '../../../../shared/model/limits';
import { fakeJobWorkers } from '../../../support/fake-job-worker';

const file = new File(['{}'], 'orders.json');
const design = emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z');

/** What is read where the worker does this with the file. */
async function readWith(act: (worker: ReturnType<typeof fakeJobWorkers>['all'][number]) => void) {
  const workers = fakeJobWorkers();
  const reading = readFile(file, startFileJobs(workers.spawn));
  const [worker] = workers.all;
  if (worker === undefined) throw new Error('No worker was started.');
  act(worker);
  return { read: await reading, worker };
}

const answered = async (answer: FileAnswer) => (await readWith((worker) => worker.respond(answer))).read;

afterEach(() => void vi.useRealTimers());

describe('a file', () => {
  test('is read in a worker', async () => {
    const { read, worker } = await readWith((one) => one.respond({ ok: true, value: design }));
    expect(read).toEqual({ ok: true, design });
    expect(worker.jobs.map(({ request }) => request)).toEqual([file]);
  });

  test('that is too large is refused without being read', async () => {
    const workers = fakeJobWorkers();
    const large = Object.defineProperty(new File([], 'large.json'), 'size', { value: counts.fileBytes + 1 });
    const read = await readFile(large, startFileJobs(workers.spawn));
    expect(workers.all).toHaveLength(0);
    expect(read).toEqual({
      ok: false,
      lines: ['large.json has 32000001 bytes; at most 32000000 are read. Choose a smaller file.'],
    });
  });

  test('that takes longer than ten seconds is given up, and its worker ended', async () => {
    vi.useFakeTimers();
    const { read, worker } = await readWith(() => vi.advanceTimersByTime(workerKinds.files.limitMs));
    expect(worker.terminated).toBe(true);
    expect(read).toEqual({
      ok: false,
      lines: ['It took longer than 10 seconds to read and was stopped. Choose a smaller design.'],
    });
  });

  test('on which reading fails is refused with the reason', async () => {
    const { read } = await readWith((worker) => worker.throw('out of memory'));
    expect(read).toEqual({
      ok: false,
      lines: ['Reading it failed (out of memory). Choose another file.'],
    });
  });

  test('that the browser cannot read, as a folder, is refused with its words', async () => {
    expect(await answered({ ok: 'unreadable', message: 'not found' })).toEqual({
      ok: false,
      lines: ['The browser cannot read it (not found). Choose a file.'],
    });
  });

  test('with faults is refused with each of them', async () => {
    const problems = [
      { key: 'empty', path: [], values: {} },
      { key: 'inside-itself', path: ['a'], values: {} },
    ];
    const read = await answered({ ok: false, problems });
    expect(read.ok === false ? read.lines : []).toHaveLength(2);
  });

  test('with more than the window shows is refused with the limit and the way out', async () => {
    expect(await answered({ ok: 'too-large-for-window', what: 'nodes', count: 20_001 })).toEqual({
      ok: false,
      lines: [
        'It has 20001 components; the window shows at most 20000. The command line analyses it: loadline analyze FILE.',
      ],
    });
    const read = await answered({ ok: 'too-large-for-window', what: 'edges', count: 50_000 });
    expect(read.ok === false ? read.lines[0] : '').toContain('It has 50000 connections');
  });
});

test('a design is beyond the window from one more part than its limit on', () => {
  const withNodes = (count: number) => ({
    ...design,
    system: { nodes: Array.from({ length: count }, (_, at) => ({ id: `n${at}`, kind: 'service' })) },
  });
  const withEdges = (count: number) => ({
    ...design,
    system: { edges: Array.from({ length: count }, (_, at) => ({ id: `e${at}`, from: 'a', to: 'b' })) },
  });
  expect(beyondWindow(withNodes(windowLimits.nodes))).toBeNull();
  expect(beyondWindow(withNodes(windowLimits.nodes + 1))).toEqual({ what: 'nodes', count: 20_001 });
  expect(beyondWindow(withEdges(windowLimits.edges))).toBeNull();
  expect(beyondWindow(withEdges(windowLimits.edges + 1))).toEqual({ what: 'edges', count: 40_001 });
  const withGroups = (count: number) => ({
    ...design,
    system: { groups: Array.from({ length: count }, (_, at) => ({ id: `g${at}`, kind: 'frame' as const })) },
  });
  const withNotes = (count: number, text: string) => ({
    ...design,
    layout: { marks: Array.from({ length: count }, (_, at) => ({ id: `m${at}`, kind: 'note', text })) },
  });
  expect(beyondWindow(withGroups(windowLimits.groups))).toBeNull();
  expect(beyondWindow(withGroups(windowLimits.groups + 1))).toEqual({ what: 'groups', count: 1_001 });
  expect(beyondWindow(withNotes(windowLimits.marks, ''))).toBeNull();
  expect(beyondWindow(withNotes(windowLimits.marks + 1, ''))).toEqual({ what: 'marks', count: 2_001 });
  const long = 'a'.repeat(windowLimits.markCharacters / 5);
  expect(beyondWindow(withNotes(5, long))).toBeNull();
  expect(beyondWindow(withNotes(6, long))).toEqual({ what: 'markCharacters', count: 600_000 });
});
