import type { ResolvedNode } from '../../catalog/resolved';
import { cacheHits } from '../../math/che';
import { cachedReads, ownCachesOf } from '../facts/caches';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** The approximation and a Zipf law that was guessed are seldom off by more. */
const mostOff = 0.1;
/** A fix by more than so many times the servers is another design. */
const mostTimes = 8;

const kinds = { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' } as const;
const arrows = 'user -> api -> cache, api -> db';
const edges = { 'api -> db': { onMissOf: 'cache' } };
const flows = { reads: { rps: 1000, responseBytes: 1000 } };
/** 100 000 items by a Zipf law of exponent 1, of 1 kB each. */
const sized = { items: 100_000, zipfExponent: 1, hitRate: 0.9 };

/** CACHE-04. Of a cache whose items, Zipf exponent and memory are set, and that evicts the least recently used. */
export const unreachableHitRate: Rule = {
  id: 'unreachable-hit-rate',
  code: 'CACHE-04',
  title: 'Hit rate out of reach',
  severity: 'info',
  stage: 'review',
  message:
    '{node} is set to answer {hitRate} of reads. With {kept} of {items, plural, one {# item} other {# items}} in memory it answers {reachable}.',
  why: 'Memory decides how many items are cached, and their popularity how many reads those answer.',
  fix: 'Give {node} more memory, or plan with a lower hit rate.',
  fixes: {
    'add-memory':
      'Run {servers, plural, one {# server, which holds} other {# servers, which hold}} enough of the items for {reached}.',
  },
  source: {
    text: 'Che, Tung, Wang, IEEE JSAC 20 (2002); Fricker, Robert, Roberts, A versatile and accurate approximation for LRU cache performance, 2012',
    url: 'https://arxiv.org/abs/1202.3974',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const cache of ownCachesOf(context.design)) {
      const hit = hitOf(context, cache);
      if (hit !== null) hits.push(hit);
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Half of the items fit, and most reads are of them',
          // 50 000 of 100 000 items fit: Che gives 0.88.
          design: sketch(kinds, arrows, {
            flows,
            edges,
            config: { cache: { ...sized, replicas: 2, memoryBytes: 25_000_000 } },
          }),
        },
        {
          title: 'How popular the items are is unknown',
          design: sketch(kinds, arrows, {
            flows,
            edges,
            config: { cache: { items: 100_000, hitRate: 0.9, memoryBytes: 1_000_000 } },
          }),
        },
      ],
      invalid: [
        {
          title: 'One item in fifty fits',
          target: 'cache',
          // 2 000 of 100 000 items fit: Che gives 0.55.
          design: sketch(kinds, arrows, {
            flows,
            edges,
            config: { cache: { ...sized, replicas: 2, memoryBytes: 1_000_000 } },
          }),
        },
      ],
    };
  },
};

function hitOf(context: RuleContext, cache: ResolvedNode): Hit | null {
  const { items, zipfExponent, memoryBytes, evictionPolicy } = cache.config.other;
  if (items === undefined || zipfExponent === undefined || memoryBytes === undefined) return null;
  if (evictionPolicy !== undefined && !/lru/i.test(evictionPolicy)) return null;
  const reads = cachedReads(context, cache);
  // Nothing that is answered has no size; then it is unknown how much fits.
  if (reads === null || reads.bytes === 0 || reads.hitRate <= mostOff) return null;
  const { replicas } = cache.config;
  const keptBy = (servers: number) => Math.floor((memoryBytes * servers) / reads.bytes);
  const reachableBy = (servers: number) => knownHitRate(items, keptBy(servers), zipfExponent);
  const reachable = reachableBy(replicas);
  if (reads.hitRate - reachable <= mostOff) return null;
  const quickFix = offers(cache, 'replicas') ? moreMemory(cache, reads.hitRate, reachableBy) : null;
  const values = {
    node: { part: cache.id },
    hitRate: { share: reads.hitRate },
    kept: { count: Math.min(items, keptBy(replicas)) },
    items: { count: items },
    reachable: { share: reachable },
  };
  return { target: cache.id, values, ...(quickFix && { quickFix }) };
}

/** The fewest servers whose memory reaches the hit rate, by doubling and then halving; null where that takes too many. */
function moreMemory(
  { id, config }: ResolvedNode,
  hitRate: number,
  reachableBy: (servers: number) => number,
): QuickFix | null {
  let low = config.replicas;
  let high = low * 2;
  while (reachableBy(high) < hitRate) {
    if (high >= config.replicas * mostTimes) return null;
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reachableBy(middle) < hitRate) low = middle;
    else high = middle;
  }
  return {
    id: 'add-memory',
    title: 'Run {servers, plural, one {# server} other {# servers}}',
    values: { servers: { count: high }, reached: { share: reachableBy(high) } },
    changes: [{ op: 'patch-config', id, patch: { replicas: high } }],
  };
}

/** Hit rates that were worked out before: sums over all items are too slow to be done again at every edit. */
const known = new Map<string, number>();
const mostKnown = 512;

function knownHitRate(items: number, capacity: number, zipfExponent: number): number {
  const key = `${items} ${capacity} ${zipfExponent}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostKnown) known.clear();
  const { hitRate } = cacheHits(items, capacity, zipfExponent);
  known.set(key, hitRate);
  return hitRate;
}
