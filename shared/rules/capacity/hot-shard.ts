import { storeUse } from '../../analysis/stores';
import { arrivalsAt } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { tolerance } from '../facts/tolerance';
import { relieve } from '../fixes/relieve';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CAP-08. Of the hottest shard alone: where the average is over the limit too, the store is simply too small. */
export const hotShard: Rule = {
  id: 'hot-shard',
  code: 'CAP-08',
  title: 'Hot shard',
  severity: 'warning',
  stage: 'broken',
  message:
    'The hottest shard of {node} is {utilization} busy and the average one {average}; the planned limit is {limit}.',
  why: 'Requests for one key all go to one shard. However many shards there are, that one fills first, while the average looks healthy.',
  fix: 'Spread the hot key over several keys, answer it from a cache, or give it a shard of its own.',
  fixes: {
    'add-cache': 'Put a cache before {node}: one that answers {hitRate} of the reads leaves it {left}.',
    'use-cache':
      'Let {node} wait for the misses of {cache}: with the {hitRate} that it answers, {left} are left.',
    'add-store-replicas':
      'Run {count, plural, one {# replica} other {# replicas}} a shard: they share the reads of the hot one within {limit}.',
    'add-shards':
      'Split it into {count, plural, one {# shard} other {# shards}}: they leave the hot one little beside its key, and keep it within {limit}.',
  },
  source: {
    text: 'Amazon DynamoDB Developer Guide: designing partition keys to distribute the workload',
    url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-uniform-load.html',
  },
  supersedes: ['saturated', 'little-headroom', 'uncached-reads'],
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    for (const node of nodesOfBehaviour(context.design, 'store')) {
      const { hotShare, shards, maxUtilization } = node.config;
      if (hotShare === 0 || shards < 2) continue;
      const at = figures.get(node.id);
      if (at === undefined || (at.utilization ?? 0) <= maxUtilization + tolerance) continue;
      const load = { ...arrivalsAt(context, at), bytesPerSecond: 0 };
      const hottest = storeUse(node, load);
      const average = storeUse({ ...node, config: { ...node.config, hotShare: 0 } }, load);
      if (hottest <= maxUtilization + tolerance || average > maxUtilization + tolerance) continue;
      const quickFix = relieve(context, node);
      const values = {
        node: { part: node.id },
        utilization: { share: hottest },
        average: { share: average },
        limit: { share: maxUtilization },
      };
      const severity = at.saturated ? { severity: 'error' as const } : {};
      hits.push({ target: node.id, values, ...severity, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A hot key that its shard can bear',
          // 2 000 × (0.2 + 0.8 ÷ 4) = 800 of 2 000 rps.
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { reads: { rps: 2000 } },
              config: { links: { readMs: 2, concurrency: 4, shards: 4, hotShare: 0.2 } },
            },
          ),
        },
        {
          title: 'The average shard is over the limit too',
          // 6 400 ÷ 4 = 1 600 of 2 000 rps on average.
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { reads: { rps: 6400 } },
              config: {
                api: { replicas: 5 },
                links: { readMs: 2, concurrency: 4, shards: 4, hotShare: 0.05 },
              },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'Half of the writes are to one key',
          target: 'links',
          // 4 concurrent ÷ 5 ms = 800 rps a shard; 1 000 × (0.5 + 0.5 ÷ 4) = 625 ÷ 800 = 0.78, on average 250 ÷ 800 = 0.31.
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { writes: { kind: 'write', rps: 1000 } },
              config: { links: { writeMs: 5, concurrency: 4, shards: 4, hotShare: 0.5 } },
            },
          ),
        },
        {
          title: 'One key saturates its shard',
          target: 'links',
          // 4 concurrent ÷ 2 ms = 2 000 rps a shard; 4 000 × (0.4 + 0.6 ÷ 4) = 2 200.
          design: sketch(
            { user: 'client', api: 'service', links: 'key-value-store' },
            'user -> api -> links',
            {
              flows: { reads: { rps: 4000 } },
              config: {
                api: { replicas: 3 },
                links: { readMs: 2, concurrency: 4, shards: 4, hotShare: 0.4 },
              },
            },
          ),
        },
      ],
    };
  },
};
