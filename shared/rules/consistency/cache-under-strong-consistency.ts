import { hitRateOf } from '../../analysis/graph';
import type { ResolvedDesign, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { words } from '../../math/message';
import { consistencyNames } from '../../model/term-names';
import { graphOf } from '../facts/graph';
import { doesAt } from '../facts/operations';
import { originalsOf } from '../facts/originals';
import type { PartSet } from '../facts/parts';
import { flowsAt } from '../facts/paths';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** CON-08. A cache that a write goes through, or that a write empties, answers with what was written. */
export const cacheUnderStrongConsistency: Rule = {
  id: 'cache-under-strong-consistency',
  code: 'CON-08',
  title: 'Cached reads under strong consistency',
  severity: 'warning',
  stage: 'broken',
  message:
    '{node} answers {share} of {flow} with data up to {ttl} old; {wanted} consistency is required, and {store} is written meanwhile.',
  why: 'An entry that only expires is answered until it does, whatever was written since.',
  fix: 'Drop an entry when its record is written, write through {node}, or cache only what never changes.',
  fixes: { 'invalidate-on-write': 'Drop an entry when its record is written.' },
  source: { text: 'Nishtala et al., Scaling Memcache at Facebook, NSDI 2013: invalidation of stale entries' },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const wanted = design.targets.consistency;
    if (wanted !== 'strong' && wanted !== 'read-your-writes') return [];
    const missed = missTargets(design);
    return design.nodes.flatMap((cache): Hit[] => {
      const { ttlSeconds = 0, invalidation, writePolicy } = cache.config.other;
      if (cache.behaviour !== 'aside-cache' && cache.behaviour !== 'inline-cache') return [];
      // Without a time to live nothing says how old an answer is; that is a finding of its own.
      if (ttlSeconds === 0 || invalidation === 'on-write' || writePolicy === 'through') return [];
      const stale = staleFlow(design, cache, missed);
      if (stale === null) return [];
      const values = {
        node: { part: cache.id },
        flow: { part: stale.flow.id },
        store: { part: stale.store.id },
        share: { share: hitRateOf(cache, stale.flow, 'read') },
        ttl: { seconds: ttlSeconds },
        wanted: words(consistencyNames[wanted]),
      };
      const quickFix = {
        id: 'invalidate-on-write',
        title: 'Drop entries on write',
        values: {},
        changes: [{ op: 'patch-config', id: cache.id, patch: { invalidation: 'on-write' } }],
      } as const;
      return [{ target: cache.id, values, quickFix }];
    });
  },
  get examples() {
    return {
      valid: [
        {
          title: 'A write drops the entry',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              config: { cache: { invalidation: 'on-write' } },
              edges: { 'api -> cache': { flows: 'read' }, 'api -> db': { onMissOf: 'cache' } },
              system: { targets: { consistency: 'read-your-writes' } },
            },
          ),
        },
        {
          title: 'A cache before what nobody writes',
          design: sketch(
            {
              user: 'client',
              api: 'service',
              cache: 'cache',
              prices: 'sql-database',
              orders: 'sql-database',
            },
            'user -> api -> cache, api -> prices, api -> orders',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              edges: {
                'api -> cache': { flows: 'read' },
                'api -> prices': { onMissOf: 'cache', flows: 'read' },
                'api -> orders': { flows: 'write' },
              },
              system: { targets: { consistency: 'read-your-writes' } },
            },
          ),
        },
      ],
      invalid: [
        {
          title: 'An hour from a cache that no write touches',
          target: 'cache',
          design: sketch(
            { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' },
            'user -> api -> cache, api -> db',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              edges: { 'api -> cache': { flows: 'read' }, 'api -> db': { onMissOf: 'cache' } },
              system: { targets: { consistency: 'read-your-writes' } },
            },
          ),
        },
        {
          title: 'A CDN before pages that change',
          target: 'cdn',
          design: sketch(
            { user: 'client', cdn: 'cdn', api: 'service', db: 'sql-database' },
            'user -> cdn -> api -> db',
            {
              flows: { reads: {}, writes: { kind: 'write', rps: 100 } },
              config: { cdn: { ttlSeconds: 300 }, db: { replication: 'sync' } },
              system: { targets: { consistency: 'strong' } },
            },
          ),
        },
      ],
    };
  },
};

/** For each cache whose misses alone some calls carry, what those calls read. */
function missTargets(design: ResolvedDesign): ReadonlyMap<string, ReadonlySet<string>> {
  const targets = new Map<string, Set<string>>();
  for (const { onMissOf, to } of design.edges) {
    if (onMissOf === null) continue;
    const known = targets.get(onMissOf);
    if (known === undefined) targets.set(onMissOf, new Set([to]));
    else known.add(to);
  }
  return targets;
}

/** A flow whose reads the cache answers, and a written store whose answer that was: behind its misses, or behind an inline cache. */
function staleFlow(
  design: ResolvedDesign,
  cache: ResolvedNode,
  missed: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly flow: ResolvedFlow; readonly store: ResolvedNode } | null {
  const { nodes } = graphOf(design);
  for (const { flow, reached } of flowsAt(design, cache.id)) {
    if (hitRateOf(cache, flow, 'read') === 0 || !doesAt(design, flow, cache.id, 'read')) continue;
    const flowIds = cache.behaviour === 'inline-cache' ? idsOf(reached) : (missed.get(cache.id) ?? []);
    for (const id of flowIds) {
      const store = nodes.get(id);
      if (store?.behaviour !== 'store' || !reached.has(id)) continue;
      if (originalsOf(design).has(id)) return { flow, store };
    }
  }
  return null;
}

const idsOf = ({ parts }: PartSet): readonly string[] => parts.map(({ node }) => node.id);
