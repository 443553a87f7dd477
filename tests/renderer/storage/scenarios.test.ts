import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../renderer/storage/database';
import { writeDesign } from '../../../renderer/storage/designs';
import { keepScenario, removeScenario, scenariosOf } from '../../../renderer/storage/scenarios';
import { deletePermanently, moveToTrash } from '../../../renderer/storage/trash';
import type { Scenario } from '../../../shared/edits/what-if-schema';
import { emptyDesign } from '../../../shared/model/empty-design';

const monday = '2026-01-05T10:00:00.000Z';
const slow: Scenario = { name: 'Slow store', events: [{ kind: 'slow', node: 'db', factor: 3 }] };
const lost: Scenario = { name: 'Zone lost', events: [{ kind: 'zone-down', zone: null }] };

let database: Database;
beforeEach(() => {
  database = openDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.close());

test('scenarios are kept for each design, and one of the same name is replaced', async () => {
  await keepScenario('a', slow, database);
  await keepScenario('a', lost, database);
  const slower: Scenario = { ...slow, events: [{ kind: 'slow', node: 'db', factor: 9 }] };
  expect(await keepScenario('a', slower, database)).toEqual([lost, slower]);
  expect(await scenariosOf('b', database)).toEqual([]);
  expect(await removeScenario('a', 'Zone lost', database)).toEqual([slower]);
  expect(await scenariosOf('a', database)).toEqual([slower]);
});

test('what cannot be read is left out', async () => {
  await database.settings.put({
    key: 'scenarios:a',
    value: [slow, { name: 'Odd', events: [{ kind: 'x' }] }],
  });
  expect(await scenariosOf('a', database)).toEqual([slow]);
});

test('they go with the design once it is deleted permanently', async () => {
  await writeDesign(database, emptyDesign('a', 'Orders', monday), 0, monday);
  await keepScenario('a', slow, database);
  const line = await moveToTrash(database, 'a', monday);
  if (line === null || 'ok' in line) throw new Error('nothing was deleted');
  expect(await scenariosOf('a', database)).toEqual([slow]);
  await deletePermanently(database, [line.key]);
  expect(await scenariosOf('a', database)).toEqual([]);
});
