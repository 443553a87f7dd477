import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countFailure, goneQuestion, hungQuestion } from '../../electron/failure-steps';

const fake = vi.hoisted(() => ({
  questions: [] as { readonly options: Electron.MessageBoxOptions; answer: (button: number) => void }[],
  listeners: new Map<string, (...args: unknown[]) => void>(),
  quit: vi.fn(),
}));

vi.mock('electron', () => ({
  app: {
    quit: fake.quit,
    on: (name: string, listener: (...args: unknown[]) => void) => fake.listeners.set(name, listener),
  },
  dialog: {
    showMessageBox: (_window: unknown, options: Electron.MessageBoxOptions) =>
      new Promise((done) => {
        const answer = (response: number): void => done({ response, checkboxChecked: false });
        options.signal?.addEventListener('abort', () => answer(options.cancelId ?? 0));
        fake.questions.push({ options, answer });
      }),
  },
}));

const { answerFailures, logChildProcesses } = await import('../../electron/failures');
const { libraryUrl } = await import('../../electron/origin');
const { hashOf } = await import('../../renderer/storage/route');

class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    reload: vi.fn(),
    loadURL: vi.fn(async () => undefined),
    forcefullyCrashRenderer: vi.fn(() => this.fail('killed')),
  });
  readonly destroy = vi.fn();
  isDestroyed = (): boolean => this.destroy.mock.calls.length > 0;

  fail(reason: string): void {
    this.webContents.emit('render-process-gone', {}, { reason, exitCode: 5 });
  }
}

function answeredWindow(): FakeWindow {
  const window = new FakeWindow();
  answerFailures(window as unknown as BrowserWindow);
  return window;
}

async function press(label: string): Promise<void> {
  const question = fake.questions.at(-1);
  const button = question?.options.buttons?.indexOf(label) ?? -1;
  if (question === undefined || button < 0) throw new Error(`nobody is asked “${label}”`);
  question.answer(button);
  await new Promise((done) => setImmediate(done));
}

let written: string;
beforeEach(() => {
  written = '';
  fake.questions.length = 0;
  fake.quit.mockClear();
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('counting failures of the page', () => {
  test.each([
    ['the first', [], 'last'],
    ['one a minute after another', [0], 'last'],
    ['a second one within a minute', [1], 'library'],
    ['one after the clock was set back', [90_000], 'last'],
  ] as const)('%s', (_which, before, startPage) => {
    expect(countFailure(before, 60_000).startPage).toBe(startPage);
  });

  test('however often and whenever it fails, no two starts with the same design are within a minute', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 30 }), (gapsMs) => {
        let nowMs = 0;
        let timesMs: readonly number[] = [];
        let lastStartMs = Number.NEGATIVE_INFINITY;
        for (const gapMs of gapsMs) {
          nowMs += gapMs;
          const failures = countFailure(timesMs, nowMs);
          timesMs = failures.timesMs;
          if (failures.startPage !== 'last') continue;
          expect(nowMs - lastStartMs).toBeGreaterThanOrEqual(60_000);
          lastStartMs = nowMs;
        }
      }),
    );
  });

  test('the question after a second one does not offer the same design again', () => {
    expect(goneQuestion('crashed', 'last').answers.map(({ id }) => id)).toEqual([
      'reload',
      'library',
      'quit',
    ]);
    expect(goneQuestion('crashed', 'library').answers.map(({ id }) => id)).toEqual(['library', 'quit']);
    expect(hungQuestion('last').answers.map(({ id }) => id)).toEqual(['wait', 'reload', 'quit']);
    expect(hungQuestion('library').answers.map(({ id }) => id)).toEqual(['wait', 'library', 'quit']);
  });
});

describe('a page that is gone', () => {
  test('is reloaded where that is chosen; a second time only all designs are offered', async () => {
    const window = answeredWindow();
    window.fail('crashed');
    await press('Reload');
    expect(window.webContents.reload).toHaveBeenCalledOnce();
    window.fail('oom');
    expect(fake.questions.at(-1)?.options.detail).toContain('out of memory');
    await press('All Designs');
    expect(window.webContents.loadURL).toHaveBeenCalledExactlyOnceWith(libraryUrl);
    expect(window.webContents.reload).toHaveBeenCalledOnce();
  });

  test('ends the app where that is chosen', async () => {
    const window = answeredWindow();
    window.fail('crashed');
    await press('Quit');
    expect(window.destroy).toHaveBeenCalledOnce();
    expect(fake.quit).toHaveBeenCalledOnce();
  });

  test('is no failure where it ended as it should, or its window was closed with it', () => {
    const window = answeredWindow();
    window.fail('clean-exit');
    window.destroy();
    window.fail('crashed');
    expect(fake.questions).toEqual([]);
  });
});

describe('a page that does not answer', () => {
  test('is waited for, and the question goes when it answers', async () => {
    const window = answeredWindow();
    window.emit('unresponsive');
    window.emit('unresponsive');
    expect(fake.questions).toHaveLength(1);
    window.emit('responsive');
    expect(fake.questions[0]?.options.signal?.aborted).toBe(true);
    await new Promise((done) => setImmediate(done));
    expect(window.webContents.forcefullyCrashRenderer).not.toHaveBeenCalled();
  });

  test('is ended before it is reloaded, which is no question of its own', async () => {
    const window = answeredWindow();
    window.emit('unresponsive');
    await press('Reload');
    expect(window.webContents.forcefullyCrashRenderer).toHaveBeenCalledOnce();
    expect(window.webContents.reload).toHaveBeenCalledOnce();
    expect(fake.questions).toHaveLength(1);
    window.emit('unresponsive');
    await press('All Designs');
    expect(window.webContents.loadURL).toHaveBeenCalledExactlyOnceWith(libraryUrl);
  });

  test('that then crashes is asked about as gone', () => {
    const window = answeredWindow();
    window.emit('unresponsive');
    window.fail('crashed');
    expect(fake.questions[0]?.options.signal?.aborted).toBe(true);
    expect(fake.questions.at(-1)?.options.message).toContain('has stopped');
  });
});

test('the address of all designs is one that the window understands', () => {
  expect(new URL(libraryUrl).hash).toBe(hashOf({ page: 'library' }));
});

test('other processes that end are logged in a line, whatever their names', () => {
  logChildProcesses();
  const gone = fake.listeners.get('child-process-gone');
  gone?.({}, { type: 'GPU', reason: 'clean-exit', exitCode: 0 });
  expect(written).toBe('');
  gone?.({}, { type: 'Utility', name: 'audio\u001b[2J', reason: 'crashed', exitCode: 139 });
  expect(written).toBe('Loadline: Utility (audio\\u001b[2J) process gone: crashed, exit code 139\n');
});
