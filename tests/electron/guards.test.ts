import { beforeEach, describe, expect, test, vi } from 'vitest';
import { call, fake, type Listener, resetElectron, startReady } from '../support/fake-electron';

vi.mock('electron', async () => (await import('../support/fake-electron')).electronModule);

const { start } = await import('../../electron/main');

beforeEach(resetElectron);

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
    await startReady(start);
    const callback = vi.fn();
    call(fake.permission.request, null, permission, callback, { requestingUrl: url });
    expect(callback).toHaveBeenCalledExactlyOnceWith(allowed);
    expect(call(fake.permission.check, null, permission, url, {})).toBe(allowed);
  });
});

test('no device is given to a page', async () => {
  await startReady(start);
  expect(call(fake.permission.device, { deviceType: 'usb', origin: 'app://loadline' })).toBe(false);
});

test.each([
  ['blob:app://loadline/6f1c', true],
  ['blob:app://loadline.example/6f1c', false],
  ['https://example.org/tool.exe', false],
  ['app://loadline/index.html', false],
  ['data:text/html,x', false],
])('saving %s as a file is allowed: %s', async (url, isAllowed) => {
  await startReady(start);
  const preventDefault = vi.fn();
  call(fake.listeners.get('session:will-download'), { preventDefault }, { getURL: () => url });
  expect(preventDefault).toHaveBeenCalledTimes(isAllowed ? 0 : 1);
});

describe('navigation', () => {
  async function contents(): Promise<{ on: Map<string, Listener>; open: Listener | undefined }> {
    await startReady(start);
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
