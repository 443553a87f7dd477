import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../renderer/storage/database';
import { readStored, writeDesign } from '../../../renderer/storage/designs';
import { readLibrary } from '../../../renderer/storage/library-lines';
import { emptyDesign } from '../../../shared/model/empty-design';

const monday = '2026-01-05T10:00:00.000Z';
const design = emptyDesign('a', 'Orders', monday);

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

describe('a database of version 1', () => {
  test('keeps all it has, gets an empty trash, and forgets that the browser once refused', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const old = new Dexie(name);
    old.version(1).stores({ designs: 'id, updatedAt', bodies: 'id', settings: 'key' });
    const line = { id: 'a', name: 'Orders', createdAt: monday, updatedAt: monday, nodeCount: 0 };
    await old.table('designs').put(line);
    await old.table('bodies').put({ id: 'a', revision: 7, design });
    await old.table('settings').bulkPut([
      { key: 'last-open', value: 'a' },
      { key: 'persist-asked', value: false },
    ]);
    old.close();

    const database = openDatabase(name);
    expect(await readLibrary(database)).toEqual({ designs: [line], damaged: [] });
    expect(await readStored(database, 'a')).toEqual({ kind: 'found', design, revision: 7 });
    expect(await database.settings.toArray()).toEqual([{ key: 'last-open', value: 'a' }]);
    expect(await database.trash.count()).toBe(0);
    expect(await database.trashedBodies.count()).toBe(0);
    expect(await writeDesign(database, design, 7, monday)).toEqual({ ok: true, revision: 8 });
    expect(database.verno).toBe(5);
    database.close();
  });
});

describe('a database of version 2', () => {
  test('keeps designs and trash, and gets room for attempts and problems', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const old = new Dexie(name);
    old.version(1).stores({ designs: 'id, updatedAt', bodies: 'id', settings: 'key' });
    old.version(2).stores({ bodies: 'id, [id+revision]', trash: 'key, deletedAt', trashedBodies: 'key' });
    await old.table('bodies').put({ id: 'a', revision: 7, design });
    await old.table('trash').put({ key: 'k', id: 'b', deletedAt: monday, summary: null });
    old.close();

    const database = openDatabase(name);
    expect(await readStored(database, 'a')).toEqual({ kind: 'found', design, revision: 7 });
    expect(await database.trash.count()).toBe(1);
    for (const table of [database.attempts, database.attemptBodies, database.problems])
      expect(await table.count()).toBe(0);
    database.close();
  });
});

describe('where the browser gives no database', () => {
  const refusals = {
    'opening throws': () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
    'opening never ends': () => new EventTarget() as IDBOpenDBRequest,
  };

  test.each(Object.entries(refusals))('%s: the window works in memory', async (_name, refusal) => {
    const storage = await import('../../../renderer/storage/database');
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(refusal);
    expect(await storage.prepareDatabase(50)).toMatchObject({ ok: false, reason: 'failed' });
    open.mockRestore();
    const inMemory = { ...design, id: 'in-memory' };
    expect(await writeDesign(storage.database, inMemory, 0, monday)).toEqual({ ok: true, revision: 1 });
    expect(await readStored(storage.database, 'in-memory')).toMatchObject({ kind: 'found' });
    // What the browser has under the same name is another database.
    const real = openDatabase();
    expect(await readStored(real, 'in-memory')).toEqual({ kind: 'missing' });
    real.close();
    storage.database.close();
  });

  test('one that opens is used, and nothing is said', async () => {
    const storage = await import('../../../renderer/storage/database');
    const before = storage.database;
    expect(await storage.prepareDatabase()).toBeNull();
    expect(storage.database).toBe(before);
    storage.database.close();
  });
});

describe('a database of version 3', () => {
  test('has the scenarios of a design put into it, in the trash too, but those that are damaged', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const old = new Dexie(name);
    old.version(1).stores({ designs: 'id, updatedAt', bodies: 'id', settings: 'key' });
    old.version(2).stores({ bodies: 'id, [id+revision]', trash: 'key, deletedAt', trashedBodies: 'key' });
    old.version(3).stores({ attempts: 'id, problem, startedAt', attemptBodies: 'id', problems: 'id' });
    const slow = { name: 'Slow store', events: [{ kind: 'slow', node: 'db', factor: 3 }] };
    const b = { ...design, id: 'b' };
    await old.table('bodies').put({ id: 'a', revision: 7, design });
    await old.table('trashedBodies').put({ key: 'k', body: { id: 'b', revision: 2, design: b } });
    await old.table('settings').bulkPut([
      { key: 'last-open', value: 'a' },
      { key: 'scenarios:a', value: [slow, { name: 'x'.repeat(81), events: [] }, 7] },
      { key: 'scenarios:b', value: [slow] },
      { key: 'scenarios:gone', value: [slow] },
    ]);
    old.close();

    const database = openDatabase(name);
    expect(await readStored(database, 'a')).toEqual({
      kind: 'found',
      design: { ...design, scenarios: [slow] },
      revision: 8,
    });
    expect((await database.trashedBodies.get('k'))?.body?.design).toEqual({ ...b, scenarios: [slow] });
    expect(await database.settings.toArray()).toEqual([{ key: 'last-open', value: 'a' }]);
    database.close();
  });
});
