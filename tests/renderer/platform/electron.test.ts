import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { electronPlatform } from '../../../renderer/platform/electron';
import { useWorkspace } from '../../../renderer/store/workspace';
import type { Bridge, OpenedFile } from '../../../shared/ipc';

describe('the platform of the desktop shell', () => {
  let asked: unknown[];
  let refusal: Error | null;
  let listeners: Map<string, () => void>;
  let waiting: OpenedFile[];

  beforeEach(() => {
    asked = [];
    refusal = null;
    listeners = new Map();
    waiting = [];
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
        return name === 'app:take-files' ? { files: waiting.splice(0) } : undefined;
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

  test('tells the shell what has become of unsaved changes when the window is to close', async () => {
    const flushed = { saved: false, name: 'Shop', file: { name: 'Shop.loadline.json', text: '{}' } } as const;
    platform().onClosing(async () => flushed);
    listeners.get('app:closing')?.();
    await vi.waitFor(() => expect(asked).toEqual([['app:flushed', flushed]]));
  });

  test('takes the files that wait at its start, and those that are opened later', async () => {
    const file: OpenedFile = { ok: true, name: 'a.json', bytes: new Uint8Array([1]) };
    waiting = [file];
    const opened: unknown[] = [];
    const stop = platform().onFiles(async (files) => void opened.push(files));
    await vi.waitFor(() => expect(opened).toEqual([[file]]));
    // Nothing waits: nothing is opened.
    listeners.get('app:files-waiting')?.();
    waiting = [{ ...file, name: 'b.json' }];
    listeners.get('app:files-waiting')?.();
    await vi.waitFor(() => expect(opened).toHaveLength(2));
    stop();
    expect(listeners.has('app:files-waiting')).toBe(false);
  });

  test('does not let the window close over a flush that fails, and says why', async () => {
    platform().onClosing(() => Promise.reject(new Error('the disk is gone')));
    listeners.get('app:closing')?.();
    await vi.waitFor(() => expect(useWorkspace.getState().toasts).toHaveLength(1));
    expect(asked).toEqual([]);
  });
});
