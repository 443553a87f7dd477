import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/storage/database';
import { readStored, writeDesign } from '../../../renderer/storage/designs';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

const monday = '2026-01-05T10:00:00.000Z';
const tuesday = '2026-01-06T10:00:00.000Z';
const design: Design = {
  ...emptyDesign('a', 'Orders', monday),
  system: { nodes: [{ id: 'client', kind: 'client' }] },
};

let database: Database;

beforeEach(() => {
  database = openDatabase(`test-${crypto.randomUUID()}`);
});

afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

describe('writing a design', () => {
  test('stores the body and the line of the library together', async () => {
    expect(await writeDesign(database, design, 0, tuesday)).toEqual({ ok: true, revision: 1 });
    expect(await database.designs.get('a')).toEqual({
      id: 'a',
      name: 'Orders',
      createdAt: monday,
      updatedAt: tuesday,
      nodeCount: 1,
    });
    expect(await readStored(database, 'a')).toEqual({
      kind: 'found',
      design: { ...design, updatedAt: tuesday },
      revision: 1,
    });
  });

  test('counts its revisions', async () => {
    await writeDesign(database, design, 0, monday);
    expect(await writeDesign(database, { ...design, name: 'B' }, 1, tuesday)).toEqual({
      ok: true,
      revision: 2,
    });
  });

  test('is refused where another window wrote first, and leaves what that wrote', async () => {
    await writeDesign(database, design, 0, monday);
    await writeDesign(database, { ...design, name: 'Theirs' }, 1, tuesday);
    const outcome = await writeDesign(database, { ...design, name: 'Ours' }, 1, tuesday);
    expect(outcome).toMatchObject({ ok: false, reason: 'conflict' });
    expect((await database.designs.get('a'))?.name).toBe('Theirs');
  });

  test('is refused where the design is not in storage any more', async () => {
    expect(await writeDesign(database, design, 7, tuesday)).toEqual({ ok: false, reason: 'missing' });
    expect(await database.designs.count()).toBe(0);
    expect(await database.bodies.count()).toBe(0);
  });

  test('of two windows that write at once exactly one succeeds', async () => {
    await writeDesign(database, design, 0, monday);
    const outcomes = await Promise.all(
      ['One', 'Two'].map((name) => writeDesign(database, { ...design, name }, 1, tuesday)),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  });

  test('says that the disk is full, and leaves neither half behind', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const outcome = await writeDesign(database, design, 0, monday);
    expect(outcome).toMatchObject({ ok: false, reason: 'full' });
    vi.restoreAllMocks();
    expect(await database.designs.count()).toBe(0);
    expect(await database.bodies.count()).toBe(0);
  });

  test('succeeds again on the same database once there is room', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await writeDesign(database, design, 0, monday)).toMatchObject({ ok: false, reason: 'full' });
    open.mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await writeDesign(database, design, 0, monday)).toMatchObject({ ok: false, reason: 'full' });
    put.mockRestore();
    open.mockRestore();
    expect(await writeDesign(database, design, 0, monday)).toEqual({ ok: true, revision: 1 });
  });

  test('says any other failure in its own words', async () => {
    vi.spyOn(database, 'transaction').mockRejectedValue(new Error('the disk is gone'));
    expect(await writeDesign(database, design, 0, monday)).toEqual({
      ok: false,
      reason: 'failed',
      message: 'the disk is gone',
    });
  });
});

describe('reading a design', () => {
  test('that is not there', async () => {
    expect(await readStored(database, 'a')).toEqual({ kind: 'missing' });
  });

  test('says where storage fails, and reads again on the same database', async () => {
    await writeDesign(database, design, 0, monday);
    database.close({ disableAutoOpen: false });
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    expect(await readStored(database, 'a')).toMatchObject({ kind: 'failed' });
    open.mockRestore();
    expect(await readStored(database, 'a')).toMatchObject({ kind: 'found' });
  });

  test('that cannot be read gives what lies there, with what is wrong', async () => {
    const raw = { ...design, system: { nodes: [{ id: 'x', kind: 'teleporter' }] } };
    await database.bodies.put({ id: 'a', revision: 3, design: raw });
    const outcome = await readStored(database, 'a');
    expect(outcome).toMatchObject({ kind: 'unreadable', raw, problems: [{ key: 'unknown-kind' }] });
  });
});
