import Dexie, { type Table } from 'dexie';
import type { DesignSummary } from '../store/workspace';

/** A design as it lies in storage. `design` is unknown until it has been parsed: storage outlives programs. */
export interface StoredBody {
  readonly id: string;
  /** Counts the writes of this design; a write that expects another number is refused. */
  readonly revision: number;
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
};

export function openDatabase(name = 'loadline'): Database {
  const database = new Dexie(name) as Database;
  database.version(1).stores({ designs: 'id, updatedAt', bodies: 'id', settings: 'key' });
  return database;
}

export const database: Database = openDatabase();
