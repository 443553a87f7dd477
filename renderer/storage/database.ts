import Dexie, { type DexieOptions, type Table } from 'dexie';
import type { SectionId } from '../../shared/practice/sections';
import type { DesignSummary } from '../store/workspace';
import { failureOf, type StorageFailure } from './failure';

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
  return database;
}

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
