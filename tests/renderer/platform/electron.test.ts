import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { electronPlatform } from '../../../renderer/platform/electron';
import { useWorkspace } from '../../../renderer/store/workspace';
import type { Bridge } from '../../../shared/ipc';

describe('the platform of the desktop shell', () => {
  let asked: unknown[];
  let refusal: Error | null;
  let close: ReturnType<typeof vi.fn>;
  let listeners: Map<string, () => void>;

  beforeEach(() => {
    asked = [];
    refusal = null;
    close = vi.fn();
    listeners = new Map();
    vi.stubGlobal('window', { close });
    useWorkspace.setState({ toasts: [] });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  const platform = () =>
    electronPlatform({
      request: (async (name: string, input: unknown) => {
        asked.push([name, input]);
        if (refusal !== null) throw refusal;
      }) as unknown as Bridge['request'],
      on: (name, listener) => {
        listeners.set(name, listener as () => void);
        return () => listeners.delete(name);
      },
    });

  test('lets the shell open links', () => {
    platform().openLink('https://example.com/');
    expect(asked).toEqual([['app:open-link', { url: 'https://example.com/' }]]);
  });

  test('tells the shell the theme', () => {
    platform().followTheme('dark');
    expect(asked).toEqual([['app:set-theme', { theme: 'dark' }]]);
  });

  test('says what the shell refuses', async () => {
    refusal = new Error('app:open-link: refused');
    platform().openLink('file:///etc/passwd');
    await vi.waitFor(() =>
      expect(useWorkspace.getState().toasts).toMatchObject([
        { text: 'app:open-link: refused', tone: 'error' },
      ]),
    );
  });

  test('writes what is unsaved before it lets the window close', async () => {
    const order: string[] = [];
    close.mockImplementation(() => order.push('closed'));
    platform().onClosing(async () => {
      await Promise.resolve();
      order.push('flushed');
    });
    listeners.get('app:closing')?.();
    await vi.waitFor(() => expect(order).toEqual(['flushed', 'closed']));
  });

  test('does not close by itself over a flush that fails, and says why', async () => {
    platform().onClosing(() => Promise.reject(new Error('the disk is gone')));
    listeners.get('app:closing')?.();
    await vi.waitFor(() => expect(useWorkspace.getState().toasts).toHaveLength(1));
    expect(close).not.toHaveBeenCalled();
  });
});
