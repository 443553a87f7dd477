import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/storage/database';
import { writeDesign } from '../../../renderer/storage/designs';
import { journaledAfter, putInJournal } from '../../../renderer/storage/journal';
import { deletePermanently, moveToTrash } from '../../../renderer/storage/trash';
import { emptyDesign } from '../../../shared/model/empty-design';

const monday = '2026-01-05T10:00:00.000Z';
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

test('a connection that is being closed takes no entry, and the edit that came to it goes on', () => {
  vi.spyOn(database.backendDB(), 'transaction').mockImplementation(() => {
    throw new DOMException('The database connection is closing.', 'InvalidStateError');
  });
  expect(() => putInJournal(database, design, [1])).not.toThrow();
});

test('any other fault of the journal is not hidden', () => {
  vi.spyOn(database.backendDB(), 'transaction').mockImplementation(() => {
    throw new TypeError('wrong');
  });
  expect(() => putInJournal(database, design, [1])).toThrow('wrong');
});

test('a design that is deleted permanently is not left in the journal', async () => {
  putInJournal(database, design, [1]);
  expect(await journaledAfter(database, 'a', 1)).toMatchObject({ name: 'Orders' });
  const line = await moveToTrash(database, 'a', monday);
  if (line === null || !('key' in line)) throw new Error('It was not moved.');
  await deletePermanently(database, [line.key]);
  expect(await journaledAfter(database, 'a', 1)).toBeNull();
});
