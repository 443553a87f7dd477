import { readDesign } from '../../shared/catalog/read';
import type { Problem } from '../../shared/model/result';
import { type Design, nodesOf } from '../../shared/model/schema';
import type { DesignSummary } from '../store/workspace';
import type { Database, StoredBody } from './database';

/** Why a write did not happen: the disk has no room, another window wrote first, or something else that may pass. */
export type WriteFailure = 'full' | 'conflict' | 'failed';

export type WriteOutcome =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly reason: WriteFailure; readonly message: string };

export type ReadOutcome =
  | { readonly kind: 'found'; readonly design: Design; readonly revision: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly raw: unknown; readonly problems: readonly Problem[] };

/** Both rows of a design that was taken out, so that it can be put back as it was. */
export interface RemovedDesign {
  readonly summary: DesignSummary;
  readonly body: StoredBody | undefined;
}

export function summaryOf(design: Design, now: string): DesignSummary {
  return {
    id: design.id,
    name: design.name,
    createdAt: design.createdAt ?? now,
    updatedAt: now,
    nodeCount: nodesOf(design).length,
  };
}

/** Whether the disk is full, seen through the errors that Dexie wraps around it. */
function isQuotaError(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { readonly name?: unknown; readonly inner?: unknown };
  return name === 'QuotaExceededError' || (inner !== error && isQuotaError(inner));
}

function failureOf(error: unknown): WriteOutcome {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, reason: isQuotaError(error) ? 'full' : 'failed', message };
}

const conflict: WriteOutcome = { ok: false, reason: 'conflict', message: '' };

/**
 * Writes a design where storage still holds the revision that it grew from; revision 0 is a design that is not there
 * yet. `now` is an ISO-8601 time, written as `updatedAt`.
 */
export async function writeDesign(
  database: Database,
  design: Design,
  expectedRevision: number,
  now: string,
): Promise<WriteOutcome> {
  try {
    return await database.transaction('rw', database.designs, database.bodies, async () => {
      const stored = await database.bodies.get(design.id);
      // One that has vanished, with cleared site data say, is written anew: this window has all there is of it.
      if (stored !== undefined && stored.revision !== expectedRevision) return conflict;
      const revision = expectedRevision + 1;
      await database.bodies.put({ id: design.id, revision, design: { ...design, updatedAt: now } });
      await database.designs.put(summaryOf(design, now));
      return { ok: true, revision };
    });
  } catch (error) {
    return failureOf(error);
  }
}

export async function readStored(database: Database, id: string): Promise<ReadOutcome> {
  const body = await database.bodies.get(id);
  return body === undefined ? { kind: 'missing' } : parseBody(body);
}

export function parseBody(body: StoredBody): ReadOutcome {
  const result = readDesign(body.design);
  return result.ok
    ? { kind: 'found', design: result.value, revision: body.revision }
    : { kind: 'unreadable', raw: body.design, problems: result.problems };
}

export async function removeStored(database: Database, id: string): Promise<RemovedDesign | null> {
  return database.transaction('rw', database.designs, database.bodies, async () => {
    const summary = await database.designs.get(id);
    const body = await database.bodies.get(id);
    await database.designs.delete(id);
    await database.bodies.delete(id);
    return summary === undefined ? null : { summary, body };
  });
}

/** Puts a removed design back, unless its id has been given away since. */
export async function putBack(database: Database, removed: RemovedDesign): Promise<boolean> {
  return database.transaction('rw', database.designs, database.bodies, async () => {
    if ((await database.designs.get(removed.summary.id)) !== undefined) return false;
    await database.designs.put(removed.summary);
    if (removed.body !== undefined) await database.bodies.put(removed.body);
    return true;
  });
}
