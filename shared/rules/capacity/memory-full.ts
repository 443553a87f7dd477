import type { ResolvedNode } from '../../catalog/resolved';
import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { needsShardKey } from '../facts/shard-key';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A server in memory needs room for copies of what changes while it writes a snapshot. */
const planned = 0.8;

/** CAP-16. Of stores that keep all they have in memory, with the retention that is declared. */
export const memoryFull: Rule = {
  id: 'memory-full',
  code: 'CAP-16',
  title: 'Store does not fit in memory',
  severity: 'error',
  stage: 'broken',
  message: '{node} is to keep {stored} in memory; its servers have {memory}.',
  why: 'A store in memory that is full refuses writes or drops what it has: there is no disk to move the rest to.',
  fix: 'Keep less of it in {node}, give its servers more memory, or add shards until each holds its part within {planned}.',
  fixes: {
    'add-shards':
      'Run {shards, plural, one {# shard} other {# shards}}: each then fills {planned} of its memory at most.',
    'more-memory': 'Give each server {size} of memory, of which the data then fill {planned} at most.',
  },
  source: {
    text: 'Redis documentation, Key eviction: maxmemory and noeviction (assumption: cited from general knowledge)',
    url: 'https://redis.io/docs/latest/develop/reference/eviction/',
  },
  check: ({ design, analysis }: RuleContext): readonly Hit[] => {
    const figures = figuresOf(analysis);
    return nodesOfBehaviour(design, 'store').flatMap((node): Hit[] => {
      const { memoryUtilization = null, storageBytes = null } = figures.get(node.id) ?? {};
      if (memoryUtilization === null || storageBytes === null || memoryUtilization <= 1) return [];
      const values = {
        node: { part: node.id },
        stored: { bytes: storageBytes },
        memory: { bytes: storageBytes / memoryUtilization },
        planned: { share: planned },
      };
      const quickFix = moreMemory(node, memoryUtilization);
      return [{ target: node.id, values, ...(quickFix && { quickFix }) }];
    });
  },
  get examples() {
    // 100 × 1 000 bytes × 31 557 600 s = 3.16 TB a copy and year.
    const kinds = { user: 'client', api: 'service', board: 'key-value-store' } as const;
    const flows = { scores: { kind: 'write', rps: 100, storedBytes: 1000 } } as const;
    const inMemory = { inMemory: true, replicasPerShard: 2, storageFactor: 1, shardKey: 'player' };
    return {
      valid: [
        {
          title: 'An hour of it in memory',
          // 100 × 1 000 bytes × 3 600 s = 360 MB a copy.
          design: sketch(kinds, 'user -> api -> board', {
            flows,
            config: { board: { ...inMemory, memoryBytes: 16e9, retentionSeconds: 3600 } },
          }),
        },
        {
          title: 'A year of it on disk',
          design: sketch(kinds, 'user -> api -> board', {
            flows,
            config: {
              board: { ...inMemory, inMemory: false, memoryBytes: 16e9, retentionSeconds: 31_557_600 },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'Half a terabyte in 16 GB',
          target: 'board',
          // 100 × 1 000 bytes × 5 000 000 s = 500 GB a copy.
          design: sketch(kinds, 'user -> api -> board', {
            flows,
            config: { board: { ...inMemory, memoryBytes: 16e9, retentionSeconds: 5_000_000 } },
          }),
        },
      ],
    };
  },
};

/** As many shards as hold it, where the kind has them to add, else more memory a server. */
function moreMemory(node: ResolvedNode, utilization: number): QuickFix | null {
  const { shards, other } = node.config;
  const values = { planned: { share: planned } };
  if (offers(node, 'shards')) {
    const wanted = Math.ceil((shards * utilization) / planned);
    return {
      id: 'add-shards',
      title: 'Split into {shards, plural, one {# shard} other {# shards}}',
      values: { ...values, shards: { count: wanted } },
      changes: [
        {
          op: 'patch-config',
          id: node.id,
          patch: { shards: wanted, ...(needsShardKey(node) && { shardKey: 'id' }) },
        },
      ],
    };
  }
  if (other.memoryBytes === undefined || !offers(node, 'memoryBytes')) return null;
  const memoryBytes = Math.ceil((other.memoryBytes * utilization) / planned / node.config.scaleUp);
  return {
    id: 'more-memory',
    title: 'Give each server {size} of memory',
    values: { ...values, size: { bytes: memoryBytes * node.config.scaleUp } },
    changes: [{ op: 'patch-config', id: node.id, patch: { memoryBytes } }],
  };
}
