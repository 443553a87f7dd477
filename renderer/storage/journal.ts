import type { Design } from '../../shared/model/schema';
import type { Database } from './database';

/**
 * The last edits of a page that is too busy to save: a save takes several turns of the page, and while it has none to give
 * nothing would reach the disk. An entry is one request with its commit, which need no further turn.
 */
export interface JournalEntry {
  /** The stored revisions that the design is newer than: the one it grew from, and the one that was being written then. */
  readonly revisions: readonly number[];
  readonly design: unknown;
}

/** Key of a design's entry among the settings. */
export const journalKey = (id: string): string => `journal:${id}`;

/**
 * Puts the design into the journal. Where the connection is closed or being closed nothing is put: then the save that is
 * under way fails too, and says so.
 */
export function putInJournal(database: Database, design: Design, revisions: readonly number[]): void {
  if (!database.isOpen()) return;
  const entry: JournalEntry = { revisions, design };
  try {
    const transaction = database.backendDB().transaction('settings', 'readwrite');
    transaction.objectStore('settings').put({ key: journalKey(design.id), value: entry });
    transaction.commit();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}

/** What the journal has that is newer than a stored revision; null where it has nothing, or something older. */
export async function journaledAfter(database: Database, id: string, revision: number): Promise<unknown> {
  const value = (await database.settings.get(journalKey(id)))?.value;
  return isEntry(value) && value.revisions.includes(revision) ? value.design : null;
}

function isEntry(value: unknown): value is JournalEntry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'revisions' in value &&
    Array.isArray(value.revisions) &&
    'design' in value
  );
}
