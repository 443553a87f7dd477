import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Bridge } from '../../shared/ipc';

const fake = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoke: vi.fn(),
  listeners: new Map<string, (event: unknown, payload: unknown) => void>(),
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => fake.exposed.set(name, value) },
  ipcRenderer: {
    invoke: fake.invoke,
    on: (name: string, listener: () => void) => fake.listeners.set(name, listener),
    off: (name: string, listener: () => void) => {
      if (fake.listeners.get(name) === listener) fake.listeners.delete(name);
    },
  },
}));

await import('../../electron/preload');
const bridge = fake.exposed.get('loadline') as Bridge;

beforeEach(() => fake.invoke.mockReset());

describe('what the window gets of the shell', () => {
  test('is one object with two functions, and no more', () => {
    expect([...fake.exposed.keys()]).toEqual(['loadline']);
    expect(Object.keys(bridge).sort()).toEqual(['on', 'request']);
  });

  test('a request gives the value of its reply', async () => {
    fake.invoke.mockResolvedValue({ ok: true, value: { version: '1.2.3', platform: 'linux' } });
    expect(await bridge.request('app:info', undefined)).toEqual({ version: '1.2.3', platform: 'linux' });
    expect(fake.invoke).toHaveBeenCalledExactlyOnceWith('app:info', undefined);
  });

  test('a refusal and an answer of another form are errors', async () => {
    fake.invoke.mockResolvedValueOnce({ ok: false, error: { key: 'forbidden', detail: 'not the app' } });
    await expect(bridge.request('app:info', undefined)).rejects.toThrow('app:info: forbidden (not the app)');
    fake.invoke.mockResolvedValueOnce({ ok: true, value: { version: 1 } });
    await expect(bridge.request('app:info', undefined)).rejects.toThrow();
  });

  test.each(['ELECTRON_BROWSER_REQUIRE', 'constructor', '__proto__', ''])(
    'a name that is not in the contract, "%s", reaches no channel',
    async (name) => {
      await expect(bridge.request(name as 'app:info', undefined)).rejects.toThrow('No such request');
      expect(() => bridge.on(name as 'app:closing', () => undefined)).toThrow('No such event');
      expect(fake.invoke).not.toHaveBeenCalled();
    },
  );

  test('an event is passed on without its sender, only in its form, until the listener is taken off', () => {
    const listener = vi.fn();
    const off = bridge.on('app:closing', listener);
    const emit = fake.listeners.get('app:closing');
    emit?.({ sender: 'secret' }, undefined);
    expect(listener).toHaveBeenCalledExactlyOnceWith(undefined);
    emit?.({}, { forged: true });
    expect(listener).toHaveBeenCalledOnce();
    off();
    expect(fake.listeners.size).toBe(0);
  });
});
