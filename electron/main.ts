import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { guardContents, guardPermissions, openLink } from './guards';
import { type Handlers, registerHandlers } from './ipc';
import { handleScheme, registerScheme } from './protocol';
import { backgroundOf, openWindow, restoreTheme } from './window';

const handlers: Handlers = {
  'app:info': () => ({ version: app.getVersion(), platform: process.platform }),
  'app:open-link': async ({ url }) => ({ opened: await openLink(url) }),
  'app:set-theme': ({ theme }, window) => {
    nativeTheme.themeSource = theme;
    window.setBackgroundColor(backgroundOf(nativeTheme.shouldUseDarkColors));
  },
};

/** Starts the shell. A second start only brings the first one's window forward: two would share one storage. */
export function start(): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerScheme();
  app.enableSandbox();
  guardContents();
  app.on('second-instance', showWindow);
  quitWithLastWindow();
  void app.whenReady().then(() => {
    guardPermissions(session.defaultSession);
    handleScheme(fileURLToPath(new URL('../renderer', import.meta.url)));
    registerHandlers(handlers);
    restoreTheme();
    openWindow();
    app.on('activate', showWindow);
  });
}

/** Brings the window forward, or opens it again where it was closed. */
function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) {
    openWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}

/**
 * Ends the app with its last window. On macOS an app stays, unless quitting is what closed the window: to let it flush,
 * the closing was held up, which also stopped the quitting.
 */
function quitWithLastWindow(): void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit();
  });
}
