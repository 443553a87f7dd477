import type { ResolvedNode } from '../../catalog/resolved';

/** A read by key or index takes a few milliseconds; one of so many looks at far more than it answers with. */
export const scanFromMs = 50;

/** Kinds that are made to answer by key; the others are made to look at much. */
const keyed: ReadonlySet<string> = new Set([
  'sql-database',
  'key-value-store',
  'document-database',
  'wide-column-store',
  'read-replica',
  'shard',
]);

/** Whether the design says that the reads of a store take so long that they look through it. */
export const isScanned = ({ kind, config, basis }: ResolvedNode): boolean =>
  keyed.has(kind.id) &&
  config.readMs >= scanFromMs &&
  (basis.readMs?.kind === 'document' || basis.serviceMs?.kind === 'document');
