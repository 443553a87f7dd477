import type { NodeFigures } from '../../analysis/analysis';
import { partsOf } from '../facts/parts';
import { workedOffLater } from '../facts/worked-off-later';
import { matchQuota } from '../fixes/match-quota';
import { relieve } from '../fixes/relieve';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/**
 * CAP-01. It is the cause of all that its node shows: what else is found there by its load is not reported again. A remark only where
 * what the peak brings too much waits in a buffer and the node carries the average, so that each day's backlog is worked off within the day.
 */
export const saturated: Rule = {
  id: 'saturated',
  code: 'CAP-01',
  title: 'Saturated',
  severity: 'error',
  stage: 'broken',
  message: '{node} gets {offered}; its capacity is {capacity}.',
  variants: {
    refuses: '{node} gets {offered}; its capacity is {capacity}, and it refuses {refused}.',
    later:
      '{node} gets {offered} at peak; its capacity is {capacity}. The excess waits in {buffer} until the peak is over.',
  },
  why: 'More arrives than its servers can work off, so the queue grows without bound and latency is unbounded.',
  fix: 'Add servers, shorten what a request takes, or let less of the traffic reach {node}.',
  fixes: {
    'add-cache': 'Every read reaches {node}. A cache that answers {hitRate} of them leaves it {left}.',
    'use-cache':
      'Every read reaches {node}, though {cache} is asked first. With the {hitRate} that it answers, {left} are left.',
    'add-replicas': '{count} replicas stay within {limit}, with one of them lost too.',
    'add-store-replicas':
      '{count} replicas a shard share the reads within {limit}, with one of them lost too.',
    'add-shards': '{count} shards share the load within {limit}.',
    'match-quota': '{count} concurrent requests match the quota of {quota} of {node}.',
  },
  source: {
    text: 'Denning and Buzen, The Operational Analysis of Queueing Network Models, 1978: utilization law',
  },
  supersedes: ['little-headroom', 'refused-requests', 'uncached-reads', 'latency-target-missed'],
  check: (context: RuleContext): readonly Hit[] => {
    const { byId } = partsOf(context.design);
    return (context.analysis?.nodes ?? []).filter(isSaturated).flatMap((figures): Hit[] => {
      const node = byId.get(figures.id)?.node;
      if (node === undefined) return [];
      const quickFix = relieve(context, node) ?? matchQuota(node, figures.offeredRps ?? 0);
      const values = {
        node: { part: node.id },
        offered: { rps: figures.offeredRps ?? 0 },
        capacity: { rps: figures.capacityRps ?? 0 },
        refused: { share: figures.refused },
      };
      const fix = quickFix === null ? {} : { quickFix };
      const buffer = figures.refused > 0 ? null : workedOffLater(context, node);
      if (buffer !== null)
        return [{ target: node.id, ...later, values: { ...values, buffer: { part: buffer } }, ...fix }];
      const variant = figures.refused > 0 ? { variant: 'refuses' } : {};
      return [{ target: node.id, values, ...variant, ...fix }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Two servers for 1 000 rps',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api'),
        },
        {
          title: 'A cache answers most of the reads',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              flows: { reads: { rps: 3000 } },
              config: {
                cache: { hitRate: 0.9 },
                db: { readMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2 },
              },
              edges: { 'api -> db': { onMissOf: 'cache' } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'One server for 10 000 rps',
          target: 'api',
          // 1 server × 32 at once ÷ 10 ms carries 3 200 rps.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 10_000 } },
            config: { api: { replicas: 1, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'Every read reaches the database',
          target: 'db',
          // The leader works on 4 at once ÷ 2 ms and carries 2 000 rps.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 3000 } },
            config: { db: { readMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2, readFrom: 'leader' } },
          }),
        },
      ],
    };
  },
};

const later = { variant: 'later', severity: 'info', stage: 'review' } as const;

/** A node with a limit to its queue refuses rather than waits, and is as overloaded at its capacity. */
function isSaturated(figures: NodeFigures): boolean {
  if (figures.saturated) return true;
  const { offeredRps, capacityRps } = figures;
  return offeredRps !== null && capacityRps !== null && offeredRps > 0 && offeredRps >= capacityRps;
}
