import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Flushed } from '../../shared/ipc';

const fake = vi.hoisted(() => ({
  /** Questions that are open, with what answers them. */
  questions: [] as { readonly options: Electron.MessageBoxOptions; answer: (button: number) => void }[],
  chosenPath: '',
}));

vi.mock('electron', () => ({
  app: { getPath: () => '/documents', on: () => undefined, quit: () => undefined },
  dialog: {
    showMessageBox: (_window: unknown, options: Electron.MessageBoxOptions) =>
      new Promise((done) => {
        const answer = (response: number): void => done({ response, checkboxChecked: false });
        options.signal?.addEventListener('abort', () => answer(options.cancelId ?? 0));
        fake.questions.push({ options, answer });
      }),
    showSaveDialog: async () => ({ canceled: fake.chosenPath === '', filePath: fake.chosenPath }),
  },
}));

const { flushBeforeClose, flushLimitMs, takeFlushed } = await import('../../electron/closing');
const { closingStep } = await import('../../electron/closing-steps');
const { writeWhole } = await import('../../electron/save-file');

class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    isCrashed: () => this.crashed,
    send: vi.fn(),
    reload: vi.fn(),
  });
  readonly destroy = vi.fn(() => this.emit('closed'));
  crashed = false;

  /** Asks the window to close, as its button does; true where it may. */
  close(): boolean {
    const preventDefault = vi.fn();
    this.emit('close', { preventDefault });
    if (preventDefault.mock.calls.length > 0) return false;
    this.emit('closed');
    return true;
  }

  answer(flushed: Flushed): void {
    takeFlushed(flushed, this as unknown as BrowserWindow);
  }
}

function flushingWindow(): FakeWindow {
  const window = new FakeWindow();
  flushBeforeClose(window as unknown as BrowserWindow);
  return window;
}

/** Presses a button of the question that was asked last. */
async function press(label: string): Promise<void> {
  const question = fake.questions.at(-1);
  const button = question?.options.buttons?.indexOf(label) ?? -1;
  if (question === undefined || button < 0) throw new Error(`nobody is asked “${label}”`);
  question.answer(button);
  await vi.advanceTimersByTimeAsync(0);
}

const notSaved: Flushed = {
  saved: false,
  name: 'Shop',
  file: { name: 'Shop.loadline.json', text: '{"a":1}\n' },
};

beforeEach(() => {
  fake.questions.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('closing a window', () => {
  test('waits for its page to write what is unsaved', () => {
    const window = flushingWindow();
    expect(window.close()).toBe(false);
    expect(window.webContents.send).toHaveBeenCalledExactlyOnceWith('app:closing', undefined);
    // Whoever presses the button again waits too.
    expect(window.close()).toBe(false);
    expect(window.webContents.send).toHaveBeenCalledOnce();
    expect(window.destroy).not.toHaveBeenCalled();
    window.answer({ saved: true });
    expect(window.destroy).toHaveBeenCalledOnce();
    expect(fake.questions).toEqual([]);
  });

  test('of a crashed page is not held up', () => {
    const window = flushingWindow();
    window.crashed = true;
    expect(window.close()).toBe(true);
    expect(window.webContents.send).not.toHaveBeenCalled();
  });

  test('goes on when the page is gone while it was to write', () => {
    const window = flushingWindow();
    window.close();
    window.webContents.emit('render-process-gone');
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  test('cannot be kept from by the page', () => {
    const window = flushingWindow();
    const preventDefault = vi.fn();
    window.webContents.emit('will-prevent-unload', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('closing a window whose changes cannot be saved', () => {
  async function asking(): Promise<FakeWindow> {
    const window = flushingWindow();
    window.close();
    window.answer(notSaved);
    await vi.advanceTimersByTimeAsync(flushLimitMs * 2);
    return window;
  }

  test('asks, and does nothing until it is answered', async () => {
    const window = await asking();
    expect(fake.questions).toHaveLength(1);
    expect(fake.questions[0]?.options).toMatchObject({
      message: '“Shop” is not saved',
      buttons: ['Save to a File…', 'Close without Saving', 'Cancel'],
      defaultId: 0,
      cancelId: 2,
    });
    expect(window.destroy).not.toHaveBeenCalled();
  });

  test('closes without saving where that is chosen', async () => {
    const window = await asking();
    await press('Close without Saving');
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  test('leaves the window open where it is cancelled, and asks anew the next time', async () => {
    const window = await asking();
    await press('Cancel');
    expect(window.destroy).not.toHaveBeenCalled();
    expect(window.webContents.reload).not.toHaveBeenCalled();
    expect(window.close()).toBe(false);
    expect(window.webContents.send).toHaveBeenCalledTimes(2);
    window.answer({ saved: true });
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  test('still offers the file when the page has gone meanwhile, and starts the page again when cancelled', async () => {
    const window = await asking();
    window.crashed = true;
    window.webContents.emit('render-process-gone');
    expect(window.close()).toBe(false);
    expect(window.destroy).not.toHaveBeenCalled();
    await press('Cancel');
    expect(window.webContents.reload).toHaveBeenCalledOnce();
  });

  test('writes the file that is chosen and then closes; asks again where none is chosen or it cannot be written', async () => {
    vi.useRealTimers();
    const folder = mkdtempSync(join(tmpdir(), 'loadline-'));
    const window = flushingWindow();
    window.close();
    window.answer(notSaved);
    const choose = (path: string): void => {
      fake.chosenPath = path;
      fake.questions.at(-1)?.answer(0);
    };
    choose('');
    await vi.waitFor(() => expect(fake.questions).toHaveLength(2));
    choose(join(folder, 'no-such-folder', 'shop.json'));
    await vi.waitFor(() => expect(fake.questions).toHaveLength(3));
    expect(fake.questions[2]?.options.message).toBe('“shop.json” could not be written');
    fake.questions[2]?.answer(0);
    await vi.waitFor(() => expect(fake.questions).toHaveLength(4));
    expect(window.destroy).not.toHaveBeenCalled();
    choose(join(folder, 'shop.json'));
    await vi.waitFor(() => expect(window.destroy).toHaveBeenCalledOnce());
    expect(readFileSync(join(folder, 'shop.json'), 'utf8')).toBe('{"a":1}\n');
    rmSync(folder, { recursive: true });
  });
});

describe('closing a window that does not answer', () => {
  test('asks after the limit, and closes only where that is chosen', async () => {
    const window = flushingWindow();
    window.close();
    await vi.advanceTimersByTimeAsync(flushLimitMs - 1);
    expect(fake.questions).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await press('Wait');
    await vi.advanceTimersByTimeAsync(flushLimitMs);
    expect(fake.questions).toHaveLength(2);
    expect(window.destroy).not.toHaveBeenCalled();
    await press('Close without Saving');
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  test('withdraws the question when the answer comes after all', async () => {
    const window = flushingWindow();
    window.close();
    await vi.advanceTimersByTimeAsync(flushLimitMs);
    window.answer({ saved: true });
    expect(fake.questions[0]?.options.signal?.aborted).toBe(true);
    expect(window.destroy).toHaveBeenCalledOnce();
  });
});

describe('the end of the session of Windows', () => {
  test('has the page write at once, and closes the window as soon as it has', () => {
    const window = flushingWindow();
    window.emit('query-session-end', { preventDefault: () => undefined });
    expect(window.webContents.send).toHaveBeenCalledExactlyOnceWith('app:closing', undefined);
    // Another app may keep the session: the window stays.
    window.answer({ saved: true });
    expect(window.destroy).not.toHaveBeenCalled();
    window.emit('session-end', {});
    window.answer({ saved: true });
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  test('asks nobody, whatever is not saved', () => {
    const window = flushingWindow();
    window.emit('session-end', {});
    window.answer(notSaved);
    expect(fake.questions).toEqual([]);
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  test('waits for a page that does not answer no longer than for any', async () => {
    const window = flushingWindow();
    window.close();
    window.emit('session-end', {});
    await vi.advanceTimersByTimeAsync(flushLimitMs);
    expect(fake.questions).toEqual([]);
    expect(window.destroy).toHaveBeenCalledOnce();
  });

  test('takes away the question that is open', async () => {
    const window = flushingWindow();
    window.close();
    window.answer(notSaved);
    window.emit('session-end', {});
    expect(fake.questions[0]?.options.signal?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(flushLimitMs);
    expect(window.destroy).toHaveBeenCalledOnce();
  });
});

test('an answer that nobody waits for changes nothing', () => {
  const window = flushingWindow();
  window.answer(notSaved);
  expect(fake.questions).toEqual([]);
  expect(closingStep('open', 'saved')).toEqual({ next: 'open', act: 'none' });
  expect(closingStep('closed', 'not-saved')).toEqual({ next: 'closed', act: 'none' });
});

test('a file that cannot be written whole leaves the one that was there, and nothing beside it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loadline-'));
  writeFileSync(join(folder, 'kept.txt'), 'kept');
  // What is written beside cannot take the place of a folder.
  await expect(writeWhole(folder, 'x')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['kept.txt']);
  expect(readdirSync(join(folder, '..'))).not.toContain(`${folder.split('/').at(-1)}.new`);
  rmSync(folder, { recursive: true });
});
