import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/storage/database';
import { putBack, readStored, removeStored, writeDesign } from '../../../renderer/storage/designs';
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

  test('brings a design back that has vanished under the window that has it open', async () => {
    expect(await writeDesign(database, design, 7, tuesday)).toEqual({ ok: true, revision: 8 });
    expect(await readStored(database, 'a')).toMatchObject({ kind: 'found', revision: 8 });
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

  test('sees a full disk through the error of an aborted transaction', async () => {
    const inner = new DOMException('no room', 'QuotaExceededError');
    vi.spyOn(database, 'transaction').mockRejectedValue(new Dexie.AbortError('aborted', inner));
    expect(await writeDesign(database, design, 0, monday)).toMatchObject({ ok: false, reason: 'full' });
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

  test('that cannot be read gives what lies there, with what is wrong', async () => {
    const raw = { ...design, system: { nodes: [{ id: 'x', kind: 'teleporter' }] } };
    await database.bodies.put({ id: 'a', revision: 3, design: raw });
    const outcome = await readStored(database, 'a');
    expect(outcome).toMatchObject({ kind: 'unreadable', raw, problems: [{ key: 'unknown-kind' }] });
  });
});

describe('a design that was taken out', () => {
  test('is put back as it was, revision included', async () => {
    await writeDesign(database, design, 0, monday);
    const before = { line: await database.designs.get('a'), body: await database.bodies.get('a') };
    const removed = await removeStored(database, 'a');
    expect(await database.designs.count()).toBe(0);
    expect(await database.bodies.count()).toBe(0);
    if (removed === null) throw new Error('nothing was removed');
    expect(await putBack(database, removed)).toBe(true);
    expect({ line: await database.designs.get('a'), body: await database.bodies.get('a') }).toEqual(before);
  });

  test('does not overwrite one that has taken its id since', async () => {
    await writeDesign(database, design, 0, monday);
    const removed = await removeStored(database, 'a');
    await writeDesign(database, { ...design, name: 'Newer' }, 0, tuesday);
    if (removed === null) throw new Error('nothing was removed');
    expect(await putBack(database, removed)).toBe(false);
    expect((await database.designs.get('a'))?.name).toBe('Newer');
  });

  test('that is not there gives nothing to put back', async () => {
    expect(await removeStored(database, 'a')).toBeNull();
  });
});
