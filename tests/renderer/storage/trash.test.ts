import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/storage/database';
import { readStored, writeDesign } from '../../../renderer/storage/designs';
import { readLibrary, readTrash } from '../../../renderer/storage/library-lines';
import {
  deleteExpired,
  deletePermanently,
  moveToTrash,
  restoreFromTrash,
} from '../../../renderer/storage/trash';
import { emptyDesign } from '../../../shared/model/empty-design';

const monday = '2026-01-05T10:00:00.000Z';
const tuesday = '2026-01-06T10:00:00.000Z';
const design = emptyDesign('a', 'Orders', monday);

let database: Database;

beforeEach(async () => {
  database = openDatabase(`test-${crypto.randomUUID()}`);
  await writeDesign(database, design, 0, monday);
});

afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

async function trash(id: string, now: string): Promise<string> {
  const line = await moveToTrash(database, id, now);
  if (line === null || 'ok' in line) throw new Error('nothing was deleted');
  return line.key;
}

const everything = async () =>
  Object.fromEntries(
    await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );

describe('a deleted design', () => {
  test('is in the trash and not in the library', async () => {
    const key = await trash('a', tuesday);
    expect((await readLibrary(database)).designs).toEqual([]);
    expect(await readStored(database, 'a')).toEqual({ kind: 'missing' });
    expect(await readTrash(database)).toEqual([{ key, name: 'Orders', deletedAt: tuesday }]);
  });

  test('comes back as it was, revision included', async () => {
    const before = await everything();
    const key = await trash('a', tuesday);
    expect(await restoreFromTrash(database, key, 'fresh')).toBe('a');
    expect(await everything()).toEqual(before);
  });

  test('comes back under another id where its own is taken, and overwrites nothing', async () => {
    const key = await trash('a', tuesday);
    await writeDesign(database, { ...design, name: 'Newer' }, 0, tuesday);
    expect(await restoreFromTrash(database, key, 'fresh')).toBe('fresh');
    expect(await readStored(database, 'a')).toMatchObject({ design: { name: 'Newer' } });
    expect(await readStored(database, 'fresh')).toMatchObject({ design: { id: 'fresh', name: 'Orders' } });
  });

  test('is kept beside one of the same id that was deleted before', async () => {
    await trash('a', monday);
    await writeDesign(database, { ...design, name: 'Second' }, 0, monday);
    await trash('a', tuesday);
    expect((await readTrash(database)).map(({ name }) => name)).toEqual(['Second', 'Orders']);
  });

  test('that is not there is not deleted', async () => {
    expect(await moveToTrash(database, 'nowhere', monday)).toBeNull();
    expect(await restoreFromTrash(database, 'nowhere', 'fresh')).toBeNull();
  });

  test('stays in the library where the disk is full', async () => {
    const before = await everything();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await moveToTrash(database, 'a', tuesday)).toMatchObject({ ok: false, reason: 'full' });
    vi.restoreAllMocks();
    expect(await everything()).toEqual(before);
  });
});

describe('the trash', () => {
  test('is emptied permanently, both halves of each design', async () => {
    const key = await trash('a', monday);
    await deletePermanently(database, [key]);
    expect(await database.trash.count()).toBe(0);
    expect(await database.trashedBodies.count()).toBe(0);
  });

  test('keeps a design for thirty days and no longer', async () => {
    await trash('a', monday);
    await deleteExpired(database, '2026-02-04T09:59:59.000Z');
    expect(await database.trash.count()).toBe(1);
    await deleteExpired(database, '2026-02-04T10:00:01.000Z');
    expect(await database.trash.count()).toBe(0);
    expect(await database.trashedBodies.count()).toBe(0);
  });
});
