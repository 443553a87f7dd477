import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, screen } from 'electron';
import { flushBeforeClose } from './closing';
import { answerFailures } from './failures';
import { showMenu } from './menu';
import { appUrl } from './origin';
import {
  type Bounds,
  defaultSize,
  fitBounds,
  minimumSize,
  readWindowState,
  type WindowState,
  writeWindowState,
} from './window-state';

/** The window's ground in each theme (`--ground` of its style sheet), so that the window does not flash before its page is painted. */
const backgrounds = { light: '#f9fafc', dark: '#101318' } as const;

export function backgroundOf(isDark: boolean): string {
  return isDark ? backgrounds.dark : backgrounds.light;
}

/** Everything a new window is made with; pure, so that what keeps it closed to the outside can be tested. */
export function windowOptions(
  bounds: Bounds | null,
  isDark: boolean,
  isPackaged: boolean,
): BrowserWindowConstructorOptions {
  return {
    ...defaultSize,
    ...bounds,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    title: 'Loadline',
    backgroundColor: backgroundOf(isDark),
    webPreferences: {
      preload: fileURLToPath(new URL('preload.cjs', import.meta.url)),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  };
}

/** Opens the window where it last stood and loads the app into it. */
export function openWindow(): BrowserWindow {
  const file = stateFile();
  const state = readWindowState(file);
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = fitBounds(state.bounds, workAreas);
  const window = new BrowserWindow(windowOptions(bounds, nativeTheme.shouldUseDarkColors, app.isPackaged));
  if (state.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => writeWindowState(file, currentState(window)));
  // On macOS the menu outlives the window: its commands would go nowhere.
  window.on('closed', () => showMenu([]));
  flushBeforeClose(window);
  answerFailures(window);
  void window.loadURL(appUrl);
  return window;
}

function currentState(window: BrowserWindow): WindowState {
  return {
    bounds: window.getNormalBounds(),
    maximized: window.isMaximized(),
    theme: nativeTheme.themeSource,
  };
}

/** Takes up the theme of the last time, before the first window is made. */
export function restoreTheme(): void {
  nativeTheme.themeSource = readWindowState(stateFile()).theme;
}

function stateFile(): string {
  return join(app.getPath('userData'), 'window.json');
}
