import { arrivalsAt } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { addReplicas } from '../fixes/add-replicas';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CAP-04. Where the writes alone would fit, the store is only saturated: a cache or replicas may take the reads off it. */
export const writeBottleneck: Rule = {
  id: 'write-bottleneck',
  code: 'CAP-04',
  title: 'Write bottleneck',
  severity: 'error',
  stage: 'broken',
  message: '{node} gets {writes} of writes; the capacity of the leader of its one shard is {capacity}.',
  why: 'Every write works on the leader, and on every replica again. Replicas and caches take reads off it, but no writes.',
  fix: 'Split {node} into shards by key, or gather writes before they reach it.',
  fixes: {
    'add-shards':
      'Split it into {count, plural, one {# shard} other {# shards}}, each with a leader of its own, which share the writes within {limit}.',
  },
  source: {
    text: 'Kleppmann, Designing Data-Intensive Applications, chapters 5 and 6: single-leader replication, partitioning (assumption: cited from general knowledge)',
  },
  supersedes: ['saturated', 'little-headroom', 'uncached-reads'],
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(context.design, 'store')) {
      const { shards, writeMs, concurrency } = node.config;
      if (shards > 1 || writeMs === 0) continue;
      const at = figures.get(node.id);
      if (at === undefined || !at.saturated) continue;
      const { writesRps } = arrivalsAt(context, at);
      const capacityRps = (1000 * concurrency) / writeMs;
      if (writesRps < capacityRps) continue;
      const quickFix = addReplicas(context, node);
      const values = {
        node: { part: node.id },
        writes: { rps: writesRps },
        capacity: { rps: capacityRps },
      };
      hits.push({ target: node.id, values, ...(quickFix?.id === 'add-shards' && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Four leaders share the writes',
          // 3 000 ÷ 4 = 750 a shard; its leader: 8 concurrent ÷ 5 ms = 1 600.
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { writes: { kind: 'write', rps: 3000 } },
              config: { links: { writeMs: 5, concurrency: 8, shards: 4, replicasPerShard: 3 } },
            },
          ),
        },
        {
          title: 'Reads are what is too much',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 3000 }, writes: { kind: 'write', rps: 100 } },
            config: { db: { readMs: 2, writeMs: 5, concurrency: 4, shards: 1, replicasPerShard: 2 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'Every write reaches one leader',
          target: 'links',
          // The leader: 4 concurrent ÷ 5 ms = 800 rps; replicas take no writes off it.
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { writes: { kind: 'write', rps: 3000 } },
              config: { links: { writeMs: 5, concurrency: 4, shards: 1, replicasPerShard: 3 } },
            },
          ),
        },
        {
          title: 'Reads beside writes that are too much by themselves',
          target: 'db',
          // 900 writes of the 800 that the leader can write.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 300 }, writes: { kind: 'write', rps: 900 } },
            config: { db: { readMs: 2, writeMs: 5, concurrency: 4, shards: 1, replicasPerShard: 2 } },
          }),
        },
      ],
    };
  },
};
