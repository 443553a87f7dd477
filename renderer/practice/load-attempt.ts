import type { Attempt } from '../../shared/practice/attempt';
import { readAttempt } from '../../shared/practice/read-attempt';
import { storedAttempt } from '../storage/attempts';
import { database } from '../storage/database';
import { problemWords } from '../words/problem-words';

/** An attempt from storage; null where there is none of that id. Rejects where it is damaged, with the places of its faults. */
export async function loadAttempt(id: string): Promise<Attempt | null> {
  const stored = await storedAttempt(database, id);
  if (stored === undefined) return null;
  const read = readAttempt(stored);
  if (read.ok) return read.value;
  throw new Error(read.problems.map(problemWords).join(' '));
}
