import type { ResolvedNode } from '../../catalog/resolved';

/** Kinds that are split by the key under which everything is kept, or by name, without anyone's choosing. */
const splitThemselves: ReadonlySet<string> = new Set([
  'key-value-store',
  'object-store',
  'search-index',
  'time-series-database',
  'data-warehouse',
]);

/** Whether a person has to say by which key such a store is split. */
export const needsShardKey = ({ kind, config }: ResolvedNode): boolean =>
  !splitThemselves.has(kind.id) && config.other.shardKey === undefined;
