import '../../support/idle-moments';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDesign } from '../../../shared/model/empty-design';
import { parseDesignText } from '../../../shared/model/parse';
import { FakeLocks } from '../../support/fake-locks';
import { FakeStorage } from '../../support/fake-storage';

const created = '2026-01-05T10:00:00.000Z';
const storage = { local: new FakeStorage() };

/** A window with a design open, whose storage can be made to refuse. */
async function openWindow() {
  vi.resetModules();
  const session = await import('../../../renderer/storage/session');
  const closing = await import('../../../renderer/storage/closing');
  const { edit } = await import('../../../renderer/store/document');
  const { useNotice } = await import('../../../renderer/store/notice');
  const { database } = await import('../../../renderer/storage/database');
  const { writeDesign } = await import('../../../renderer/storage/designs');
  const { activeEditor } = await import('../../../renderer/store/editors');
  const stop = activeEditor().follow(session.keepDesign);
  await Promise.all(database.tables.map((table) => table.clear()));
  await writeDesign(database, emptyDesign('a', 'Shop', created), 0, created);
  await session.openSession('a');
  return {
    ...session,
    ...closing,
    rename: (name: string) => edit('Rename design', [{ op: 'rename-design', name }]),
    refuse: () => vi.spyOn(database, 'transaction').mockRejectedValue(new Error('the disk is gone')),
    notice: () => useNotice.getState().notice,
    stop: () => {
      session.abandonSession();
      stop();
      database.close();
    },
  };
}

let window: Awaited<ReturnType<typeof openWindow>>;
beforeEach(async () => {
  storage.local = new FakeStorage();
  vi.stubGlobal('navigator', { locks: new FakeLocks() });
  vi.stubGlobal('localStorage', storage.local);
  vi.stubGlobal('window', new EventTarget());
  window = await openWindow();
});
afterEach(() => {
  window.stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('what the shell is told when the window is to close', () => {
  test('nothing is unsaved', async () => {
    expect(await window.flushBeforeClose()).toEqual({ saved: true });
  });

  test('what was unsaved is written', async () => {
    window.rename('Market');
    expect(await window.flushBeforeClose()).toEqual({ saved: true });
    expect(window.hasUnsavedChanges()).toBe(false);
  });

  test('what storage refuses comes as a file with the last changes, and is kept as a draft', async () => {
    window.refuse();
    window.rename(`Market ${'x'.repeat(300)}`);
    const flushed = await window.flushBeforeClose();
    if (flushed.saved) throw new Error('it was saved');
    expect(flushed.name).toMatch(/^Market x+$/);
    expect(flushed.name.length).toBeLessThanOrEqual(100);
    expect(flushed.file.name).toMatch(/^Market x+\.loadline\.json$/);
    const read = parseDesignText(flushed.file.text);
    expect(read.ok && read.value.name).toMatch(/^Market x{300}$/);
    expect(storage.local.getItem('loadline:draft:a')).toContain('Market');
  });
});

describe('leaving the page', () => {
  const leave = (): boolean => {
    const event = new Event('beforeunload', { cancelable: true });
    globalThis.window.dispatchEvent(event);
    return !event.defaultPrevented;
  };
  let stop: () => void;
  beforeEach(() => {
    stop = window.followLeaving();
  });
  afterEach(() => stop());

  test('is not held up while changes are only waiting to be written', () => {
    window.rename('Market');
    expect(leave()).toBe(true);
    expect(storage.local.getItem('loadline:draft:a')).toContain('Market');
  });

  test('is asked about while storage refuses; whoever stays is offered a file', async () => {
    window.refuse();
    window.rename('Market');
    await window.flush();
    expect(leave()).toBe(false);
    await vi.waitFor(() => expect(window.notice()?.title).toBe('“Market” is not saved'));
    expect(window.notice()?.actions.map(({ label }) => label)).toEqual(['Save as file']);
  });

  test('is asked about where not even a draft finds room', () => {
    storage.local.refusal = new DOMException('full', 'QuotaExceededError');
    window.rename('Market');
    expect(leave()).toBe(false);
  });

  test.each([
    [{ unsaved: false, failing: true, draftKept: false }, false],
    [{ unsaved: true, failing: false, draftKept: true }, false],
    [{ unsaved: true, failing: false, draftKept: false }, true],
    [{ unsaved: true, failing: true, draftKept: true }, true],
  ] as const)('%j loses changes: %s', (leaving, loses) => {
    expect(window.losesChanges(leaving)).toBe(loses);
  });
});
