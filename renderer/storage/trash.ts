import type { DesignSummary } from '../store/workspace';
import { type Database, type StoredBody, type TrashedLine, writing } from './database';
import type { StorageFailure } from './failure';
import { journalKey } from './journal';
import { deleteVersionsOf } from './versions';

/** A deleted design is kept for so long, and then deleted permanently. */
export const keptDays = 30;

const tablesOf = (database: Database) =>
  [database.designs, database.bodies, database.trash, database.trashedBodies] as const;

/** Moves a design from the library to the trash; null where it is not there. `now` is an ISO-8601 time. */
export function moveToTrash(
  database: Database,
  id: string,
  now: string,
): Promise<TrashedLine | null | StorageFailure> {
  return writing<TrashedLine | null>(database, tablesOf(database), async () => {
    const summary = await database.designs.get(id);
    const body = await database.bodies.get(id);
    if (summary === undefined && body === undefined) return null;
    const line: TrashedLine = { key: `${now} ${id}`, id, deletedAt: now, summary };
    await database.trash.put(line);
    await database.trashedBodies.put({ key: line.key, body });
    await database.designs.delete(id);
    await database.bodies.delete(id);
    return line;
  });
}

/** Moves a design back into the library as it was; under `freshId` where its own id is taken. Null: it is not there. */
export function restoreFromTrash(
  database: Database,
  key: string,
  freshId: string,
): Promise<string | null | StorageFailure> {
  return writing<string | null>(database, tablesOf(database), async () => {
    const line = await database.trash.get(key);
    if (line === undefined) return null;
    const body = (await database.trashedBodies.get(key))?.body;
    const isTaken =
      (await database.designs.get(line.id)) !== undefined ||
      (await database.bodies.get(line.id)) !== undefined;
    const id = isTaken ? freshId : line.id;
    if (isRow(line.summary)) await database.designs.put({ ...line.summary, id });
    if (body !== undefined) await database.bodies.put(withId(body, id));
    await database.trash.delete(key);
    await database.trashedBodies.delete(key);
    return id;
  });
}

export function deletePermanently(
  database: Database,
  keys: readonly string[],
): Promise<true | StorageFailure> {
  const { trash, trashedBodies, bodies, settings, versions, versionBodies } = database;
  const tables = [trash, trashedBodies, bodies, settings, versions, versionBodies];
  return writing<true>(database, tables, async () => {
    // A design of this id may be in the library again: then the entry and the versions are its own.
    for (const line of await trash.bulkGet([...keys]))
      if (line !== undefined && (await bodies.where(':id').equals(line.id).count()) === 0) {
        await settings.delete(journalKey(line.id));
        await deleteVersionsOf(database, line.id);
      }
    await database.trash.bulkDelete([...keys]);
    await database.trashedBodies.bulkDelete([...keys]);
    return true;
  });
}

/** Permanently deletes what has been in the trash for longer than `keptDays`. */
export async function deleteExpired(database: Database, now: string): Promise<true | StorageFailure> {
  const before = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString();
  const keys = await database.trash.where('deletedAt').below(before).primaryKeys();
  return keys.length === 0 ? true : deletePermanently(database, keys);
}

/** A row of the library, whole or damaged: whoever reads the list parses it again. */
function isRow(value: unknown): value is DesignSummary {
  return typeof value === 'object' && value !== null;
}

function withId(body: StoredBody, id: string): StoredBody {
  if (body.id === id) return body;
  const { design } = body;
  return { ...body, id, design: typeof design === 'object' && design !== null ? { ...design, id } : design };
}
