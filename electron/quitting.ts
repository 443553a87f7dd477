import { app } from 'electron';

let isQuitting = false;

/** Someone wants their window to stay: on macOS closing it later must not end the app. */
export function stopQuitting(): void {
  isQuitting = false;
}

/**
 * Ends the app with its last window. On macOS an app stays, unless quitting is what closed the window: to let it flush,
 * the closing was held up, which also stopped the quitting.
 */
export function quitWithLastWindow(): void {
  isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit();
  });
}
