import Dexie, { type DexieOptions, type Table, type Transaction } from 'dexie';
import { counts } from '../../shared/model/limits';
import type { SectionId } from '../../shared/practice/sections';
import type { DesignSummary } from '../store/workspace';
import { failureOf, type StorageFailure } from './failure';
import { scenariosKey } from './scenarios-key';

/** A design as it lies in storage. `design` is unknown until it has been parsed: storage outlives programs. */
export interface StoredBody {
  readonly id: string;
  /** Counts the writes of this design; a write that expects another number is refused. */
  readonly revision: number;
  readonly design: unknown;
}

/** The line of a design in the trash; its body is in a table of its own, as in the library. */
export interface TrashedLine {
  /** Of this entry: one design can be deleted more than once. */
  readonly key: string;
  readonly id: string;
  readonly deletedAt: string;
  /** The row of the library as it was; a damaged one stays as it is. */
  readonly summary: unknown;
}

export interface TrashedBody {
  readonly key: string;
  readonly body: StoredBody | undefined;
}

/** The line of an attempt in practice; the attempt itself is in a table of its own, so that the list reads none. */
export interface AttemptLine {
  /** Of the attempt and of the design that is drawn in it. */
  readonly id: string;
  readonly problem: string;
  readonly title: string;
  readonly way: 'exam' | 'coach';
  readonly minutes: number | null;
  readonly startedAt: string;
  /** null while it goes on. */
  readonly endedAt: string | null;
  readonly elapsedMs: number;
  /** null until it is finished. */
  readonly score: AttemptPoints | null;
}

/** What an attempt got, of 100, and in each section, of its weight. */
export interface AttemptPoints {
  readonly total: number;
  readonly sections: readonly {
    readonly section: SectionId;
    readonly weight: number;
    readonly got: number;
  }[];
}

/** `attempt` is unknown until it has been read: storage outlives programs. */
export interface StoredAttempt {
  readonly id: string;
  readonly attempt: unknown;
}

/** A problem that a person opened from a file. */
export interface StoredProblem {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly problem: unknown;
}

/** The line of a kept version of a design; the design itself is in a table of its own, so that the list reads none. */
export interface VersionLine {
  /** Of the version: design and moment, so that a backup that is restored twice adds it once. */
  readonly key: string;
  readonly design: string;
  /** ISO-8601. */
  readonly savedAt: string;
  /** null for one that was kept by itself. */
  readonly name: string | null;
}

/** `design` is unknown until it has been read: storage outlives programs. */
export interface VersionBody {
  readonly key: string;
  readonly design: unknown;
}

export interface Setting {
  readonly key: string;
  readonly value: unknown;
}

/** The library's lines and the designs themselves are two tables, so that the list opens no design. */
export type Database = Dexie & {
  readonly designs: Table<DesignSummary, string>;
  readonly bodies: Table<StoredBody, string>;
  readonly settings: Table<Setting, string>;
  readonly trash: Table<TrashedLine, string>;
  readonly trashedBodies: Table<TrashedBody, string>;
  readonly attempts: Table<AttemptLine, string>;
  readonly attemptBodies: Table<StoredAttempt, string>;
  readonly problems: Table<StoredProblem, string>;
  readonly versions: Table<VersionLine, string>;
  readonly versionBodies: Table<VersionBody, string>;
};

export function openDatabase(name = 'loadline', options: DexieOptions = {}): Database {
  const database = new Dexie(name, options) as Database;
  database.version(1).stores({ designs: 'id, updatedAt', bodies: 'id', settings: 'key' });
  database
    .version(2)
    .stores({ bodies: 'id, [id+revision]', trash: 'key, deletedAt', trashedBodies: 'key' })
    // A refusal was kept here, and the permission never requested again.
    .upgrade((transaction) => transaction.table('settings').delete('persist-asked'));
  database.version(3).stores({ attempts: 'id, problem, startedAt', attemptBodies: 'id', problems: 'id' });
  database.version(4).upgrade(scenariosIntoDesigns);
  database.version(5).stores({ versions: 'key, design', versionBodies: 'key' });
  return database;
}

/**
 * Scenarios lay beside their designs, among the settings: they go into the document, so that they travel with it. A window that
 * has the design open sees another revision, as after any write. A design in the trash gets its own; those of none are gone.
 */
async function scenariosIntoDesigns(transaction: Transaction): Promise<void> {
  const settings: Table<Setting, string> = transaction.table('settings');
  const bodies: Table<StoredBody, string> = transaction.table('bodies');
  const trashed: Table<TrashedBody, string> = transaction.table('trashedBodies');
  for (const { key, value } of await settings.where('key').startsWith(scenariosKey('')).toArray()) {
    const id = key.slice(scenariosKey('').length);
    const body = await bodies.get(id);
    const inTrash = (await trashed.toArray()).filter((one) => one.body?.id === id);
    if (body !== undefined) await bodies.put(withScenarios(body, value));
    for (const one of inTrash)
      if (one.body !== undefined) await trashed.put({ ...one, body: withScenarios(one.body, value) });
    await settings.delete(key);
  }
}

function withScenarios(body: StoredBody, value: unknown): StoredBody {
  const { design, revision } = body;
  // One that is damaged would make the whole design unreadable.
  const scenarios = (Array.isArray(value) ? value : []).filter(isScenario).slice(0, counts.scenarios);
  if (!isRecord(design) || 'scenarios' in design || scenarios.length === 0) return body;
  return { ...body, revision: revision + 1, design: { ...design, scenarios } };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= most;

const isScenario = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value['name'], counts.scenarioName) &&
  Array.isArray(value['events']) &&
  value['events'].length <= counts.scenarioEvents &&
  value['events'].every((event) => isRecord(event) && isText(event['kind'], counts.wordCharacters));

/** What the window stores in: the browser's database, or one in memory where the browser has none to give. */
export let database: Database = openDatabase();

/** A browser that does not answer for so long keeps nothing either. */
const openWithinMs = 10_000;

/**
 * Opens the database; where it cannot be opened, takes one in memory in its place and returns why, so that the window
 * works and can say that nothing is kept.
 */
export async function prepareDatabase(withinMs = openWithinMs): Promise<StorageFailure | null> {
  const failure = await openWithin(database, withinMs);
  if (failure === null) return null;
  database.close();
  const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
  database = openDatabase('loadline', { indexedDB: new IDBFactory(), IDBKeyRange });
  await database.open();
  return failure;
}

async function openWithin(opened: Database, withinMs: number): Promise<StorageFailure | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<StorageFailure>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reason: 'failed', message: 'no answer' }), withinMs);
  });
  try {
    return await Promise.race([opened.open().then(() => null, failureOf), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs a transaction that writes. Where it fails the connection is closed, and opened again by whatever comes next: a
 * browser whose disk was full gives no working one back before that.
 */
export async function writing<T>(
  written: Database,
  tables: readonly Table[],
  work: () => Promise<T>,
): Promise<T | StorageFailure> {
  try {
    return await written.transaction('rw', [...tables], work);
  } catch (error) {
    written.close({ disableAutoOpen: false });
    return failureOf(error);
  }
}
