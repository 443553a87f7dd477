import { app, type BrowserWindow } from 'electron';
import { countFailure, goneQuestion, hungQuestion, isFailure, type StartPage } from './failure-steps';
import { libraryUrl } from './origin';
import { printable } from './printable.mjs';
import { ask, hasQuestion, withdrawQuestion } from './question';

/** Answers a page that is gone or hangs: without this its window would stay empty or frozen. */
export function answerFailures(window: BrowserWindow): void {
  let timesMs: readonly number[] = [];
  let isHung = false;
  let isReplaced = false;
  const { webContents } = window;

  const count = (): StartPage => {
    const failures = countFailure(timesMs, Date.now());
    timesMs = failures.timesMs;
    return failures.startPage;
  };
  const start = (page: StartPage): void => {
    if (page === 'last') webContents.reload();
    else void webContents.loadURL(libraryUrl);
  };
  const quit = (): void => {
    window.destroy();
    app.quit();
  };
  const answerGone = async (reason: string): Promise<void> => {
    const answer = await ask(window, goneQuestion(reason, count()));
    if (answer === 'quit') quit();
    else if (answer !== null) start(answer === 'reload' ? 'last' : 'library');
  };
  const answerHung = async (): Promise<void> => {
    const { startPage } = countFailure(timesMs, Date.now());
    const answer = await ask(window, hungQuestion(startPage));
    if (answer === 'quit') quit();
    if (answer !== 'reload' && answer !== 'library') return;
    count();
    // A page that hangs does not let itself be reloaded; ending it is then no failure of its own.
    isReplaced = true;
    webContents.forcefullyCrashRenderer();
    start(answer === 'reload' ? 'last' : 'library');
  };

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (!isFailure(reason)) return;
    logEnd('renderer', reason, exitCode);
    if (isReplaced) {
      isReplaced = false;
      return;
    }
    // Closing, which gets the event as well, has closed the window or shows a question about the last changes.
    if (window.isDestroyed() || (hasQuestion(window) && !isHung)) return;
    isHung = false;
    void answerGone(reason);
  });
  window.on('unresponsive', () => {
    // Where a question is open already, as on closing, there is no second one.
    if (hasQuestion(window)) return;
    isHung = true;
    void answerHung();
  });
  window.on('responsive', () => {
    if (isHung) withdrawQuestion(window);
    isHung = false;
  });
}

/** Logs processes that end unasked beside the pages: Chromium starts them anew by itself. */
export function logChildProcesses(): void {
  app.on('child-process-gone', (_event, { type, name, reason, exitCode }) => {
    if (isFailure(reason)) logEnd(name === undefined ? type : `${type} (${name})`, reason, exitCode);
  });
}

function logEnd(what: string, reason: string, exitCode: number): void {
  process.stderr.write(`${printable(`Loadline: ${what} process gone: ${reason}, exit code ${exitCode}`)}\n`);
}
