import type { Design } from '../../shared/model/schema';
import { type Database, type VersionLine, writing } from './database';
import { parseBody, type ReadOutcome } from './designs';
import type { StorageFailure } from './failure';
import { apartMs, versionsToDrop } from './versions-kept';

const tablesOf = ({ versions, versionBodies }: Database) => [versions, versionBodies] as const;

export const versionKey = (design: string, savedAt: string): string => `${design} ${savedAt}`;

/** The kept versions of a design, the latest first. */
export async function versionsOf(database: Database, design: string): Promise<readonly VersionLine[]> {
  const lines = await database.versions.where('design').equals(design).toArray();
  return lines.sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
}

/** Keeps a design as it is under a name. `now` is an ISO-8601 time. */
export function saveVersion(
  database: Database,
  design: Design,
  name: string,
  now: string,
): Promise<VersionLine | StorageFailure> {
  return writing<VersionLine>(database, tablesOf(database), () =>
    put(database, design.id, name, design, now),
  );
}

async function put(
  database: Database,
  design: string,
  name: string | null,
  body: unknown,
  savedAt: string,
): Promise<VersionLine> {
  const line = { key: versionKey(design, savedAt), design, savedAt, name };
  await database.versions.put(line);
  await database.versionBodies.put({ key: line.key, design: body });
  return line;
}

/**
 * Keeps what is stored of a design as an automatic version, where the last version is old enough, and drops those that lie too
 * close: called before a write, so that what was there before a stretch of edits can be had again. True where one was kept.
 */
export async function keepAutomatically(
  database: Database,
  design: string,
  now: string,
): Promise<boolean | StorageFailure> {
  const { versions, versionBodies, bodies } = database;
  return writing<boolean>(database, [versions, versionBodies, bodies], async () => {
    const lines = await versionsOf(database, design);
    const [last] = lines;
    if (last !== undefined && Date.parse(now) - Date.parse(last.savedAt) < apartMs) return false;
    const body = await bodies.get(design);
    if (body === undefined || !hasNodes(body.design)) return false;
    const line = await put(database, design, null, body.design, now);
    const dropped = [...versionsToDrop([line, ...lines], now)];
    await versions.bulkDelete(dropped);
    await versionBodies.bulkDelete(dropped);
    return true;
  });
}

/** An empty canvas is nothing to go back to. */
function hasNodes(design: unknown): boolean {
  const system: unknown =
    typeof design === 'object' && design !== null ? Reflect.get(design, 'system') : null;
  const nodes: unknown = typeof system === 'object' && system !== null ? Reflect.get(system, 'nodes') : null;
  return Array.isArray(nodes) && nodes.length > 0;
}

/** The design of a version. */
export async function readVersion(database: Database, key: string): Promise<ReadOutcome> {
  const body = await database.versionBodies.get(key);
  return body === undefined ? { kind: 'missing' } : parseBody({ id: key, revision: 0, design: body.design });
}

export function deleteVersion(database: Database, key: string): Promise<true | StorageFailure> {
  return writing<true>(database, tablesOf(database), async () => {
    await database.versions.delete(key);
    await database.versionBodies.delete(key);
    return true;
  });
}

/** Deletes all versions of a design; within a transaction of these tables. */
export async function deleteVersionsOf(database: Database, design: string): Promise<void> {
  const keys = await database.versions.where('design').equals(design).primaryKeys();
  await database.versions.bulkDelete(keys);
  await database.versionBodies.bulkDelete(keys);
}
