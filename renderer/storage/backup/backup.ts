import { t } from '../../words/t';
import { type Database, writing } from '../database';
import { summaryOf } from '../designs';
import type { StorageFailure } from '../failure';
import { nameOfRow } from '../library-lines';
import { freeName } from '../new-entry';
import { versionKey } from '../versions';
import type { BackupEntry, BackupVersion } from './library-file';
import { libraryFileWriter } from './library-file-writer';
import type { RestorableFile } from './restorable';
import {
  planRestore,
  type Restoration,
  type RestoredDesign,
  type RestorePlan,
  type StoredDesign,
} from './restore-plan';

const tablesOf = (database: Database) =>
  [
    database.designs,
    database.bodies,
    database.trash,
    database.trashedBodies,
    database.versions,
    database.versionBodies,
  ] as const;

const nameCopy = (name: string): string => t('{name} (restored)', { name });

export interface Backup {
  readonly file: Blob;
  readonly designCount: number;
}

/** The whole library, trash included, as one file; all of it as it is at one moment. */
export function backUp(database: Database, now: string): Promise<Backup> {
  const writer = libraryFileWriter();
  return database.transaction('r', [...tablesOf(database)], async () => {
    const ids = await database.bodies.toCollection().primaryKeys();
    for (const id of ids) {
      const body = await database.bodies.get(id);
      const summary = await database.designs.get(id);
      writer.add(entryOf(id, summary, body?.design, null));
    }
    const lines = await database.trash.toArray();
    for (const { key, id, summary, deletedAt } of lines) {
      const body = (await database.trashedBodies.get(key))?.body;
      if (body !== undefined) writer.add(entryOf(id, summary, body.design, deletedAt));
    }
    for (const { key, design: of, name, savedAt } of await database.versions.toArray()) {
      const body = await database.versionBodies.get(key);
      if (body !== undefined) writer.addVersion({ design: body.design, of, name, savedAt });
    }
    return { file: writer.finish(now), designCount: ids.length };
  });
}

function entryOf(id: string, summary: unknown, design: unknown, deletedAt: string | null): BackupEntry {
  const row = typeof design === 'object' && design !== null ? design : summary;
  const updatedAt: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, 'updatedAt') : null;
  return {
    design,
    deletedAt,
    name: nameOfRow(row, String(id)),
    updatedAt: typeof updatedAt === 'string' ? updatedAt : null,
  };
}

type Restored = Pick<Extract<RestorableFile, { readonly ok: true }>, 'entries' | 'versions'>;

/** What restoring a backup would do now; nothing is written. */
export async function previewRestore(database: Database, restored: Restored): Promise<Restoration> {
  const plan = planRestore(restored.entries, await storedDesigns(database), nameCopy);
  const versions = await missingVersions(database, restored.versions, ownIds(plan, await knownIds(database)));
  return { ...plan, versionCount: versions.length };
}

/** Ids in the library and the trash. */
async function knownIds(database: Database): Promise<readonly string[]> {
  const trashed = await database.trash.toArray();
  return [...(await database.bodies.toCollection().primaryKeys()), ...trashed.map(({ id }) => id)];
}

/** The ids of all designs that are there after a restore. */
const ownIds = (plan: RestorePlan, known: readonly string[]): ReadonlySet<string> =>
  new Set([...known, ...plan.added.map(({ design }) => design.id)]);

/** Versions of designs that are there, and that are not stored yet. */
async function missingVersions(
  database: Database,
  versions: readonly BackupVersion[],
  designs: ReadonlySet<string>,
): Promise<readonly BackupVersion[]> {
  const known = new Set(await database.versions.toCollection().primaryKeys());
  return versions.filter(({ of, savedAt }) => designs.has(of) && !known.has(versionKey(of, savedAt)));
}

async function storedDesigns(database: Database): Promise<readonly StoredDesign[]> {
  const bodies = await database.bodies.toArray();
  const trashed = await database.trashedBodies.toArray();
  return [
    ...bodies.map(({ id, design }) => ({ id, design, isTrashed: false })),
    ...trashed.flatMap(({ body }) =>
      body === undefined ? [] : [{ id: body.id, design: body.design, isTrashed: true }],
    ),
  ];
}

/** Adds what a backup has more than the library: all of it or nothing. `now` is an ISO-8601 time. */
export function restore(
  database: Database,
  restored: Restored,
  now: string,
  freshId: () => string,
): Promise<Restoration | StorageFailure> {
  return writing<Restoration>(database, tablesOf(database), async () => {
    const plan = planRestore(restored.entries, await storedDesigns(database), nameCopy);
    const names = (await database.designs.toArray()).map((line) => nameOfRow(line, ''));
    for (const one of plan.added) {
      const design = one.isCopy
        ? { ...one.design, id: freshId(), name: freeName(names, nameCopy(one.design.name)) }
        : one.design;
      if (one.deletedAt === null) names.push(design.name);
      await put(database, { ...one, design }, now);
    }
    const versions = await missingVersions(database, restored.versions, new Set(await knownIds(database)));
    for (const { of, name, savedAt, design } of versions) {
      const key = versionKey(of, savedAt);
      await database.versions.put({ key, design: of, savedAt, name });
      await database.versionBodies.put({ key, design });
    }
    return { ...plan, versionCount: versions.length };
  });
}

async function put(database: Database, restored: RestoredDesign, now: string): Promise<void> {
  const { design, deletedAt } = restored;
  const updatedAt = restored.updatedAt ?? design.updatedAt ?? now;
  const summary = summaryOf(design, Number.isNaN(Date.parse(updatedAt)) ? now : updatedAt);
  const body = { id: design.id, revision: 1, design };
  if (deletedAt === null) {
    await database.designs.put(summary);
    await database.bodies.put(body);
    return;
  }
  // Two states of one design may have been deleted in one moment, in different places.
  let key = `${deletedAt} ${design.id}`;
  while ((await database.trash.get(key)) !== undefined) key += '+';
  await database.trash.put({ key, id: design.id, deletedAt, summary });
  await database.trashedBodies.put({ key, body });
}
