import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/storage/database';
import { writeDesign } from '../../../renderer/storage/designs';
import { rawText } from '../../../renderer/storage/file';
import { readLibrary } from '../../../renderer/storage/library-lines';
import { moveToTrash } from '../../../renderer/storage/trash';
import { emptyDesign } from '../../../shared/model/empty-design';

const monday = '2026-01-05T10:00:00.000Z';
const tuesday = '2026-01-06T10:00:00.000Z';

let database: Database;

beforeEach(async () => {
  database = openDatabase(`test-${crypto.randomUUID()}`);
  await writeDesign(database, emptyDesign('old', 'Old', monday), 0, monday);
  await writeDesign(database, emptyDesign('new', 'New', monday), 0, tuesday);
});

afterEach(() => database.close());

const putRow = (row: object): Promise<unknown> => database.table('designs').put(row);

test('the design that was changed last is at the top', async () => {
  const { designs, damaged } = await readLibrary(database);
  expect(designs.map(({ name }) => name)).toEqual(['New', 'Old']);
  expect(damaged).toEqual([]);
});

describe('a row that cannot be read is a damaged entry, and the others are there', () => {
  test.each([
    ['without a name', { id: 'x', updatedAt: monday }, { name: '', updatedAt: monday }],
    ['with a number for a name', { id: 'x', name: 5, updatedAt: monday }, { name: '', updatedAt: monday }],
    ['without a date', { id: 'x', name: 'Lost' }, { name: 'Lost', updatedAt: null }],
    [
      'with a date that is none',
      { id: 'x', name: 'Lost', updatedAt: 'soon' },
      { name: 'Lost', updatedAt: null },
    ],
    ['with nothing', { id: 'x' }, { name: '', updatedAt: null }],
  ])('%s', async (_form, row, known) => {
    await putRow(row);
    await database.bodies.put({ id: 'x', revision: 1, design: {} });
    const { designs, damaged } = await readLibrary(database);
    expect(damaged).toEqual([{ key: 'x', ...known }]);
    expect(designs).toHaveLength(2);
  });

  test('a row without a design', async () => {
    await database.bodies.delete('old');
    expect(await readLibrary(database)).toMatchObject({
      designs: [{ id: 'new' }],
      damaged: [{ key: 'old', name: 'Old', updatedAt: monday }],
    });
  });

  test('a design without a row, which the list would else never show', async () => {
    await database.designs.delete('old');
    expect(await readLibrary(database)).toMatchObject({
      designs: [{ id: 'new' }],
      damaged: [{ key: 'old' }],
    });
  });

  test('it can be deleted', async () => {
    await putRow({ id: 'x' });
    await moveToTrash(database, 'x', monday);
    expect((await readLibrary(database)).damaged).toEqual([]);
  });
});

describe('the raw data of a damaged entry', () => {
  test('is written whatever it is', () => {
    const round: Record<string, unknown> = { name: 'Round', big: 12n, map: new Map([['a', 1]]) };
    round['self'] = round;
    expect(JSON.parse(rawText(round))).toEqual({
      name: 'Round',
      big: '12',
      map: [['a', 1]],
      self: '[circular]',
    });
  });

  test('keeps one object that stands in two places', () => {
    const shared = { a: 1 };
    expect(JSON.parse(rawText({ first: shared, second: shared, list: [shared, shared] }))).toEqual({
      first: shared,
      second: shared,
      list: [shared, shared],
    });
  });

  test('is `null` where there is none', () => {
    expect(rawText(undefined)).toBe('null\n');
  });
});
