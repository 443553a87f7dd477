import type { Problem } from '../../shared/model/result';
import { type Design, nodesOf } from '../../shared/model/schema';
import type { DesignSummary } from '../store/workspace';
import { type Database, type StoredBody, writing } from './database';
import { messageOf, type StorageFailure } from './failure';

export type WriteOutcome =
  | { readonly ok: true; readonly revision: number }
  /** Another window wrote first. */
  | { readonly ok: false; readonly reason: 'conflict' }
  /** The design is not in storage any more. */
  | { readonly ok: false; readonly reason: 'missing' }
  | StorageFailure;

export type ReadOutcome =
  | { readonly kind: 'found'; readonly design: Design; readonly revision: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'unreadable'; readonly raw: unknown; readonly problems: readonly Problem[] };

export function summaryOf(design: Design, now: string): DesignSummary {
  return {
    id: design.id,
    name: design.name,
    createdAt: design.createdAt ?? now,
    updatedAt: now,
    nodeCount: nodesOf(design).length,
  };
}

/** Why a write that expects this revision is refused, found without reading the design that is stored. */
async function refusalOf(
  database: Database,
  id: string,
  expectedRevision: number,
): Promise<'conflict' | 'missing' | null> {
  const { bodies } = database;
  if (
    expectedRevision > 0 &&
    (await bodies.where('[id+revision]').equals([id, expectedRevision]).count()) > 0
  )
    return null;
  const isThere = (await bodies.where(':id').equals(id).count()) > 0;
  if (isThere) return 'conflict';
  return expectedRevision > 0 ? 'missing' : null;
}

/**
 * Writes a design where storage still holds the revision that it grew from; revision 0 is a design that is not there
 * yet. `now` is an ISO-8601 time, written as `updatedAt`.
 */
export function writeDesign(
  database: Database,
  design: Design,
  expectedRevision: number,
  now: string,
): Promise<WriteOutcome> {
  return writing<WriteOutcome>(database, [database.designs, database.bodies], async () => {
    const refusal = await refusalOf(database, design.id, expectedRevision);
    if (refusal !== null) return { ok: false, reason: refusal };
    const revision = expectedRevision + 1;
    await database.bodies.put({ id: design.id, revision, design: { ...design, updatedAt: now } });
    await database.designs.put(summaryOf(design, now));
    return { ok: true, revision };
  });
}

export async function readStored(database: Database, id: string): Promise<ReadOutcome> {
  try {
    const body = await database.bodies.get(id);
    return body === undefined ? { kind: 'missing' } : await parseBody(body);
  } catch (error) {
    database.close({ disableAutoOpen: false });
    return { kind: 'failed', message: messageOf(error) };
  }
}

/** What reads designs, with the schema and the catalog: the first page does without it. */
export const loadReader = () => import('../../shared/catalog/read');

export async function parseBody(body: StoredBody): Promise<ReadOutcome> {
  const { readDesign } = await loadReader();
  const result = readDesign(body.design);
  return result.ok
    ? { kind: 'found', design: result.value, revision: body.revision }
    : { kind: 'unreadable', raw: body.design, problems: result.problems };
}
