import type { Attempt } from '../../shared/practice/attempt';
import type { Problem } from '../../shared/practice/problem';
import { type AttemptLine, type AttemptPoints, type Database, type StoredAttempt, writing } from './database';
import type { StorageFailure } from './failure';

/** The line of an attempt in the list. */
export const lineOf = (attempt: Attempt, score: AttemptPoints | null): AttemptLine => ({
  id: attempt.id,
  problem: attempt.problem.id,
  title: attempt.problem.title,
  way: attempt.way,
  minutes: attempt.minutes,
  startedAt: attempt.startedAt,
  endedAt: attempt.endedAt ?? null,
  elapsedMs: attempt.elapsedMs,
  score,
});

/** Writes an attempt as it is now. A score that its line has stays where none is given. */
export function writeAttempt(
  database: Database,
  attempt: Attempt,
  score: AttemptPoints | null = null,
): Promise<true | StorageFailure> {
  return writing<true>(database, [database.attempts, database.attemptBodies], async () => {
    const known = score === null ? await database.attempts.get(attempt.id) : undefined;
    await database.attempts.put(lineOf(attempt, score ?? known?.score ?? null));
    await database.attemptBodies.put({ id: attempt.id, attempt });
    return true;
  });
}

/** The attempt of an id as it lies in storage; undefined where there is none. */
export async function storedAttempt(database: Database, id: string): Promise<unknown> {
  return (await database.attemptBodies.get(id))?.attempt;
}

/** Whether a design is drawn in an attempt that goes on. */
export async function isInAttempt(database: Database, id: string): Promise<boolean> {
  const line = await database.attempts.get(id);
  return line !== undefined && line.endedAt === null;
}

/** The lines of all attempts, the latest first. */
export const attemptLines = (database: Database): Promise<AttemptLine[]> =>
  database.attempts.orderBy('startedAt').reverse().toArray();

/** An attempt as it was before it was deleted. */
export interface DeletedAttempt {
  readonly ok: true;
  readonly line: AttemptLine;
  readonly body: StoredAttempt | undefined;
}

/** Deletes an attempt, and gives it back so that this can be undone; null where there is none of that id. */
export function deleteAttempt(
  database: Database,
  id: string,
): Promise<DeletedAttempt | null | StorageFailure> {
  return writing<DeletedAttempt | null>(database, [database.attempts, database.attemptBodies], async () => {
    const line = await database.attempts.get(id);
    if (line === undefined) return null;
    const body = await database.attemptBodies.get(id);
    await database.attempts.delete(id);
    await database.attemptBodies.delete(id);
    return { ok: true, line, body };
  });
}

/** Puts a deleted attempt back as it was. */
export function restoreAttempt(
  database: Database,
  { line, body }: DeletedAttempt,
): Promise<true | StorageFailure> {
  return writing<true>(database, [database.attempts, database.attemptBodies], async () => {
    await database.attempts.put(line);
    if (body !== undefined) await database.attemptBodies.put(body);
    return true;
  });
}

/** Keeps a problem from a file; one of the same id is replaced. */
export function writeProblem(database: Database, problem: Problem): Promise<true | StorageFailure> {
  return writing<true>(database, [database.problems], async () => {
    const { id, title, summary } = problem;
    await database.problems.put({ id, title, summary, problem });
    return true;
  });
}
