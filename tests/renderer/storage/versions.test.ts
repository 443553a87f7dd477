import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase, type VersionLine } from '../../../renderer/storage/database';
import { writeDesign } from '../../../renderer/storage/designs';
import { deletePermanently, moveToTrash, restoreFromTrash } from '../../../renderer/storage/trash';
import {
  deleteVersion,
  keepAutomatically,
  readVersion,
  saveVersion,
  versionKey,
  versionsOf,
} from '../../../renderer/storage/versions';
import { versionsToDrop } from '../../../renderer/storage/versions-kept';
import { createEditor } from '../../../renderer/store/editor/editor';
import { windowServices } from '../../../renderer/store/editors';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

const start = Date.parse('2026-01-05T10:00:00.000Z');
const minute = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();

const withNodes = (...ids: readonly string[]): Design => ({
  ...emptyDesign('a', 'Orders', minute(0)),
  system: { nodes: ids.map((id) => ({ id, kind: 'service' })) },
});

let database: Database;

beforeEach(() => {
  database = openDatabase(`test-${crypto.randomUUID()}`);
});

afterEach(() => database.close());

const namesOf = async () => (await versionsOf(database, 'a')).map(({ name, savedAt }) => [name, savedAt]);

describe('a version with a name', () => {
  test('is the design as it was, listed with the latest first', async () => {
    await saveVersion(database, withNodes('one'), 'First', minute(0));
    await saveVersion(database, withNodes('one', 'two'), 'Second', minute(1));
    expect(await namesOf()).toEqual([
      ['Second', minute(1)],
      ['First', minute(0)],
    ]);
    expect(await readVersion(database, versionKey('a', minute(0)))).toMatchObject({
      kind: 'found',
      design: withNodes('one'),
    });
  });

  test('can be deleted, and is then missing', async () => {
    await saveVersion(database, withNodes('one'), 'First', minute(0));
    await deleteVersion(database, versionKey('a', minute(0)));
    expect(await namesOf()).toEqual([]);
    expect(await readVersion(database, versionKey('a', minute(0)))).toEqual({ kind: 'missing' });
  });

  test('one that is damaged says so, and is no error', async () => {
    await database.versionBodies.put({ key: versionKey('a', minute(0)), design: { format: 'loadline' } });
    expect((await readVersion(database, versionKey('a', minute(0)))).kind).toBe('unreadable');
  });
});

describe('automatic versions', () => {
  test('have what was stored before a stretch of edits, no two within ten minutes', async () => {
    await writeDesign(database, withNodes('one'), 0, minute(0));
    expect(await keepAutomatically(database, 'a', minute(1))).toBe(true);
    await writeDesign(database, withNodes('one', 'two'), 1, minute(1));
    expect(await keepAutomatically(database, 'a', minute(5))).toBe(false);
    expect(await keepAutomatically(database, 'a', minute(12))).toBe(true);
    expect(await namesOf()).toEqual([
      [null, minute(12)],
      [null, minute(1)],
    ]);
    expect(await readVersion(database, versionKey('a', minute(1)))).toMatchObject({
      design: { system: { nodes: [{ id: 'one' }] } },
    });
  });

  test('none is kept of an empty canvas, or of a design that is not stored', async () => {
    await writeDesign(database, emptyDesign('a', 'Orders', minute(0)), 0, minute(0));
    expect(await keepAutomatically(database, 'a', minute(1))).toBe(false);
    expect(await keepAutomatically(database, 'b', minute(1))).toBe(false);
  });

  test('stay an hour each, one an hour for a day, one a day for a month; named ones stay', () => {
    const line = (minutesAgo: number, name: string | null = null): VersionLine => ({
      key: `${minutesAgo}`,
      design: 'a',
      savedAt: minute(-minutesAgo),
      name,
    });
    const day = 24 * 60;
    const lines = [
      line(5),
      line(15),
      // 08:20 and 08:40 are in one hour, 07:30 in another.
      line(80),
      line(100),
      line(150),
      // Both of 2 January, and one of the day before.
      line(3 * day),
      line(3 * day + 60),
      line(4 * day),
      line(31 * day),
      line(400 * day, 'Shipped'),
    ];
    expect([...versionsToDrop(lines, minute(0))].sort()).toEqual(['80', `${3 * day}`, `${31 * day}`].sort());
  });
});

describe('versions and the trash', () => {
  test('come back with a restored design and go with one that is deleted permanently', async () => {
    await writeDesign(database, withNodes('one'), 0, minute(0));
    await saveVersion(database, withNodes('one'), 'First', minute(0));
    const line = await moveToTrash(database, 'a', minute(1));
    if (line === null || 'ok' in line) throw new Error('nothing was deleted');
    expect(await restoreFromTrash(database, line.key, 'fresh')).toBe('a');
    expect(await namesOf()).toEqual([['First', minute(0)]]);
    const again = await moveToTrash(database, 'a', minute(2));
    if (again === null || 'ok' in again) throw new Error('nothing was deleted');
    await deletePermanently(database, [again.key]);
    expect(await database.versions.count()).toBe(0);
    expect(await database.versionBodies.count()).toBe(0);
  });
});

test('restoring a version is one undo step, under the id of the open design', () => {
  const editor = createEditor(null, windowServices);
  editor.open(withNodes('one', 'two'));
  expect(editor.replace('Restore “First”', { ...withNodes('one'), id: 'other' })).toBe(true);
  expect(editor.design()).toMatchObject({ id: 'a', system: { nodes: [{ id: 'one' }] } });
  expect(editor.document.getState().past.map(({ label }) => label)).toEqual(['Restore “First”']);
  editor.undo();
  expect(editor.design()).toEqual(withNodes('one', 'two'));
  editor.setReadOnly(true);
  expect(editor.replace('Restore “First”', withNodes('one'))).toBe(false);
});
