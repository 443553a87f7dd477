import '../../support/idle-moments';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDesign } from '../../../shared/model/empty-design';
import { FakeLocks } from '../../support/fake-locks';
import { FakeStorage } from '../../support/fake-storage';

const created = '2026-01-05T10:00:00.000Z';
const address = { hash: '' };
const setAddress = (_state: unknown, _title: string, hash: string): void => {
  address.hash = hash;
};

/** A window of its own, which shares storage alone with those before it. */
async function openWindow() {
  vi.resetModules();
  const navigation = await import('../../../renderer/storage/navigation');
  const mark = await import('../../../renderer/storage/opening-mark');
  const session = await import('../../../renderer/storage/session');
  const { database } = await import('../../../renderer/storage/database');
  const { writeDesign } = await import('../../../renderer/storage/designs');
  const { useNotice } = await import('../../../renderer/store/notice');
  const { useWorkspace } = await import('../../../renderer/store/workspace');
  const { activeEditor } = await import('../../../renderer/store/editors');
  const stop = activeEditor().follow(session.keepDesign);
  return {
    ...navigation,
    ...mark,
    database,
    writeDesign,
    page: () => useWorkspace.getState().page,
    notice: () => useNotice.getState().notice,
    lastOpen: async () => (await database.settings.get('last-open'))?.value ?? null,
    end: () => {
      session.abandonSession();
      stop();
      database.close();
    },
  };
}

describe('a design that does not finish to open', () => {
  let windows: Awaited<ReturnType<typeof openWindow>>[];
  const open = async () => {
    for (const window of windows) window.end();
    const window = await openWindow();
    windows.push(window);
    return window;
  };

  beforeEach(async () => {
    windows = [];
    address.hash = '';
    vi.stubGlobal('navigator', { locks: new FakeLocks() });
    vi.stubGlobal('localStorage', new FakeStorage());
    vi.stubGlobal('location', address);
    vi.stubGlobal('history', { replaceState: setAddress, pushState: setAddress });
    const { database, writeDesign } = await open();
    await Promise.all(database.tables.map((table) => table.clear()));
    await writeDesign(database, emptyDesign('a', 'Orders', created), 0, created);
  });
  afterEach(async () => {
    // Other files look at the same storage.
    await Promise.all(windows.at(-1)?.database.tables.map((table) => table.clear()) ?? []);
    for (const window of windows) window.end();
    vi.unstubAllGlobals();
  });

  test('is last open only once it stands on the canvas', async () => {
    const window = await open();
    await window.goTo({ page: 'design', id: 'a' });
    expect(window.page()).toBe('editor');
    expect(await window.lastOpen()).toBeNull();
    expect(window.unfinishedOpening()).toBe('a');
    await window.noteStanding('a');
    expect(await window.lastOpen()).toBe('a');
    expect(window.unfinishedOpening()).toBeNull();
  });

  test('is not opened again by the next window, which shows the library and names it', async () => {
    const hung = await open();
    await hung.goTo({ page: 'design', id: 'a' });
    const next = await open();
    expect(address.hash).toBe('#/design/a');
    await next.startAtAddress();
    expect(next.page()).toBe('library');
    expect(address.hash).toBe('#/');
    expect(next.notice()?.title).toBe('“Orders” did not open');
    expect(next.notice()?.actions.map(({ label }) => label)).toEqual(['Save to a file', 'Open it again']);
    expect(next.unfinishedOpening()).toBeNull();
    expect(await next.lastOpen()).toBeNull();
  });

  test('is opened again where the person asks for it', async () => {
    const hung = await open();
    await hung.goTo({ page: 'design', id: 'a' });
    const next = await open();
    await next.startAtAddress();
    next.notice()?.actions.at(-1)?.run();
    await vi.waitFor(() => expect(next.page()).toBe('editor'));
  });

  test('does not hold up a window with another address', async () => {
    const hung = await open();
    await hung.goTo({ page: 'design', id: 'a' });
    const next = await open();
    address.hash = '#/';
    await next.startAtAddress();
    expect(next.page()).toBe('library');
    expect(next.notice()).toBeNull();
  });

  test('is opened by the next window where the person left the page meanwhile, but not where drawing it failed', async () => {
    const left = await open();
    await left.goTo({ page: 'design', id: 'a' });
    left.leaveOpening();
    const next = await open();
    await next.startAtAddress();
    expect(next.page()).toBe('editor');
    next.keepOpeningMark();
    next.leaveOpening();
    const last = await open();
    await last.startAtAddress();
    expect(last.page()).toBe('library');
  });

  test('that is not there, or cannot be read, leaves no mark', async () => {
    const window = await open();
    await window.goTo({ page: 'design', id: 'nowhere' });
    expect(window.page()).toBe('library');
    expect(window.unfinishedOpening()).toBeNull();
  });
});
