import type { ResolvedNode } from '../../catalog/resolved';
import { arrivalsAt } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { isScanned, scanFromMs } from '../facts/scans';
import { workedOffLater } from '../facts/worked-off-later';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';
import { isSaturated } from './saturated';

/** A report now and then may look through everything. */
const leastRps = 0.1;

/** CAP-17. By the time of a read that the design sets. Of a store that this saturates it is the finding. */
export const fullScan: Rule = {
  id: 'full-scan',
  code: 'CAP-17',
  title: 'Reads that scan',
  severity: 'warning',
  stage: 'review',
  message:
    '{reads} reads of {node} take {read} each; a read by key or index takes a few milliseconds, and from {limit} on it looks through far more than it answers with.',
  variants: {
    saturates:
      '{node} gets {offered}; its capacity is {capacity}, since a read takes {read}: one by key or index takes a few milliseconds, and from {limit} on it scans.',
  },
  why: 'A query without an index, or one that sorts everything to answer with ten, takes longer with each row that is added, and keeps the store from all other work meanwhile.',
  fix: 'Read {node} by a key or an index, or keep the answer ready: a ranking in a sorted set, a count that each write adds to, the next run of a job as an index.',
  fixes: {
    'read-by-key':
      'Read {node} by a key or an index, in {usual} instead of {read}, or keep the answer ready.',
  },
  source: {
    text: 'Winand, Use The Index, Luke: the WHERE clause',
    url: 'https://use-the-index-luke.com/sql/where-clause',
  },
  supersedes: ['saturated', 'little-headroom', 'uncached-reads', 'latency-target-missed'],
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    return nodesOfBehaviour(context.design, 'store').flatMap((node): Hit[] => {
      const of = figures.get(node.id);
      if (of === undefined || !isScanned(node)) return [];
      const { readsRps } = arrivalsAt(context, of);
      if (readsRps < leastRps) return [];
      const values = {
        node: { part: node.id },
        reads: { rps: readsRps },
        read: { ms: node.config.readMs },
        limit: { ms: scanFromMs },
        offered: { rps: of.offeredRps ?? 0 },
        capacity: { rps: of.capacityRps ?? 0 },
      };
      const quickFix = readByKey(node);
      const fix = quickFix === null ? {} : { quickFix };
      const isTooMuch = isSaturated(of) && workedOffLater(context, node) === null;
      const loud = isTooMuch ? ({ variant: 'saturates', severity: 'error', stage: 'broken' } as const) : {};
      return [{ target: node.id, values, ...loud, ...fix }];
    });
  },
  get examples() {
    const kinds = { user: 'client', api: 'service', scores: 'sql-database' } as const;
    return {
      valid: [
        {
          title: 'Reads by key',
          design: sketch(kinds, 'user -> api -> scores', {
            flows: { ranks: { rps: 100 } },
            config: { scores: { readMs: 3 } },
          }),
        },
        {
          title: 'Reports from a warehouse',
          design: sketch(
            { user: 'client', api: 'service', sales: 'data-warehouse' },
            'user -> api -> sales',
            {
              flows: { reports: { rps: 0.5 } },
              config: { sales: { readMs: 800 } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'A store that looks through all its rows for each read',
          target: 'scores',
          // The leader: 4 concurrent ÷ 500 ms = 8 rps.
          design: sketch(kinds, 'user -> api -> scores', {
            flows: { ranks: { rps: 20 } },
            config: { scores: { readMs: 500, concurrency: 4, replicasPerShard: 2, readFrom: 'leader' } },
          }),
        },
        {
          title: 'All scores sorted for each rank',
          target: 'scores',
          design: sketch(kinds, 'user -> api -> scores', {
            flows: { ranks: { rps: 10 } },
            config: { scores: { readMs: 200 } },
          }),
        },
      ],
    };
  },
};

/** The time of a read by key of its kind, where the design sets another; null where the kind has none. */
function readByKey({ id, kind, basis, config }: ResolvedNode): QuickFix | null {
  const usualMs = kind.defaults.readMs?.value;
  if (basis.readMs?.kind !== 'document' || usualMs === undefined || usualMs >= scanFromMs) return null;
  return {
    id: 'read-by-key',
    title: 'Read by key, in {usual}',
    values: { node: { part: id }, usual: { ms: usualMs }, read: { ms: config.readMs } },
    changes: [{ op: 'patch-config', id, patch: { readMs: null } }],
  };
}
