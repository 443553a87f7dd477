import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Autosave, startAutosave } from '../../../renderer/storage/autosave';
import type { WriteOutcome } from '../../../renderer/storage/designs';
import { edit, openDesign, undo } from '../../../renderer/store/document';
import { activeEditor } from '../../../renderer/store/editors';
import { useSaving } from '../../../renderer/store/saving';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

const design = emptyDesign('a', 'Start', '2026-01-05T10:00:00.000Z');
const rename = (name: string): boolean => edit('Rename design', [{ op: 'rename-design', name }]);
const saveState = (): string => useSaving.getState().saveState;

describe('autosave', () => {
  let written: { readonly name: string; readonly expected: number }[];
  let answer: (design: Design, expected: number) => WriteOutcome | Promise<WriteOutcome>;
  let conflicts: string[];
  let journaled: { readonly name: string; readonly revisions: readonly number[] }[];
  let failures: string[];
  let autosave: Autosave;
  /** After how many ms the page has a moment without work. */
  let idleAfterMs: number;

  beforeEach(() => {
    vi.useFakeTimers();
    written = [];
    conflicts = [];
    journaled = [];
    failures = [];
    idleAfterMs = 0;
    answer = (_design, expected) => ({ ok: true, revision: expected + 1 });
    autosave = startAutosave(activeEditor(), {
      write: async (changed, expected) => {
        written.push({ name: changed.name, expected });
        return answer(changed, expected);
      },
      journal: ({ name }, revisions) => journaled.push({ name, revisions }),
      onConflict: (ours) => conflicts.push(ours.name),
      onMissing: () => failures.push('missing'),
      onFailure: (reason) => failures.push(reason),
      onRecovery: () => failures.push('recovered'),
      whenIdle: (run, withinMs) => {
        let timer: ReturnType<typeof setTimeout> | undefined;
        let isOff = false;
        if (idleAfterMs === 0) queueMicrotask(() => isOff || run());
        else timer = setTimeout(run, Math.min(idleAfterMs, withinMs));
        return () => {
          isOff = true;
          clearTimeout(timer);
        };
      },
    });
    autosave.adopt(design, 1);
    openDesign(design);
  });

  afterEach(() => {
    autosave.stop();
    openDesign(null);
    vi.useRealTimers();
  });

  test('edits of a page too busy to save go to the journal, for the revision there is and the one being written', async () => {
    let finish = (): void => {};
    answer = (_design, expected) =>
      new Promise((resolve) => {
        finish = () => resolve({ ok: true, revision: expected + 1 });
      });
    rename('A');
    await vi.advanceTimersByTimeAsync(100);
    // The write of A has begun; no turn of the page is left to end it.
    vi.advanceTimersByTime(150);
    rename('AB');
    expect(journaled).toEqual([]);
    vi.advanceTimersByTime(300);
    rename('ABC');
    expect(journaled).toEqual([{ name: 'ABC', revisions: [1, 2] }]);
    rename('ABCD');
    expect(journaled).toHaveLength(1);
    finish();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written.map(({ name }) => name)).toEqual(['A', 'ABCD']);
  });

  test('what is undone before it is saved does not stay in the journal', async () => {
    answer = () => new Promise(() => {});
    rename('A');
    await vi.advanceTimersByTimeAsync(100);
    vi.advanceTimersByTime(150);
    rename('AB');
    vi.advanceTimersByTime(300);
    rename('ABC');
    for (let i = 0; i < 3; i += 1) undo();
    expect(journaled.map(({ name }) => name)).toEqual(['ABC', 'Start']);
  });

  test('writes nothing for a design that was only opened', async () => {
    await vi.advanceTimersByTimeAsync(10_000);
    expect(written).toEqual([]);
    expect(saveState()).toBe('saved');
  });

  test('writes once after a pause in the edits, and shows how it stands', async () => {
    rename('A');
    rename('AB');
    expect(saveState()).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(400);
    expect(written).toEqual([{ name: 'AB', expected: 1 }]);
    expect(saveState()).toBe('saved');
  });

  test('writes the first edit after a rest within 50 ms, and edits without a rest every 250 ms', async () => {
    const start = performance.now();
    const at: number[] = [];
    answer = (_design, expected) => {
      at.push(Math.round(performance.now() - start));
      return { ok: true, revision: expected + 1 };
    };
    for (let step = 0; step < 40; step += 1) {
      rename(`Name ${step}`);
      await vi.advanceTimersByTimeAsync(30);
    }
    expect(at).toEqual([50, 300, 550, 800, 1_050]);
    await vi.advanceTimersByTimeAsync(10_000);
    at.length = 0;
    const before = performance.now();
    rename('After a rest');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(at).toEqual([Math.round(before - start) + 50]);
  });

  test('waits for a moment without work, and without one writes no more than 50 ms later', async () => {
    idleAfterMs = 20;
    rename('A');
    await vi.advanceTimersByTimeAsync(69);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(written.map(({ name }) => name)).toEqual(['A']);
    await vi.advanceTimersByTimeAsync(10_000);
    idleAfterMs = Number.POSITIVE_INFINITY;
    for (let step = 0; step < 10; step += 1) {
      rename(`Name ${step}`);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(written.map(({ name }) => name)).toEqual(['A', 'Name 9']);
  });

  test('expects the revision that it wrote last', async () => {
    rename('A');
    await vi.advanceTimersByTimeAsync(400);
    rename('B');
    await vi.advanceTimersByTimeAsync(400);
    expect(written.map(({ expected }) => expected)).toEqual([1, 2]);
  });

  test('writes what was changed while it was writing, after that write', async () => {
    let finish: (outcome: WriteOutcome) => void = () => undefined;
    answer = () =>
      new Promise<WriteOutcome>((resolve) => {
        finish = resolve;
      });
    rename('A');
    await vi.advanceTimersByTimeAsync(400);
    rename('B');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(written.map(({ name }) => name)).toEqual(['A']);
    answer = (_design, expected) => ({ ok: true, revision: expected + 1 });
    finish({ ok: true, revision: 2 });
    await vi.advanceTimersByTimeAsync(0);
    expect(written).toEqual([
      { name: 'A', expected: 1 },
      { name: 'B', expected: 2 },
    ]);
  });

  test('saves an undo like any other change, and nothing where it undoes what was not written yet', async () => {
    rename('A');
    undo();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(written).toEqual([]);
    expect(saveState()).toBe('saved');
  });

  test('flush writes at once and says that it did', async () => {
    rename('A');
    expect(autosave.unsaved()).toMatchObject({ revision: 1, design: { name: 'A' } });
    expect(await autosave.flush()).toBe(true);
    expect(written).toHaveLength(1);
    expect(autosave.unsaved()).toBeNull();
  });

  test('a full disk is reported once, shown, and tried again until there is room', async () => {
    answer = () => ({ ok: false, reason: 'full', message: 'no room' });
    rename('A');
    await vi.advanceTimersByTimeAsync(400);
    expect(saveState()).toBe('full');
    rename('B');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(failures).toEqual(['full']);
    expect(await autosave.flush()).toBe(false);
    answer = (_design, expected) => ({ ok: true, revision: expected + 1 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written.at(-1)).toEqual({ name: 'B', expected: 1 });
    expect(failures).toEqual(['full', 'recovered']);
    expect(saveState()).toBe('saved');
  });

  test('another failure is shown as such', async () => {
    answer = () => ({ ok: false, reason: 'failed', message: 'the disk is gone' });
    rename('A');
    await vi.advanceTimersByTimeAsync(400);
    expect(saveState()).toBe('failed');
    expect(failures).toEqual(['failed']);
  });

  test('tries again at most ten seconds after room was made, however long there was none', async () => {
    answer = () => ({ ok: false, reason: 'full', message: 'no room' });
    rename('A');
    await vi.advanceTimersByTimeAsync(600_000);
    answer = (_design, expected) => ({ ok: true, revision: expected + 1 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saveState()).toBe('saved');
  });

  test('a design that is not in storage any more is never shown as saved, and not written again', async () => {
    answer = () => ({ ok: false, reason: 'missing' });
    rename('A');
    expect(await autosave.flush()).toBe(false);
    expect(failures).toEqual(['missing']);
    expect(saveState()).toBe('deleted');
    rename('B');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(written).toHaveLength(1);
    expect(saveState()).toBe('deleted');
  });

  test('on a conflict it hands over what this window has and writes no more of it', async () => {
    answer = () => ({ ok: false, reason: 'conflict' });
    rename('A');
    await vi.advanceTimersByTimeAsync(400);
    rename('B');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(conflicts).toEqual(['A']);
    expect(written).toHaveLength(1);
  });
});
