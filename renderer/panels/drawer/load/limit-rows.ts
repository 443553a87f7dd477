import type { LoadLimits, TargetMiss } from '../../../../shared/analysis/load-limits';
import type { StationLimit } from '../../../../shared/analysis/station-limits';

/** What is met as the load grows: a target that is missed, or a station that saturates. */
export type LimitRow =
  | { readonly kind: 'miss'; readonly load: number; readonly miss: TargetMiss }
  | ({ readonly kind: 'saturation' } & StationLimit);

/** What a design is kept from more load by, in the order in which it is met; `always` is missed whatever the load. */
export function limitRows({ misses, order, highestLoad }: LoadLimits): {
  readonly always: readonly TargetMiss[];
  readonly rows: readonly LimitRow[];
} {
  const rows = [
    ...misses.flatMap((miss): LimitRow[] =>
      miss.load === null ? [] : [{ kind: 'miss', load: miss.load, miss }],
    ),
    ...order.flatMap((limit): LimitRow[] =>
      limit.load <= highestLoad ? [{ kind: 'saturation', ...limit }] : [],
    ),
  ];
  return {
    always: misses.filter(({ load }) => load === null),
    rows: rows.sort((a, b) => a.load - b.load),
  };
}
