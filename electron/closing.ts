import type { BrowserWindow } from 'electron';
import type { EventName, EventPayload, Flushed } from '../shared/ipc';
import { type Closing, type ClosingEvent, closingStep, hungQuestion, unsavedQuestion } from './closing-steps';
import { ask, withdrawQuestion } from './question';
import { stopQuitting } from './quitting';
import { saveTextFile } from './save-file';

/** Time, in ms, that a window gets to write what is unsaved before a question is shown. */
export const flushLimitMs = 2000;

type Unsaved = Extract<Flushed, { saved: false }>;

/** The closings under way, for the answers of their windows. */
const closings = new WeakMap<BrowserWindow, (flushed: Flushed) => void>();

/** Takes a window's answer to `app:closing`. */
export function takeFlushed(flushed: Flushed, window: BrowserWindow): void {
  closings.get(window)?.(flushed);
}

/** Lets the window write what is unsaved before it closes, and shows a question where it cannot. */
export function flushBeforeClose(window: BrowserWindow): void {
  let state: Closing = 'open';
  let timer: NodeJS.Timeout | undefined;
  let unsaved: Unsaved | null = null;

  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => take('limit-reached'), flushLimitMs);
  };
  const askUnsaved = async (file: Unsaved): Promise<void> => {
    const answer = await ask(window, unsavedQuestion(file.name));
    if (answer !== null) take(answer);
  };
  const askHung = async (): Promise<void> => {
    const answer = await ask(window, hungQuestion);
    if (answer !== null) take(answer);
  };
  const stayOpen = (): void => {
    stopQuitting();
    // It may have gone while the question was open, without an event.
    if (window.webContents.isCrashed()) window.webContents.reload();
  };
  const take = (event: ClosingEvent): void => {
    const step = closingStep(state, event);
    state = step.next;
    if (step.act === 'none') return;
    clearTimeout(timer);
    withdrawQuestion(window);
    if (step.act === 'flush') sendEvent(window, 'app:closing', undefined);
    if (step.act === 'flush' || step.act === 'wait') wait();
    if (step.act === 'ask-hung') void askHung();
    if (step.act === 'ask-unsaved' && unsaved !== null) void askUnsaved(unsaved);
    if (step.act === 'save-file' && unsaved !== null)
      void saveTextFile(window, unsaved.file).then((isWritten) =>
        take(isWritten ? 'file-written' : 'file-not-written'),
      );
    if (step.act === 'stay-open') stayOpen();
    // Not `close`: a page that hangs would not let it.
    if (step.act === 'close') window.destroy();
  };

  closings.set(window, (flushed) => {
    unsaved = flushed.saved ? null : flushed;
    take(flushed.saved ? 'saved' : 'not-saved');
  });
  window.on('close', (event) => {
    if (state === 'open' && window.webContents.isCrashed()) return;
    event.preventDefault();
    take('close-requested');
  });
  // Windows asks whether the session may end: it may, and this is the time to write. Another app may still say no.
  window.on('query-session-end', () => sendEvent(window, 'app:closing', undefined));
  window.on('session-end', () => take('session-ends'));
  window.on('closed', () => {
    clearTimeout(timer);
    withdrawQuestion(window);
  });
  window.webContents.on('render-process-gone', () => take('page-gone'));
  // The page is requested first: a question of its own would only keep the window from closing.
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
