import { beforeEach, describe, expect, test, vi } from 'vitest';

type Listener = (...args: never[]) => unknown;

/** A stand-in for Electron that keeps what was registered with it, in order. */
const fake = vi.hoisted(() => {
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
});

vi.mock('electron', () => ({
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
}));

const { start } = await import('../../electron/main');
const { requests } = await import('../../shared/ipc');

/** Calls what was registered under a name. */
function call(registered: Listener | undefined, ...args: unknown[]): unknown {
  if (registered === undefined) throw new Error('nothing was registered');
  return registered(...(args as never[]));
}

async function startReady(): Promise<InstanceType<typeof fake.BrowserWindow>> {
  start();
  fake.log.push('ready');
  fake.makeReady();
  await new Promise((done) => setImmediate(done));
  return fake.windows[0] as InstanceType<typeof fake.BrowserWindow>;
}

beforeEach(() => {
  fake.reset();
  fake.app.holdsLock = true;
  fake.app.quit.mockClear();
  fake.openExternal.mockClear();
  fake.nativeTheme.themeSource = 'system';
});

describe('starting', () => {
  test('registers the scheme and the sandbox before ready, and answers the scheme after', async () => {
    await startReady();
    expect(fake.log).toEqual(['scheme', 'sandbox', 'ready', 'handle']);
    expect(fake.scheme.handled).toBe('app');
    expect(fake.scheme.registered).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  test('a second copy quits and touches nothing', async () => {
    fake.app.holdsLock = false;
    start();
    fake.makeReady();
    await new Promise((done) => setImmediate(done));
    expect(fake.log).toEqual(['quit']);
    expect(fake.windows).toEqual([]);
  });

  test('a second start brings the window of the first forward', async () => {
    const window = await startReady();
    call(fake.listeners.get('app:second-instance'));
    expect(window.restore).toHaveBeenCalledOnce();
    expect(window.focus).toHaveBeenCalledOnce();
    expect(fake.windows).toHaveLength(1);
  });

  test('opens one window, closed to the outside, that shows itself once it is painted', async () => {
    const window = await startReady();
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: {
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        devTools: false,
        preload: expect.stringMatching(/preload\.cjs$/),
      },
    });
    expect(window.loadURL).toHaveBeenCalledWith('app://loadline/');
    expect(window.show).not.toHaveBeenCalled();
    call(fake.listeners.get('once:ready-to-show'));
    expect(window.show).toHaveBeenCalledOnce();
  });

  test('has a menu of its own from the start: that of Electron has developer tools', async () => {
    await startReady();
    expect(JSON.stringify(fake.menu.set)).toContain('"role":"quit"');
    expect(JSON.stringify(fake.menu.set)).not.toMatch(/DevTools|reload/i);
  });

  test.skipIf(process.platform === 'darwin')('ends with its last window', async () => {
    await startReady();
    call(fake.listeners.get('app:window-all-closed'));
    expect(fake.app.quit).toHaveBeenCalledOnce();
  });
});

describe('permissions', () => {
  const app = 'app://loadline/';
  test.each([
    ['clipboard-sanitized-write', app, true],
    ['clipboard-read', app, true],
    ['fullscreen', app, true],
    ['persistent-storage', app, true],
    ['media', app, false],
    ['geolocation', app, false],
    ['openExternal', app, false],
    ['unknown', app, false],
    ['clipboard-read', 'https://example.org/', false],
    ['persistent-storage', '', false],
  ])('%s asked for by "%s": %s', async (permission, url, allowed) => {
    await startReady();
    const callback = vi.fn();
    call(fake.permission.request, null, permission, callback, { requestingUrl: url });
    expect(callback).toHaveBeenCalledExactlyOnceWith(allowed);
    expect(call(fake.permission.check, null, permission, url, {})).toBe(allowed);
  });
});

test('no device is given to a page', async () => {
  await startReady();
  expect(call(fake.permission.device, { deviceType: 'usb', origin: 'app://loadline' })).toBe(false);
});

test.each([
  ['blob:app://loadline/6f1c', true],
  ['blob:app://loadline.example/6f1c', false],
  ['https://example.org/tool.exe', false],
  ['app://loadline/index.html', false],
  ['data:text/html,x', false],
])('saving %s as a file is allowed: %s', async (url, isAllowed) => {
  await startReady();
  const preventDefault = vi.fn();
  call(fake.listeners.get('session:will-download'), { preventDefault }, { getURL: () => url });
  expect(preventDefault).toHaveBeenCalledTimes(isAllowed ? 0 : 1);
});

describe('navigation', () => {
  async function contents(): Promise<{ on: Map<string, Listener>; open: Listener | undefined }> {
    await startReady();
    const on = new Map<string, Listener>();
    let open: Listener | undefined;
    call(fake.listeners.get('app:web-contents-created'), null, {
      on: (name: string, listener: Listener) => on.set(name, listener),
      setWindowOpenHandler: (handler: Listener) => {
        open = handler;
      },
    });
    return { on, open };
  }

  test.each([
    ['will-navigate', 'app://loadline/#library', false],
    ['will-navigate', 'https://example.org/', true],
    ['will-navigate', 'file:///etc/passwd', true],
    ['will-redirect', 'app://loadline.example/', true],
    ['will-frame-navigate', 'https://example.org/', true],
    ['will-frame-navigate', 'app://loadline/', false],
  ])('%s to %s is prevented: %s', async (name, url, prevented) => {
    const { on } = await contents();
    const preventDefault = vi.fn();
    call(on.get(name), { url, preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(prevented ? 1 : 0);
  });

  test('a page inside the page is refused', async () => {
    const { on } = await contents();
    const preventDefault = vi.fn();
    call(on.get('will-attach-webview'), { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  test('no window opens: a web page goes to the browser, anything else nowhere', async () => {
    const { open } = await contents();
    expect(call(open, { url: 'https://example.org/paper' })).toEqual({ action: 'deny' });
    expect(fake.openExternal).toHaveBeenCalledExactlyOnceWith('https://example.org/paper');
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'app://loadline/']) {
      expect(call(open, { url })).toEqual({ action: 'deny' });
    }
    expect(fake.openExternal).toHaveBeenCalledOnce();
  });
});

describe('requests of the window', () => {
  async function ask(
    name: string,
    input: unknown,
    from?: { url?: string; parent?: object },
  ): Promise<unknown> {
    const window =
      (fake.windows[0] as InstanceType<typeof fake.BrowserWindow> | undefined) ?? (await startReady());
    const senderFrame = { url: from?.url ?? 'app://loadline/', parent: from?.parent ?? null };
    return call(fake.handlers.get(name), { sender: window.webContents, senderFrame }, input);
  }

  test('every request of the contract has its handler', async () => {
    await startReady();
    expect([...fake.handlers.keys()].sort()).toEqual(Object.keys(requests).sort());
  });

  test('answers the app in the form of the contract', async () => {
    const reply = await ask('app:info', undefined);
    expect(reply).toEqual({ ok: true, value: { version: '1.2.3', platform: process.platform } });
  });

  test.each([
    ['another site', { url: 'https://example.org/' }],
    ['a look-alike', { url: 'app://loadline.example/' }],
    ['a frame inside the app', { parent: {} }],
  ])('refuses %s', async (_who, from) => {
    const reply = await ask('app:open-link', { url: 'https://example.org/' }, from);
    expect(reply).toMatchObject({ ok: false, error: { key: 'forbidden' } });
    expect(fake.openExternal).not.toHaveBeenCalled();
  });

  test('refuses a page that is gone', async () => {
    const window = await startReady();
    const event = { sender: window.webContents, senderFrame: null };
    expect(await call(fake.handlers.get('app:info'), event, undefined)).toMatchObject({
      ok: false,
      error: { key: 'forbidden' },
    });
  });

  test.each([
    ['app:open-link', undefined],
    ['app:open-link', { url: 7 }],
    ['app:open-link', { url: `https://example.org/${'a'.repeat(2048)}` }],
    ['app:set-theme', { theme: 'sepia' }],
    ['app:flushed', { saved: false }],
    ['app:set-menu', { menus: [{ id: 'file', items: [{ id: 'x' }] }] }],
  ])('%s with a wrong input is refused before anything is done', async (name, input) => {
    const reply = await ask(name, input);
    expect(reply).toMatchObject({ ok: false, error: { key: 'invalid-input' } });
    expect(fake.openExternal).not.toHaveBeenCalled();
    expect(fake.nativeTheme.themeSource).toBe('system');
  });

  test('a link that is not let out is answered, not opened', async () => {
    expect(await ask('app:open-link', { url: 'file:///etc/passwd' })).toEqual({
      ok: true,
      value: { opened: false },
    });
    expect(fake.openExternal).not.toHaveBeenCalled();
  });

  test('a link that nothing opens is answered so', async () => {
    fake.openExternal.mockRejectedValueOnce(new Error('no program for it'));
    const reply = await ask('app:open-link', { url: 'mailto:someone@example.org' });
    expect(reply).toEqual({ ok: true, value: { opened: false } });
  });

  test('the theme reaches the frame and the ground of the window', async () => {
    expect(await ask('app:set-theme', { theme: 'dark' })).toEqual({ ok: true, value: undefined });
    expect(fake.nativeTheme.themeSource).toBe('dark');
    const [window] = fake.windows as InstanceType<typeof fake.BrowserWindow>[];
    expect(window?.setBackgroundColor).toHaveBeenCalledWith('#101318');
  });

  test('what a handler throws comes back as a value', async () => {
    const window = await startReady();
    window.setBackgroundColor.mockImplementation(() => {
      throw new Error('the window is gone');
    });
    expect(await ask('app:set-theme', { theme: 'light' })).toEqual({
      ok: false,
      error: { key: 'failed', detail: 'the window is gone' },
    });
  });
});
