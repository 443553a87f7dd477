import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  attemptLines,
  deleteAttempt,
  restoreAttempt,
  storedAttempt,
  writeAttempt,
} from '../../../renderer/storage/attempts';
import { openDatabase } from '../../../renderer/storage/database';
import { writeDesign } from '../../../renderer/storage/designs';
import { emptyDesign } from '../../../shared/model/empty-design';
import { attemptAt } from '../../shared/practice/attempts/attempt';
import { smallProblem } from '../../shared/practice/small-problem';

const now = '2026-01-06T10:00:00.000Z';

test('a deleted attempt can be put back as it was, with its score', async () => {
  const database = openDatabase(`test-${crypto.randomUUID()}`);
  const attempt = attemptAt(smallProblem, { design: emptyDesign('a', 'A', '2026-01-05T10:00:00.000Z') });
  await writeAttempt(database, attempt, { total: 40, sections: [] });
  const before = await attemptLines(database);
  const deleted = await deleteAttempt(database, attempt.id, now);
  expect(await attemptLines(database)).toEqual([]);
  expect(await storedAttempt(database, attempt.id)).toBeUndefined();
  if (deleted === null || !deleted.ok) throw new Error('nothing was deleted');
  expect(await restoreAttempt(database, deleted)).toBe(true);
  expect(await attemptLines(database)).toEqual(before);
  expect(await storedAttempt(database, attempt.id)).toEqual(attempt);
  expect(await deleteAttempt(database, 'none', now)).toBeNull();
  database.close();
});

test.each([
  ['that is not finished goes to the trash with it, and comes back with it', false],
  ['that is finished stays in the library', true],
])('the design of a deleted attempt %s', async (_, isOver) => {
  const database = openDatabase(`test-${crypto.randomUUID()}`);
  const design = emptyDesign('a', 'A', '2026-01-05T10:00:00.000Z');
  const { endedAt, ...open } = attemptAt(smallProblem, { design });
  const attempt = { ...open, id: design.id, ...(isOver ? { endedAt: endedAt ?? now } : {}) };
  await writeDesign(database, design, 0, now);
  await writeAttempt(database, attempt);
  const inLibrary = async (): Promise<number> => database.designs.count();
  const deleted = await deleteAttempt(database, attempt.id, now);
  expect([await inLibrary(), await database.trash.count()]).toEqual(isOver ? [1, 0] : [0, 1]);
  if (deleted === null || !deleted.ok) throw new Error('nothing was deleted');
  expect(await restoreAttempt(database, deleted)).toBe(true);
  expect([await inLibrary(), await database.trash.count()]).toEqual([1, 0]);
  expect(await database.designs.get(design.id)).toBeDefined();
  expect((await attemptLines(database)).map(({ id }) => id)).toEqual([design.id]);
  database.close();
});
