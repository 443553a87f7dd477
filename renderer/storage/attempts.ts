import type { Attempt } from '../../shared/practice/attempt';
import type { Problem } from '../../shared/practice/problem';
import { type AttemptLine, type AttemptPoints, type Database, type StoredAttempt, writing } from './database';
import type { StorageFailure } from './failure';
import { moveToTrash, restoreFromTrash } from './trash';

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
  /** The key of its design in the trash; null where the design stays in the library, or is not there. */
  readonly trashed: string | null;
}

/** All that an attempt and its design lie in. */
const tablesOf = (database: Database) => [
  database.attempts,
  database.attemptBodies,
  database.designs,
  database.bodies,
  database.trash,
  database.trashedBodies,
];

const isFailure = (outcome: unknown): outcome is StorageFailure =>
  typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;

/**
 * Deletes an attempt, and gives it back so that this can be undone; null where there is none of that id. The design of one that is
 * not finished goes to the trash with it: it is a half-drawn answer. What was finished stays in the library. `now` is an ISO-8601 time.
 */
export function deleteAttempt(
  database: Database,
  id: string,
  now: string,
): Promise<DeletedAttempt | null | StorageFailure> {
  return writing<DeletedAttempt | null>(database, tablesOf(database), async () => {
    const line = await database.attempts.get(id);
    if (line === undefined) return null;
    const body = await database.attemptBodies.get(id);
    await database.attempts.delete(id);
    await database.attemptBodies.delete(id);
    const moved = line.endedAt === null ? await moveToTrash(database, id, now) : null;
    // Thrown, so that the attempt is not deleted either.
    if (isFailure(moved)) throw new Error(moved.message);
    return { ok: true, line, body, trashed: moved === null ? null : moved.key };
  });
}

/** Puts a deleted attempt back as it was, with its design. */
export function restoreAttempt(
  database: Database,
  { line, body, trashed }: DeletedAttempt,
): Promise<true | StorageFailure> {
  return writing<true>(database, tablesOf(database), async () => {
    await database.attempts.put(line);
    if (body !== undefined) await database.attemptBodies.put(body);
    const restored = trashed === null ? null : await restoreFromTrash(database, trashed, crypto.randomUUID());
    if (isFailure(restored)) throw new Error(restored.message);
    return true;
  });
}

/** Removes a problem of one's own; its attempts keep what they need of it. */
export function deleteProblem(database: Database, id: string): Promise<true | StorageFailure> {
  return writing<true>(database, [database.problems], async () => {
    await database.problems.delete(id);
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
