import { hitRateOf } from '../../analysis/graph';
import { workingReplicas } from '../../analysis/station';
import type { ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import { ownCachesOf, type PassedOn, readsPassedOn } from '../facts/caches';
import { figuresOf, graphOf } from '../facts/graph';
import { shareOfVisits } from '../facts/operations';
import { isExternal } from '../facts/roles';
import { tolerance } from '../facts/tolerance';
import { offers } from '../fixes/offers';
import { busiestReplica } from '../fixes/size-store';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** A fix leaves as much room as this, so that the next small surge does not undo it. */
const roomAfterLoss = 0.9;
/** More servers than these are another design. */
const mostServers = 32;
const kinds = { user: 'client', api: 'service', cache: 'cache', db: 'sql-database' } as const;
const arrows = 'user -> api -> cache, api -> db';
const edges = { 'api -> db': { onMissOf: 'cache' } };
/** 4 concurrent ÷ 2 ms = 2 000 reads a second of the leader. */
const db = { readMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2, readFrom: 'leader' as const };

/** CACHE-02. Keys are taken to be spread over the servers of a cache, so that each holds its part of the hits. */
export const cacheLossOverloadsStore: Rule = {
  id: 'cache-loss-overloads-store',
  code: 'CACHE-02',
  title: 'Losing a cache server overloads what is behind',
  severity: 'warning',
  stage: 'review',
  message:
    'With one of {count, plural, one {# server} other {# servers}} of {node} lost, {reads} more reach {store}: {utilization} of its capacity.',
  variants: {
    only: 'With the only server of {node} lost, {reads} more reach {store}: {utilization} of its capacity.',
  },
  why: 'A cache that the store depends on is part of the store. Once the store is full, the cache is not filled again either.',
  fix: 'Spread the cache over more servers, keep a copy of each, or give {store} room for the misses.',
  fixes: {
    'add-replicas':
      'Run {servers, plural, one {# server} other {# servers}}: losing one leaves {store} at {left}.',
  },
  source: {
    text: 'Google SRE Book, chapter 22, Addressing Cascading Failures: cold caches',
    url: 'https://sre.google/sre-book/addressing-cascading-failures/',
  },
  check: (context: RuleContext): readonly Hit[] => {
    if (context.analysis === null) return [];
    const hits: Hit[] = [];
    for (const cache of ownCachesOf(context.design)) {
      const worst = worstWithout(context, cache);
      if (worst !== null) hits.push(hitOf(context, cache, worst));
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Four cache servers hold a quarter each',
          // 2 000 × (1 − 0.9 × 3 ÷ 4) = 650 misses of 2 000 rps.
          design: sketch(kinds, arrows, {
            flows: { reads: { rps: 2000 } },
            config: { cache: { replicas: 4, hitRate: 0.9 }, db },
            edges,
          }),
        },
        {
          title: 'The store could answer everything itself',
          design: sketch(kinds, arrows, {
            flows: { reads: { rps: 1200 } },
            config: { cache: { replicas: 1, hitRate: 0.9 }, db },
            edges,
          }),
        },
        {
          title: 'A CDN of a provider has no servers to lose',
          design: sketch(
            { user: 'client', cdn: 'cdn', api: 'service', db: 'sql-database' },
            'user -> cdn -> api -> db',
            { flows: { reads: { rps: 4000 } }, config: { cdn: { hitRate: 0.9 }, db } },
          ),
        },
      ],
      invalid: [
        {
          title: 'Two cache servers before a store with room for less than half',
          target: 'cache',
          // 4 000 × 0.1 = 400 misses of 2 000 rps now; 4 000 × (1 − 0.45) = 2 200 with one of two lost.
          design: sketch(kinds, arrows, {
            flows: { reads: { rps: 4000 } },
            config: { cache: { replicas: 2, hitRate: 0.9 }, db },
            edges,
          }),
        },
        {
          title: 'A single cache server',
          target: 'cache',
          // 3 000 × 0.1 = 300 of 2 000 rps now, 3 000 without it.
          design: sketch(kinds, arrows, {
            flows: { reads: { rps: 3000 } },
            config: { cache: { replicas: 1, hitRate: 0.9 }, db },
            edges,
          }),
        },
      ],
    };
  },
};

/** The node behind a cache that is the busiest once one of its servers is lost. */
interface Overload {
  readonly node: ResolvedNode;
  /** Calls a second that come on top. */
  readonly more: PassedOn;
  /** Utilization with them, 1 or more. */
  readonly utilization: number;
}

/** Share of a flow's reads that the loss of one of so many servers turns into misses: its part of the hits. */
const lostShare = (cache: ResolvedNode, flow: ResolvedFlow, servers: number): number =>
  hitRateOf(cache, flow, 'read') / servers;

function worstWithout(context: RuleContext, cache: ResolvedNode): Overload | null {
  const { nodes } = graphOf(context.design);
  const figures = figuresOf(context.analysis);
  let worst: Overload | null = null;
  for (const [id, more] of readsPassedOn(context, cache, (flow) =>
    lostShare(cache, flow, cache.config.replicas),
  )) {
    const node = nodes.get(id);
    // What is saturated as it is has a finding of its own.
    if (node === undefined || figures.get(id)?.saturated !== false || !hasLimit(node)) continue;
    const utilization = utilizationWith(context, node, more);
    if (utilization < 1 - tolerance || utilization <= (worst?.utilization ?? 0)) continue;
    worst = { node, more, utilization };
  }
  return worst;
}

const hasLimit = (node: ResolvedNode): boolean =>
  !isExternal(node) &&
  (node.behaviour === 'store' || (node.behaviour === 'station' && node.kind.managed !== true));

/** Busy share of the servers, or of the busiest replica, with so many calls a second more than the flows bring now. */
function utilizationWith(context: RuleContext, node: ResolvedNode, more: PassedOn): number {
  const { design, analysis } = context;
  const { config } = node;
  const visits = figuresOf(analysis).get(node.id)?.visits ?? {};
  const load = analysis?.load ?? 1;
  let { read: reads, write: writes } = more;
  for (const flow of design.flows) {
    const rps = flow.rateRps * load * (own(visits, flow.id) ?? 0);
    const readShare = shareOfVisits(design, flow, node.id, 'read');
    reads += rps * readShare;
    writes += rps * (1 - readShare);
  }
  if (node.behaviour === 'store')
    return busiestReplica(config, { reads, writes }, config) / 1000 / config.concurrency;
  const erlang = (reads * config.readMs + writes * config.writeMs) / 1000;
  return erlang / (workingReplicas(node) * config.concurrency);
}

function hitOf(context: RuleContext, cache: ResolvedNode, worst: Overload): Hit {
  const quickFix = moreServers(context, cache, worst);
  return {
    target: cache.id,
    values: {
      node: { part: cache.id },
      store: { part: worst.node.id },
      count: { count: cache.config.replicas },
      reads: { rps: worst.more.read + worst.more.write },
      utilization: { share: worst.utilization },
    },
    ...(cache.config.replicas === 1 && { variant: 'only' }),
    ...(quickFix && { quickFix }),
  };
}

/** As many servers as leave room behind when one is lost; null where no number of them does. */
function moreServers(context: RuleContext, cache: ResolvedNode, { node, more }: Overload): QuickFix | null {
  if (!offers(cache, 'replicas')) return null;
  const { replicas } = cache.config;
  for (let servers = replicas + 1; servers <= mostServers; servers += 1) {
    const part = replicas / servers;
    const left = utilizationWith(context, node, { read: more.read * part, write: more.write * part });
    if (left > roomAfterLoss) continue;
    return {
      id: 'add-replicas',
      title: 'Run {servers, plural, one {# server} other {# servers}}',
      values: { servers: { count: servers }, left: { share: left } },
      changes: [{ op: 'patch-config', id: cache.id, patch: { replicas: servers } }],
    };
  }
  return null;
}
