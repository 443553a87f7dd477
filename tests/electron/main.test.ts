import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { call, type FakeWindow, fake, resetElectron, startReady } from '../support/fake-electron';

vi.mock('electron', async () => (await import('../support/fake-electron')).electronModule);

const { start } = await import('../../electron/main');
const { requests } = await import('../../shared/ipc');

const argv = process.argv;
afterAll(() => {
  process.argv = argv;
});

beforeEach(() => {
  process.argv = ['loadline'];
  resetElectron();
});

describe('starting', () => {
  test('registers the scheme and the sandbox before ready, and answers the scheme after', async () => {
    await startReady(start);
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
    const window = await startReady(start);
    call(fake.listeners.get('app:second-instance'), {}, ['loadline'], '/');
    expect(window.restore).toHaveBeenCalledOnce();
    expect(window.focus).toHaveBeenCalledOnce();
    expect(fake.windows).toHaveLength(1);
  });

  test('opens one window, closed to the outside, that shows itself once it is painted', async () => {
    const window = await startReady(start);
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
    await startReady(start);
    expect(JSON.stringify(fake.menu.set)).toContain('"role":"quit"');
    expect(JSON.stringify(fake.menu.set)).not.toMatch(/DevTools|reload/i);
  });

  test.skipIf(process.platform === 'darwin')('ends with its last window', async () => {
    await startReady(start);
    call(fake.listeners.get('app:window-all-closed'));
    expect(fake.app.quit).toHaveBeenCalledOnce();
  });
});

describe('files that are opened with the app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loadline-'));
  const file = join(folder, 'shop.loadline.json');
  writeFileSync(file, '{}');
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The files that the window is given. */
  async function taken(window: FakeWindow): Promise<unknown> {
    const event = { sender: window.webContents, senderFrame: { url: 'app://loadline/', parent: null } };
    const reply = await call(fake.handlers.get('app:take-files'), event, undefined);
    const { output } = requests['app:take-files'];
    return output.parse((reply as { value: unknown }).value).files;
  }

  const shop = { ok: true, name: 'shop.loadline.json', bytes: new Uint8Array([123, 125]) };

  test('of a second start go to the window of the first, once each', async () => {
    const window = await startReady(start);
    call(fake.listeners.get('app:second-instance'), {}, ['loadline', '--flag', 'shop.loadline.json'], folder);
    expect(window.webContents.send).toHaveBeenCalledExactlyOnceWith('app:files-waiting', undefined);
    expect(window.focus).toHaveBeenCalledOnce();
    expect(await taken(window)).toEqual([shop]);
    expect(await taken(window)).toEqual([]);
  });

  test('on macOS may be named before the app is ready', async () => {
    start();
    const preventDefault = vi.fn();
    call(fake.listeners.get('app:open-file'), { preventDefault }, file);
    expect(preventDefault).toHaveBeenCalledOnce();
    // The fake is ready at once and opens a window for it.
    expect(fake.windows).toHaveLength(1);
    expect(await taken(await startReady(start))).toEqual([shop]);
  });

  test('of the start wait for the window', async () => {
    process.argv = ['loadline', file, '.'];
    const window = await startReady(start);
    expect(await taken(window)).toEqual([shop]);
  });

  test('that cannot be read are named with the reason', async () => {
    const window = await startReady(start);
    const words = ['loadline', join(folder, 'gone.json'), folder];
    call(fake.listeners.get('app:second-instance'), {}, words, folder);
    expect(await taken(window)).toMatchObject([
      { ok: false, name: 'gone.json', problem: 'unreadable', detail: expect.stringContaining('ENOENT') },
      { ok: false, problem: 'unreadable', detail: expect.stringContaining('EISDIR') },
    ]);
  });
});

describe('requests of the window', () => {
  async function ask(
    name: string,
    input: unknown,
    from?: { url?: string; parent?: object },
  ): Promise<unknown> {
    const window = (fake.windows[0] as FakeWindow | undefined) ?? (await startReady(start));
    const senderFrame = { url: from?.url ?? 'app://loadline/', parent: from?.parent ?? null };
    return call(fake.handlers.get(name), { sender: window.webContents, senderFrame }, input);
  }

  test('every request of the contract has its handler', async () => {
    await startReady(start);
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
    const window = await startReady(start);
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
    const [window] = fake.windows as FakeWindow[];
    expect(window?.setBackgroundColor).toHaveBeenCalledWith('#101318');
  });

  test('what a handler throws comes back as a value', async () => {
    const window = await startReady(start);
    window.setBackgroundColor.mockImplementation(() => {
      throw new Error('the window is gone');
    });
    expect(await ask('app:set-theme', { theme: 'light' })).toEqual({
      ok: false,
      error: { key: 'failed', detail: 'the window is gone' },
    });
  });
});
