import type { BrowserWindow } from 'electron';
import type { EventName, EventPayload } from '../shared/ipc';

/** Time, in ms, that a window gets to write what is unsaved. */
export const flushLimitMs = 2000;

/**
 * Where the closing of a window stands. The first request asks the window to flush and waits; the second, which is the
 * window's answer, lets it close.
 */
export type Closing = 'open' | 'flushing';

export interface ClosingStep {
  readonly next: Closing;
  readonly act: 'ask-to-flush' | 'let-close';
}

/** What a request to close leads to. A page that is gone cannot answer, so it is not asked. */
export function closingStep(state: Closing, pageIsAlive: boolean): ClosingStep {
  if (state === 'open' && pageIsAlive) return { next: 'flushing', act: 'ask-to-flush' };
  return { next: state, act: 'let-close' };
}

/** Lets the window flush before it closes, for no longer than `flushLimitMs`. */
export function flushBeforeClose(window: BrowserWindow): void {
  let state: Closing = 'open';
  let timer: NodeJS.Timeout | undefined;
  window.on('close', (event) => {
    const step = closingStep(state, !window.webContents.isCrashed());
    state = step.next;
    if (step.act === 'let-close') return;
    event.preventDefault();
    sendEvent(window, 'app:closing', undefined);
    timer = setTimeout(() => window.destroy(), flushLimitMs);
  });
  window.on('closed', () => clearTimeout(timer));
  // The page has been asked to flush: a question of its own would only keep the window from closing.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
}

/** Sends an event of the contract to a window. */
export function sendEvent<N extends EventName>(
  window: BrowserWindow,
  name: N,
  payload: EventPayload<N>,
): void {
  window.webContents.send(name, payload);
}
