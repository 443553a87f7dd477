import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { sendEvent, takeFlushed } from './closing';
import { logChildProcesses } from './failures';
import { guardContents, guardSession, openLink } from './guards';
import { type Handlers, registerHandlers } from './ipc';
import { showMenu } from './menu';
import { filesIn, keepFiles, takeFiles } from './opened-files';
import { handleScheme, registerScheme } from './protocol';
import { quitWithLastWindow } from './quitting';
import { backgroundOf, openWindow, restoreTheme } from './window';

const handlers: Handlers = {
  'app:info': () => ({ version: app.getVersion(), platform: process.platform }),
  'app:flushed': (flushed, window) => {
    takeFlushed(flushed, window);
  },
  'app:open-link': async ({ url }) => ({ opened: await openLink(url) }),
  'app:take-files': async () => ({ files: [...(await takeFiles())] }),
  'app:set-menu': ({ menus }) => {
    showMenu(menus);
  },
  'app:set-theme': ({ theme }, window) => {
    nativeTheme.themeSource = theme;
    window.setBackgroundColor(backgroundOf(nativeTheme.shouldUseDarkColors));
  },
};

/**
 * Starts the shell. A second start only brings the first one's window forward and hands it its files: two would share one storage.
 */
export function start(): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  registerScheme();
  app.enableSandbox();
  guardContents();
  // On macOS a file that starts the app is named before it is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFiles([path]);
  });
  keepFiles(filesIn(process.argv, process.cwd(), app.getAppPath()));
  app.on('second-instance', (_event, words, workingFolder) => {
    openFiles(filesIn(words, workingFolder, app.getAppPath()));
    showWindow();
  });
  quitWithLastWindow();
  logChildProcesses();
  void app.whenReady().then(() => {
    guardSession(session.defaultSession);
    handleScheme(fileURLToPath(new URL('../renderer', import.meta.url)));
    registerHandlers(handlers);
    restoreTheme();
    // Else Electron shows its own, with developer tools and links to its pages.
    showMenu([]);
    openWindow();
    app.on('activate', showWindow);
  });
}

/** Hands files to the window; where there is none yet, it takes them when it opens. */
function openFiles(paths: readonly string[]): void {
  if (paths.length === 0) return;
  keepFiles(paths);
  const [window] = BrowserWindow.getAllWindows();
  if (window !== undefined) sendEvent(window, 'app:files-waiting', undefined);
  else if (app.isReady()) openWindow();
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
