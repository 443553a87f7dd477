import { vi } from 'vitest';

export type Listener = (...args: never[]) => unknown;

function fakeElectron() {
  const log: string[] = [];
  const listeners = new Map<string, Listener>();
  const handlers = new Map<string, Listener>();
  const windows: unknown[] = [];
  let makeReady = (): void => undefined;
  let ready = new Promise<void>(() => undefined);
  const reset = (): void => {
    log.length = 0;
    windows.length = 0;
    listeners.clear();
    handlers.clear();
    ready = new Promise((done) => {
      makeReady = done;
    });
  };
  const on = (prefix: string) => (name: string, listener: Listener) => {
    listeners.set(`${prefix}${name}`, listener);
  };
  const scheme = { registered: [] as unknown[], handled: '' };
  const permission: { request?: Listener; check?: Listener; device?: Listener } = {};
  const menu: { set: unknown } = { set: null };
  const openExternal = vi.fn(async (_url: string) => undefined);
  const app = {
    holdsLock: true,
    quit: vi.fn(() => log.push('quit')),
    requestSingleInstanceLock: () => app.holdsLock,
    enableSandbox: () => log.push('sandbox'),
    whenReady: () => ready,
    isPackaged: true,
    getVersion: () => '1.2.3',
    getPath: () => '/nowhere',
    getAppPath: () => process.cwd(),
    isReady: () => true,
    on: on('app:'),
  };
  class BrowserWindow {
    static getAllWindows = () => windows;
    static fromWebContents = (contents: unknown) =>
      windows.find((window) => (window as BrowserWindow).webContents === contents) ?? null;
    readonly webContents = { isCrashed: () => false, send: vi.fn(), on: on('contents:') };
    readonly loadURL = vi.fn(async (_url: string) => undefined);
    readonly show = vi.fn();
    readonly focus = vi.fn();
    readonly restore = vi.fn();
    readonly setBackgroundColor = vi.fn();
    readonly destroy = vi.fn();
    constructor(readonly options: Record<string, unknown>) {
      windows.push(this);
    }
    isMinimized = () => true;
    isMaximized = () => false;
    maximize = () => undefined;
    once = on('once:');
    on = on('window:');
  }
  return {
    log,
    listeners,
    handlers,
    windows,
    scheme,
    permission,
    menu,
    openExternal,
    app,
    BrowserWindow,
    reset,
    makeReady: () => makeReady(),
    nativeTheme: { themeSource: 'system', shouldUseDarkColors: true },
  };
}

/** A stand-in for Electron that keeps what was registered with it, in order. */
export const fake = fakeElectron();
export type FakeWindow = InstanceType<typeof fake.BrowserWindow>;

/** What represents the package: a test says `vi.mock('electron', …)` with it. */
export const electronModule = {
  app: fake.app,
  BrowserWindow: fake.BrowserWindow,
  nativeTheme: fake.nativeTheme,
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
  shell: { openExternal: fake.openExternal },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: Listener) => {
        fake.permission.request = handler;
      },
      setPermissionCheckHandler: (handler: Listener) => {
        fake.permission.check = handler;
      },
      setDevicePermissionHandler: (handler: Listener) => {
        fake.permission.device = handler;
      },
      on: (name: string, listener: Listener) => fake.listeners.set(`session:${name}`, listener),
    },
  },
  protocol: {
    registerSchemesAsPrivileged: (schemes: unknown[]) => {
      fake.log.push('scheme');
      fake.scheme.registered = schemes;
    },
    handle: (scheme: string) => {
      fake.log.push('handle');
      fake.scheme.handled = scheme;
    },
  },
  dialog: {},
  Menu: {
    buildFromTemplate: (template: unknown) => template,
    getApplicationMenu: () => null,
    setApplicationMenu: (menu: unknown) => {
      fake.menu.set = menu;
    },
  },
  ipcMain: { handle: (name: string, handler: Listener) => fake.handlers.set(name, handler) },
};

/** Calls what was registered under a name. */
export function call(registered: Listener | undefined, ...args: unknown[]): unknown {
  if (registered === undefined) throw new Error('nothing was registered');
  return registered(...(args as never[]));
}

/** Makes the app ready once it was started, and gives its window. */
export async function startReady(start: () => void): Promise<FakeWindow> {
  start();
  fake.log.push('ready');
  fake.makeReady();
  await new Promise((done) => setImmediate(done));
  return fake.windows[0] as FakeWindow;
}

/** Forgets what was registered: each test starts the app anew. */
export function resetElectron(): void {
  fake.reset();
  fake.app.holdsLock = true;
  fake.app.quit.mockClear();
  fake.openExternal.mockClear();
  fake.nativeTheme.themeSource = 'system';
}
