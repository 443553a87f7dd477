import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReadFile } from '../../../../renderer/storage/files/read-file';
import { emptyDesign } from '../../../../shared/model/empty-design';

/** What each file is read as, by its name. */
const contents = new Map<string, ReadFile>();
const opened: string[] = [];

async function load() {
  vi.resetModules();
  vi.doMock('../../../../renderer/storage/files/read-file', () => ({
    readFile: async (file: File): Promise<ReadFile> =>
      contents.get(file.name) ?? { ok: false, lines: ['It is no design.', 'And damaged.'] },
  }));
  vi.doMock('../../../../renderer/storage/navigation', () => ({
    goTo: async ({ id }: { readonly id: string }) => void opened.push(id),
  }));
  const { importFiles } = await import('../../../../renderer/storage/files/import-file');
  const { useNotice } = await import('../../../../renderer/store/notice');
  const { database } = await import('../../../../renderer/storage/database');
  return { importFiles, useNotice, database };
}

const design = (id: string) => emptyDesign(id, `Design ${id}`, '2026-01-05T10:00:00.000Z');
const file = (name: string, text = '') => new File([text], name);

describe('files that are dropped together', () => {
  let loaded: Awaited<ReturnType<typeof load>>;
  beforeEach(async () => {
    contents.clear();
    opened.length = 0;
    loaded = await load();
    await Promise.all(loaded.database.tables.map((table) => table.clear()));
    for (const id of ['a', 'b']) contents.set(`${id}.json`, { ok: true, design: design(id) });
  });
  afterEach(async () => {
    // Other files look at the same storage.
    await Promise.all(loaded.database.tables.map((table) => table.clear()));
    loaded.database.close();
    vi.doUnmock('../../../../renderer/storage/files/read-file');
    vi.doUnmock('../../../../renderer/storage/navigation');
    vi.resetModules();
  });

  test('are each answered by name in one notice, and the last design opens', async () => {
    await loaded.importFiles([
      file('a.json'),
      file('b.json'),
      file('c.json'),
      file('d.zip', 'PK\u0003\u0004'),
    ]);
    expect(opened).toEqual(['b']);
    expect((await loaded.database.bodies.toArray()).map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(loaded.useNotice.getState().notice).toMatchObject({
      title: '2 of 4 files are in the library',
      text: 'The last of them is open.',
      lines: [
        'a.json: opened.',
        'b.json: opened.',
        'c.json: refused. It is no design. (and 1 more)',
        'd.zip: a backup of a library. Open it by itself.',
      ],
    });
  });

  test('change nothing where none of them is a design', async () => {
    await loaded.importFiles([file('c.json'), file('d.json')]);
    expect(opened).toEqual([]);
    expect(await loaded.database.bodies.count()).toBe(0);
    expect(loaded.useNotice.getState().notice?.text).toBe('Nothing has changed.');
  });

  test('of one id are two designs', async () => {
    contents.set('b.json', { ok: true, design: design('a') });
    await loaded.importFiles([file('a.json'), file('b.json')]);
    expect(await loaded.database.bodies.count()).toBe(2);
    expect(opened).toHaveLength(1);
    expect(opened).not.toEqual(['a']);
  });

  test('one alone opens without a notice, or is refused with all its faults', async () => {
    await loaded.importFiles([file('a.json')]);
    expect(opened).toEqual(['a']);
    expect(loaded.useNotice.getState().notice).toBeNull();
    await loaded.importFiles([file('c.json')]);
    expect(opened).toEqual(['a']);
    expect(loaded.useNotice.getState().notice).toMatchObject({
      title: '“c.json” could not be opened',
      lines: ['It is no design.', 'And damaged.'],
    });
  });
});
