import type { NodeFigures } from '../../analysis/analysis';
import { workingReplicas } from '../../analysis/station';
import type { ResolvedNode } from '../../catalog/resolved';
import { overloadCause } from '../facts/overload-cause';
import { partsOf } from '../facts/parts';
import { holdsMessages, workedOffLater } from '../facts/worked-off-later';
import { matchQuota } from '../fixes/match-quota';
import { raiseQueueLimit } from '../fixes/raise-queue-limit';
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
    full: '{node} gets {offered}, all of its capacity: with nothing to spare its queue only grows.',
    polled: '{node} gets {offered}; its capacity is {capacity}. {share} of it is polling by {flow}.',
    scattered:
      '{node} gets {offered}; its capacity is {capacity}, since each read goes to all {shards} shards.',
    uncached:
      '{node} gets {offered}; its capacity is {capacity}. No cache answers its reads, {share} of what arrives.',
    held: '{node} gets {offered}; its capacity is {capacity}. Each request holds one of its {places} places for {held}, the calls that it waits for included.',
    connections:
      '{node} is to hold {open, plural, one {# connection} other {# connections}} open, and its servers take {limit}: what comes over the others, of {offered} all but {capacity}, is not served.',
    'held-up':
      '{node} gets {offered}; its capacity is {capacity}. Its {places} places are held while it waits for {callee}, which is slow at this load.',
    lost: '{node} gets {offered} at peak; its capacity is {capacity}. {buffer} delivers at most once: {share} of its messages are lost.',
    later:
      '{node} gets {offered} at peak; its capacity is {capacity}. The excess waits in {buffer} until the peak is over.',
  },
  why: 'More arrives than its servers can work off, so the queue grows without bound and latency is unbounded.',
  fix: 'Add servers, shorten what a request takes, or let less of the traffic reach {node}.',
  fixes: {
    'add-cache':
      'Put a cache before {node}, which every read reaches: one that answers {hitRate} of them leaves it {left}.',
    'use-cache':
      'Let only the misses of {cache}, which is read first, reach {node}: with its hit rate of {hitRate}, {left} are left.',
    'add-replicas':
      'Run {count, plural, one {# replica} other {# replicas}}: they stay within {limit}, with one of them lost too.',
    'add-store-replicas':
      'Run {count, plural, one {# replica} other {# replicas}} a shard: they share the reads within {limit}, with one of them lost too.',
    'add-shards':
      'Split it into {count, plural, one {# shard} other {# shards}}, which share the load within {limit}.',
    'raise-queue-limit':
      'Raise the queue limit to {places}: it lets {node} work on fewer requests at a time than its servers could.',
    'add-servers-and-places':
      'Run {count, plural, one {# replica} other {# replicas}} and raise the queue limit, which lets {node} work on few requests at a time, to {places}: they stay within {limit}, with one of them lost too.',
    'match-quota':
      'Set {count, plural, one {# concurrent request} other {# concurrent requests}}, which match the quota of {quota} of {node}.',
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
      const quickFix =
        relieve(context, node) ?? raiseQueueLimit(context, node) ?? matchQuota(node, figures.offeredRps ?? 0);
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
      if (figures.refused > 0 && !isOverRateLimit(node, figures))
        return [{ target: node.id, variant: 'refuses', values, ...fix }];
      const cause =
        heldPlaces(node, figures) ??
        openConnections(node, figures) ??
        overloadCause(context, node, figures) ??
        lostBefore(context, figures);
      if (cause === null) return [{ target: node.id, values, ...fullIn(figures), ...fix }];
      return [{ target: node.id, variant: cause.variant, values: { ...values, ...cause.values }, ...fix }];
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
          title: 'A million connections on servers for a hundred thousand',
          target: 'sockets',
          design: sketch(
            { user: 'client', sockets: 'websocket-gateway', chat: 'service' },
            'user -> sockets -> chat',
            {
              flows: { messages: { rps: 1000, connections: 1_000_000 } },
              config: { sockets: { replicas: 2, connectionsPerReplica: 50_000 } },
            },
          ),
        },
        {
          title: 'One server for 10 000 rps',
          target: 'api',
          // 1 server × 32 concurrent ÷ 10 ms = 3 200 rps.
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { reads: { rps: 10_000 } },
            config: { api: { replicas: 1, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'Few places, each held for the time of a slow call',
          target: 'api',
          // 2 × 32 places, each held for 510 ms: 125 rps, whatever its processors could do.
          design: sketch({ user: 'client', api: 'service', slow: 'external-api' }, 'user -> api -> slow', {
            flows: { reads: { rps: 200 } },
            config: {
              api: { replicas: 2, concurrency: 4, serviceMs: 5, delayMs: 0, maxInFlight: 32 },
              slow: { serviceMs: 500 },
            },
          }),
        },
        {
          title: 'A service that clients poll',
          target: 'api',
          design: sketch({ user: 'client', api: 'service' }, 'user -> api', {
            flows: { bids: { rps: 10_000, connections: 20_000 } },
            config: { api: { replicas: 1, concurrency: 32, serviceMs: 10 } },
          }),
        },
        {
          title: 'Every read reaches the database',
          target: 'db',
          // The leader: 4 concurrent ÷ 2 ms = 2 000 rps.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 3000 } },
            config: { db: { readMs: 2, concurrency: 4, shards: 1, replicasPerShard: 2, readFrom: 'leader' } },
          }),
        },
      ],
    };
  },
};

/** What is refused then is that of the rate limit, which is a finding of its own. */
const isOverRateLimit = ({ config }: ResolvedNode, { offeredRps }: NodeFigures): boolean =>
  config.rateLimitRps !== null && (offeredRps ?? 0) > config.rateLimitRps;

const later = { variant: 'later', severity: 'info', stage: 'review' } as const;

/** Where as much arrives as its capacity is, to the last digit. */
const fullIn = ({ offeredRps, capacityRps }: NodeFigures): Pick<Hit, 'variant'> =>
  offeredRps !== null && capacityRps !== null && Math.abs(offeredRps - capacityRps) <= 1e-6 * capacityRps
    ? { variant: 'full' }
    : {};

/** Where its places are full before its servers are, since requests hold them while calls are waited for. */
function heldPlaces(
  node: ResolvedNode,
  { limitedBy, capacityRps, heldUpBy }: NodeFigures,
): (Pick<Hit, 'values'> & { variant: string }) | null {
  const { maxInFlight } = node.config;
  if (limitedBy !== 'places' || maxInFlight === null || capacityRps === null) return null;
  const all = workingReplicas(node) * maxInFlight;
  const places = { count: all };
  if (heldUpBy !== null) return { variant: 'held-up', values: { places, callee: { part: heldUpBy } } };
  // At capacity all places are held: as many as complete a second × how long each is held.
  return { variant: 'held', values: { places, held: { ms: (1000 * all) / capacityRps } } };
}

/** Where its servers hold no more connections, however little comes over them. */
function openConnections(
  node: ResolvedNode,
  { connectionsUtilization, limitedBy }: NodeFigures,
): (Pick<Hit, 'values'> & { variant: string }) | null {
  const { connectionsPerReplica } = node.config;
  if (limitedBy !== 'connections' || connectionsPerReplica === null || connectionsUtilization === null)
    return null;
  const limit = workingReplicas(node) * connectionsPerReplica;
  const open = Math.round(connectionsUtilization * limit);
  return { variant: 'connections', values: { open: { count: open }, limit: { count: limit } } };
}

/** Where topics that keep nothing are all that it gets its messages from: what it does not come to is lost. */
function lostBefore(
  { design }: RuleContext,
  figures: NodeFigures,
): (Pick<Hit, 'values'> & { variant: string }) | null {
  const callers =
    partsOf(design)
      .byId.get(figures.id)
      ?.callers.filter(({ isLive }) => isLive) ?? [];
  const [first] = callers;
  const { offeredRps, capacityRps } = figures;
  if (first === undefined || offeredRps === null || capacityRps === null) return null;
  const isKept = callers.some(({ from: { node } }) => node.behaviour !== 'buffer' || holdsMessages(node));
  if (isKept) return null;
  const share = { share: 1 - capacityRps / offeredRps };
  return { variant: 'lost', values: { buffer: { part: first.edge.from }, share } };
}

/**
 * A node with a limit to its queue refuses rather than waits, and is as overloaded at its capacity. What is over a rate limit is
 * refused as well, and its servers have nothing to do with it.
 */
export function isSaturated(figures: NodeFigures): boolean {
  if (figures.saturated) return true;
  const { offeredRps, capacityRps, limitedBy } = figures;
  if (limitedBy === 'limit') return false;
  return offeredRps !== null && capacityRps !== null && offeredRps > 0 && offeredRps >= capacityRps;
}
