import type { ResolvedNode } from '../../catalog/resolved';
import { cachedReads, missCallsOf, ownCachesOf } from '../facts/caches';
import { figuresOf } from '../facts/graph';
import type { Hit, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** So many identical reads at once are a burst that any store takes. */
const smallHerd = 10;
/** Beyond so many items the tail of the sum of a Zipf law is taken as an integral. */
const summedSingly = 1000;

const kinds = { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' } as const;
const arrows = 'user -> api -> cache, api -> db';
const edges = { 'api -> db': { onMissOf: 'cache' } };
/** A report that the database takes 100 ms to put together. */
const db = { readMs: 100, concurrency: 64 };

/** CACHE-05. How many wait follows from how popular the first item is; where that is not set, only a plain no counts. */
export const cacheStampede: Rule = {
  id: 'cache-stampede',
  code: 'CACHE-05',
  title: 'Cache stampede',
  severity: 'warning',
  stage: 'review',
  message:
    'When the most popular entry of {node} expires, {herd, plural, one {# request goes} other {# requests go}} to {store} before it is refilled; {limit} is a burst.',
  variants: {
    unknown: 'When an entry of {node} expires, all concurrent requests for it go to {store}.',
  },
  why: 'Between the expiry of an entry and its refill every request for it is a miss, and all of them load the same record.',
  fix: 'Let one request refill an entry while the others wait or get the old one, and spread expiry times at random.',
  source: {
    text: 'Vattani, Chierichetti, Lowenstein, Optimal Probabilistic Cache Stampede Prevention, PVLDB 8(8), 2015',
    url: 'https://www.vldb.org/pvldb/vol8/p886-vattani.pdf',
  },
  check: (context: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const cache of ownCachesOf(context.design)) {
      if (cache.config.other.stampedeProtection === true) continue;
      const hit = hitOf(context, cache);
      if (hit !== null) hits.push(hit);
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'One caller refills an entry',
          design: sketch(kinds, arrows, {
            flows: { reads: { rps: 5000 } },
            edges,
            config: { cache: { items: 1000, zipfExponent: 1, stampedeProtection: true }, db },
          }),
        },
        {
          title: 'Too few concurrent requests',
          // The first of 1 000 items takes 1 ÷ 7.49 of 100 reads a second: 1.3 of them in a tenth of a second.
          design: sketch(kinds, arrows, {
            flows: { reads: { rps: 100 } },
            edges,
            config: { cache: { items: 1000, zipfExponent: 1 }, db },
          }),
        },
      ],
      invalid: [
        {
          title: 'A popular report that takes long to put together',
          target: 'cache',
          // H(1 000) = 7.49, so that the first item takes 668 of 5 000 reads a second: 67 in the 0.1 s until it is back.
          design: sketch(kinds, arrows, {
            flows: { reads: { rps: 5000 } },
            edges,
            config: { api: { replicas: 3 }, cache: { items: 1000, zipfExponent: 1, hitRate: 0.95 }, db },
          }),
        },
        {
          title: 'Set to have no protection',
          target: 'cache',
          design: sketch(kinds, arrows, { edges, config: { cache: { stampedeProtection: false } } }),
        },
      ],
    };
  },
};

function hitOf(context: RuleContext, cache: ResolvedNode): Hit | null {
  const reads = cachedReads(context, cache);
  const refill = slowestRefill(context, cache);
  if (reads === null || reads.hitRate === 0 || refill === null) return null;
  const { items, zipfExponent, stampedeProtection, ttlSeconds } = cache.config.other;
  const values = { node: { part: cache.id }, store: { part: refill.store } };
  const quickFix = {
    id: 'refill-once',
    title: 'Let one request refill an entry',
    values: {},
    changes: [{ op: 'patch-config', id: cache.id, patch: { stampedeProtection: true } }],
  } as const;
  if (items === undefined || zipfExponent === undefined) {
    if (stampedeProtection !== false) return null;
    return { target: cache.id, variant: 'unknown', values, quickFix };
  }
  // What never expires is never refilled.
  if (ttlSeconds === 0) return null;
  const herd = (reads.rps * mostPopularShare(items, zipfExponent) * refill.ms) / 1000;
  if (herd <= smallHerd) return null;
  const counts = { herd: { count: Math.round(herd) }, limit: { count: smallHerd } };
  return { target: cache.id, values: { ...values, ...counts }, quickFix };
}

/** The call that is made on a miss and takes longest: its round trip and the callee's mean with calls; null where it does not settle. */
function slowestRefill(
  { design, analysis }: RuleContext,
  cache: ResolvedNode,
): { readonly store: string; readonly ms: number } | null {
  const figures = figuresOf(analysis);
  let slowest: { readonly store: string; readonly ms: number } | null = null;
  for (const { edge, waits } of missCallsOf(design, cache)) {
    if (!waits) continue;
    const of = figures.get(edge.to);
    const meanMs = of?.withCallsMeanMs ?? of?.meanMs ?? null;
    if (meanMs === null) return null;
    const ms = edge.rttMs + meanMs;
    if (ms > (slowest?.ms ?? -1)) slowest = { store: edge.to, ms };
  }
  return slowest;
}

/** Share of the first of `items` items under a Zipf law: 1 ÷ Σ i^−α, from 1 000 on by the integral with its midpoint rule. */
function mostPopularShare(items: number, zipfExponent: number): number {
  let sum = 0;
  const single = Math.min(items, summedSingly);
  for (let rank = 1; rank <= single; rank += 1) sum += rank ** -zipfExponent;
  if (items > single) sum += powerIntegral(single + 0.5, items + 0.5, zipfExponent);
  return 1 / sum;
}

/** ∫ x^−α over [from, to]. */
function powerIntegral(from: number, to: number, exponent: number): number {
  const power = 1 - exponent;
  return Math.abs(power) < 1e-9 ? Math.log(to / from) : (to ** power - from ** power) / power;
}
