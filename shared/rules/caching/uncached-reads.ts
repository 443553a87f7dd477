import { figuresOf } from '../facts/graph';
import { nodesOfBehaviour } from '../facts/nodes';
import { uncachedReadsAt } from '../facts/reads';
import { addCache, readsDominateFrom } from '../fixes/add-cache';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Below this a store has room enough to answer every read itself. */
export const busyFrom = 0.5;

/** CACHE-01. Not of object stores, before which a CDN stands rather than a cache beside the service. */
export const uncachedReads: Rule = {
  id: 'uncached-reads',
  code: 'CACHE-01',
  title: 'Reads without a cache',
  severity: 'warning',
  stage: 'review',
  message: '{node} answers {reads} of reads itself and is {utilization} busy; from {limit} a cache pays.',
  why: 'A few keys take most reads. Answered from memory they cost the store nothing, and its room is left to writes and growth.',
  fix: 'Read a cache first, fill it on a miss, and let entries expire.',
  fixes: {
    'add-cache': 'Put a cache before {node}: one that answers {hitRate} of the reads leaves it {left}.',
    'use-cache':
      'Let {node} wait for the misses of {cache}: with the {hitRate} that it answers, {left} are left.',
  },
  source: {
    text: 'Nishtala et al., Scaling Memcache at Facebook, NSDI 2013: look-aside caching',
    url: 'https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    return nodesOfBehaviour(context.design, 'store').flatMap((node): Hit[] => {
      if (node.kind.id === 'object-store') return [];
      const utilization = figures.get(node.id)?.utilization ?? 0;
      if (utilization <= busyFrom) return [];
      const reads = uncachedReadsAt(context, node);
      if (reads.share < readsDominateFrom) return [];
      const quickFix = addCache(context, node);
      const values = {
        node: { part: node.id },
        reads: { rps: reads.rps },
        utilization: { share: utilization },
        limit: { share: busyFrom },
      };
      return [{ target: node.id, values, ...(quickFix && { quickFix }) }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A cache answers first',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              flows: { reads: { rps: 1200 } },
              config: {
                db: { readMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2, readFrom: 'leader' },
              },
              edges: { 'api -> db': { onMissOf: 'cache' } },
            },
          ),
        },
        {
          title: 'Mostly writes',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { writes: { kind: 'write', rps: 1000 }, reads: { rps: 200 } },
            config: {
              db: {
                readMs: 2,
                writeMs: 2,
                concurrency: 4,
                shards: 1,
                replicasPerShard: 2,
                readFrom: 'leader',
              },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'Every read at 60 % of the leader’s capacity',
          target: 'db',
          // 4 concurrent ÷ 2 ms = 2 000 rps; 1 200 ÷ 2 000 = 0.6.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 1200 } },
            config: { db: { readMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2, readFrom: 'leader' } },
          }),
        },
        {
          title: 'A CDN that passes everything on is no cache',
          target: 'db',
          design: sketch(
            { user: 'client', cdn: 'cdn', api: 'service', db: 'sql-database' },
            'user -> cdn -> api -> db',
            {
              flows: { reads: { rps: 1200 } },
              config: {
                cdn: { hitRates: { reads: 0 } },
                db: { readMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2, readFrom: 'leader' },
              },
            },
          ),
        },
      ],
    };
  },
};
