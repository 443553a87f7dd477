import '../../support/idle-moments';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDesign } from '../../../shared/model/empty-design';
import { FakeLocks } from '../../support/fake-locks';
import { FakeStorage } from '../../support/fake-storage';

const created = '2026-01-05T10:00:00.000Z';
const design = emptyDesign('a', 'Start', created);

/** A window of its own: its modules share nothing with those of another but storage, locks and channels. */
async function openWindow() {
  vi.resetModules();
  const session = await import('../../../renderer/storage/session');
  const documents = await import('../../../renderer/store/document');
  const { useWorkspace } = await import('../../../renderer/store/workspace');
  const { useSaving } = await import('../../../renderer/store/saving');
  const { database } = await import('../../../renderer/storage/database');
  const { writeDesign } = await import('../../../renderer/storage/designs');
  const { moveToTrash, restoreFromTrash } = await import('../../../renderer/storage/trash');
  const { keepDraft } = await import('../../../renderer/storage/draft');
  const { putInJournal } = await import('../../../renderer/storage/journal');
  const { activeEditor } = await import('../../../renderer/store/editors');
  const stop = activeEditor().follow(session.keepDesign);
  const state = () => documents.useDocument.getState();
  return {
    ...session,
    database,
    writeDesign,
    moveToTrash,
    restoreFromTrash,
    keepDraft,
    putInJournal,
    isDeleted: () => useSaving.getState().isDeleted,
    saveState: () => useSaving.getState().saveState,
    name: () => state().design?.name,
    readOnly: () => state().readOnly,
    rename: (name: string) => documents.edit('Rename design', [{ op: 'rename-design', name }]),
    toasts: () => useWorkspace.getState().toasts.map((toast) => toast.text),
    close: () => {
      session.abandonSession();
      stop();
      database.close();
    },
  };
}

type Window = Awaited<ReturnType<typeof openWindow>>;

describe('an open design', () => {
  let windows: Window[];
  const open = async (): Promise<Window> => {
    const window = await openWindow();
    windows.push(window);
    return window;
  };
  const storedNames = async (): Promise<readonly string[]> => {
    const [first] = windows;
    const names = (await first?.database.designs.toArray()) ?? [];
    return names.map(({ name }) => name).sort();
  };

  beforeEach(async () => {
    windows = [];
    vi.stubGlobal('navigator', { locks: new FakeLocks() });
    vi.stubGlobal('localStorage', new FakeStorage());
    const { database, writeDesign } = await open();
    await Promise.all(database.tables.map((table) => table.clear()));
    await writeDesign(database, design, 0, created);
  });

  afterEach(() => {
    for (const window of windows) window.close();
    vi.unstubAllGlobals();
  });

  test('that is not in the library is said to be missing', async () => {
    const window = await open();
    expect(await window.openSession('nowhere')).toEqual({ kind: 'missing' });
    expect(window.name()).toBeUndefined();
  });

  test('is found again as it was left', async () => {
    const first = await open();
    await first.openSession('a');
    first.rename('Changed');
    expect(await first.closeSession()).toBe(true);
    const second = await open();
    await second.openSession('a');
    expect(second.name()).toBe('Changed');
    expect(second.readOnly()).toBe(false);
  });

  test('is read-only in a second window, which follows the first', async () => {
    const first = await open();
    await first.openSession('a');
    const second = await open();
    await second.openSession('a');
    expect(second.readOnly()).toBe(true);
    expect(second.rename('Refused')).toBe(false);
    first.rename('Changed');
    await first.flush();
    await vi.waitFor(() => expect(second.name()).toBe('Changed'));
    expect(second.readOnly()).toBe(true);
  });

  test('is taken over with the last edits of the other window, which then follows', async () => {
    const first = await open();
    await first.openSession('a');
    const second = await open();
    await second.openSession('a');
    first.rename('A moment ago');
    await second.takeOver();
    expect(second.name()).toBe('A moment ago');
    expect(second.readOnly()).toBe(false);
    expect(first.readOnly()).toBe(true);
    second.rename('After');
    await second.flush();
    await vi.waitFor(() => expect(first.name()).toBe('After'));
  });

  test('is free again once the window that had it is closed', async () => {
    const first = await open();
    await first.openSession('a');
    first.close();
    const second = await open();
    await second.openSession('a');
    expect(second.readOnly()).toBe(false);
  });

  test('is taken by force from a window that does not answer', async () => {
    const silent = await open();
    await silent.openSession('a');
    const second = await open();
    await second.openSession('a');
    vi.stubGlobal(
      'BroadcastChannel',
      class extends EventTarget {
        postMessage(): void {}
        close(): void {}
      },
    );
    await second.takeOver();
    expect(second.readOnly()).toBe(false);
    expect(silent.readOnly()).toBe(true);
  });

  test('takes up what the page could not write before it went', async () => {
    const window = await open();
    window.keepDraft({ id: 'a', revision: 1, design: { ...design, name: 'The last second' } });
    await window.openSession('a');
    expect(window.name()).toBe('The last second');
    expect(await storedNames()).toEqual(['The last second']);
    await window.closeSession();
    await window.openSession('a');
    expect(window.name()).toBe('The last second');
  });

  test.each([
    ['newer than what is stored', [1], 'The last edits'],
    ['newer than a write that was under way', [0, 1], 'The last edits'],
    ['older than what is stored', [0], 'Start'],
  ])('takes up what is in the journal and %s', async (_, revisions, name) => {
    const window = await open();
    await window.database.open();
    window.putInJournal(window.database, { ...design, name: 'The last edits' }, revisions);
    await window.openSession('a');
    expect(window.name()).toBe(name);
    expect(await storedNames()).toEqual([name]);
  });

  test('keeps such a draft as a copy where storage has gone on without it', async () => {
    const window = await open();
    window.keepDraft({ id: 'a', revision: 0, design: { ...design, name: 'Old draft' } });
    await window.openSession('a');
    expect(window.name()).toBe('Start');
    expect(await storedNames()).toEqual(['Old draft (recovered)', 'Start']);
  });

  test('drops a draft that was written after all', async () => {
    const window = await open();
    window.keepDraft({ id: 'a', revision: 0, design });
    await window.openSession('a');
    expect(await storedNames()).toEqual(['Start']);
  });

  test('puts what is unsaved aside at once when the page goes', async () => {
    const window = await open();
    await window.openSession('a');
    window.rename('Unsaved');
    expect(window.hasUnsavedChanges()).toBe(true);
    window.flushAtOnce();
    expect(localStorage.getItem('loadline:draft:a')).toContain('"name":"Unsaved"');
    await window.flush();
    expect(localStorage.getItem('loadline:draft:a')).toBeNull();
  });

  test('that is deleted is shown as deleted in every window, and can be kept as a copy', async () => {
    const writer = await open();
    await writer.openSession('a');
    const reader = await open();
    await reader.openSession('a');
    await writer.moveToTrash(writer.database, 'a', created);
    for (const window of [writer, reader]) {
      await vi.waitFor(() => expect(window.isDeleted()).toBe(true));
      expect(window.readOnly()).toBe(true);
    }
    expect(await reader.keepDeleted()).not.toBeNull();
    expect(await storedNames()).toEqual(['Start']);
  });

  test('that was deleted is not taken over: it is not there to write', async () => {
    const writer = await open();
    await writer.openSession('a');
    const reader = await open();
    await reader.openSession('a');
    await writer.closeSession();
    await reader.database.bodies.clear();
    await reader.takeOver();
    expect(reader.isDeleted()).toBe(true);
    expect(reader.readOnly()).toBe(true);
    expect(reader.rename('Lost')).toBe(false);
    const later = await open();
    await later.writeDesign(later.database, design, 0, created);
    await later.openSession('a');
    expect(later.readOnly()).toBe(false);
  });

  test('that is deleted under unsaved edits never reads as saved, and keeps the edits for a copy', async () => {
    const window = await open();
    await window.openSession('a');
    await window.database.bodies.clear();
    window.rename('Edited after that');
    await window.flush();
    await vi.waitFor(() => expect(window.isDeleted()).toBe(true));
    expect(window.saveState()).not.toBe('saved');
    await window.keepDeleted();
    expect(await storedNames()).toContain('Edited after that');
  });

  test('that comes back from the trash is no longer shown as deleted, and can be taken over', async () => {
    const writer = await open();
    await writer.openSession('a');
    const reader = await open();
    await reader.openSession('a');
    await writer.closeSession();
    const line = await writer.moveToTrash(writer.database, 'a', created);
    await vi.waitFor(() => expect(reader.isDeleted()).toBe(true));
    if (line === null || 'ok' in line) throw new Error('nothing was deleted');
    await writer.restoreFromTrash(writer.database, line.key, 'fresh');
    await vi.waitFor(() => expect(reader.isDeleted()).toBe(false));
    await reader.takeOver();
    expect(reader.readOnly()).toBe(false);
  });

  test('is not mistaken for one that is open elsewhere where the browser gives no locks', async () => {
    const refused = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
    vi.stubGlobal('navigator', { locks: { request: refused, query: refused } });
    const window = await open();
    await window.openSession('a');
    expect(window.readOnly()).toBe(false);
  });

  test('that cannot be added because storage cannot be opened is offered as a file, and storage works again', async () => {
    const window = await open();
    const { createDesign } = await import('../../../renderer/storage/library');
    window.database.close({ disableAutoOpen: false });
    const opening = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    await createDesign(design);
    opening.mockRestore();
    expect(window.toasts().join()).toContain('“Start” could not be stored');
    expect(await storedNames()).toEqual(['Start']);
  });

  test('loses neither version where another program wrote in between', async () => {
    const window = await open();
    await window.openSession('a');
    await window.writeDesign(window.database, { ...design, name: 'Theirs' }, 1, created);
    window.rename('Ours');
    await window.flush();
    await vi.waitFor(() => expect(window.name()).toBe('Theirs'));
    expect(await storedNames()).toEqual(['Ours (this window)', 'Theirs']);
    expect(window.toasts().join()).toContain('“Ours (this window)”');
  });
});
