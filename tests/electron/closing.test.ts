import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closingStep, flushBeforeClose, flushLimitMs } from '../../electron/closing';

class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), { isCrashed: () => this.crashed, send: vi.fn() });
  readonly destroy = vi.fn(() => this.emit('closed'));
  crashed = false;

  /** Asks the window to close, as its button does or as the page's own `window.close()`; true where it may. */
  close(): boolean {
    const preventDefault = vi.fn();
    this.emit('close', { preventDefault });
    if (preventDefault.mock.calls.length > 0) return false;
    this.emit('closed');
    return true;
  }
}

function flushingWindow(): FakeWindow {
  const window = new FakeWindow();
  flushBeforeClose(window as unknown as BrowserWindow);
  return window;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first request to close asks for the flush, the second closes', () => {
  expect(closingStep('open', true)).toEqual({ next: 'flushing', act: 'ask-to-flush' });
  expect(closingStep('flushing', true)).toEqual({ next: 'flushing', act: 'let-close' });
});

test('a window whose page has crashed closes at once', () => {
  const window = flushingWindow();
  window.crashed = true;
  expect(window.close()).toBe(true);
  expect(window.webContents.send).not.toHaveBeenCalled();
});

test('a window closes when its page has flushed and closes itself', () => {
  const window = flushingWindow();
  expect(window.close()).toBe(false);
  expect(window.webContents.send).toHaveBeenCalledExactlyOnceWith('app:closing', undefined);
  expect(window.close()).toBe(true);
  vi.advanceTimersByTime(flushLimitMs * 2);
  expect(window.destroy).not.toHaveBeenCalled();
});

test('a page that does not answer holds its window up for the limit, no longer', () => {
  const window = flushingWindow();
  window.close();
  vi.advanceTimersByTime(flushLimitMs - 1);
  expect(window.destroy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(window.destroy).toHaveBeenCalledOnce();
});

test('a page cannot keep its window open', () => {
  const window = flushingWindow();
  const preventDefault = vi.fn();
  window.webContents.emit('will-prevent-unload', { preventDefault });
  expect(preventDefault).toHaveBeenCalledOnce();
});
