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
import { emptyDesign } from '../../../shared/model/empty-design';
import { attemptAt } from '../../shared/practice/attempts/attempt';
import { smallProblem } from '../../shared/practice/small-problem';

test('a deleted attempt can be put back as it was, with its score', async () => {
  const database = openDatabase(`test-${crypto.randomUUID()}`);
  const attempt = attemptAt(smallProblem, { design: emptyDesign('a', 'A', '2026-01-05T10:00:00.000Z') });
  await writeAttempt(database, attempt, { total: 40, sections: [] });
  const before = await attemptLines(database);
  const deleted = await deleteAttempt(database, attempt.id);
  expect(await attemptLines(database)).toEqual([]);
  expect(await storedAttempt(database, attempt.id)).toBeUndefined();
  if (deleted === null || !deleted.ok) throw new Error('nothing was deleted');
  expect(await restoreAttempt(database, deleted)).toBe(true);
  expect(await attemptLines(database)).toEqual(before);
  expect(await storedAttempt(database, attempt.id)).toEqual(attempt);
  expect(await deleteAttempt(database, 'none')).toBeNull();
  database.close();
});
