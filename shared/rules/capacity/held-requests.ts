import { workingReplicas } from '../../analysis/station';
import type { ResolvedNode } from '../../catalog/resolved';
import { heldAt } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import { partsOf } from '../facts/parts';
import { isOwnCode } from '../facts/roles';
import { tolerance } from '../facts/tolerance';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/**
 * CAP-06. Of code of one's own with a limit of requests in progress: threads, processes, memory. What passes requests on holds a
 * connection, which is cheap.
 */
export const heldRequests: Rule = {
  id: 'held-requests',
  code: 'CAP-06',
  title: 'Held requests',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} holds {held, plural, one {# concurrent request while it waits} other {# concurrent requests while they wait}} for its calls; its servers have {room, plural, one {# place} other {# places}}.',
  why: 'A request holds its place from when a server takes it to its answer, whoever is working on it. By Little’s law the places run out long before the processors are busy.',
  fix: 'Shorten the calls of {node} or make them while nobody waits, or give it more servers.',
  fixes: {
    'add-replicas':
      'Run {count, plural, one {# replica} other {# replicas}}, which have places for all of them, with one lost too.',
  },
  supersedes: ['little-headroom'],
  source: { text: 'Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961' },
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    // What is called and over its planned limit holds them, and that is the finding.
    const isBusy = (node: ResolvedNode): boolean =>
      (figures.get(node.id)?.utilization ?? 0) > node.config.maxUtilization;
    for (const { node, calls } of partsOf(context.design).all) {
      const places = node.config.maxInFlight;
      if (!isOwnCode(node) || places === null || !calls.some(({ waits }) => waits)) continue;
      const at = figures.get(node.id);
      // Full places are the finding that it is saturated.
      if (at === undefined || at.saturated || at.limitedBy !== 'places' || !isBusy(node)) continue;
      const held = heldAt(at) ?? 0;
      const room = workingReplicas(node) * places;
      // Else it is the partitions of what it reads that are few.
      if (held <= room * node.config.maxUtilization) continue;
      if (calls.some(({ to }) => isBusy(to.node))) continue;
      const quickFix = at.refused > 0 ? null : addPlaces(node, held, places);
      const values = { node: { part: node.id }, held: { count: Math.ceil(held) }, room: { count: room } };
      hits.push({ target: node.id, values, ...(quickFix && { quickFix }) });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Short calls',
          // 1 000 × (10 + 0.5 + 2) ms = 12.5 of 2 × 32.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: {
              api: { replicas: 2, concurrency: 32, serviceMs: 10, delayMs: 0, maxInFlight: 32 },
              db: { readMs: 2 },
            },
          }),
        },
        {
          title: 'A slow call that nobody waits for',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', slow: 'worker' },
            'user -> api ~> jobs -> slow',
            {
              flows: { reads: { rps: 100 } },
              config: { api: { replicas: 2, maxInFlight: 4 }, slow: { replicas: 20, serviceMs: 400 } },
            },
          ),
        },
        {
          title: 'A runtime that waits without a thread',
          // 110 requests wait, and are records in memory.
          design: sketch({ user: 'client', api: 'service', search: 'service' }, 'user -> api -> search', {
            nodes: { api: { technology: 'Go' } },
            config: {
              search: { replicas: 6, concurrency: 32, serviceMs: 100, delayMs: 0 },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'A far call holds every thread',
          target: 'api',
          // 1 000 × (10 + 40 + 2) ms = 52 of 2 × 32, though its servers are busy for 10 ÷ 64 only.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: {
              api: { replicas: 2, concurrency: 32, serviceMs: 10, delayMs: 0, maxInFlight: 32 },
              db: { readMs: 2 },
            },
            edges: { 'api -> db': { rttMs: 40 } },
          }),
        },
        {
          title: 'A slow service behind it',
          target: 'api',
          // 1 000 × (10 + 0.5 + 45) ms = 55.5 of 64.
          design: sketch({ user: 'client', api: 'service', search: 'service' }, 'user -> api -> search', {
            config: {
              api: { replicas: 2, concurrency: 32, serviceMs: 10, delayMs: 0, maxInFlight: 32 },
              search: { replicas: 6, concurrency: 32, serviceMs: 45, delayMs: 0 },
            },
          }),
        },
      ],
    };
  },
};

/** Servers enough for what is held within the planned limit, with one lost. */
function addPlaces(node: ResolvedNode, held: number, places: number): QuickFix | null {
  if (!offers(node, 'replicas')) return null;
  const { maxUtilization, standby } = node.config;
  const count = Math.ceil(held / (places * maxUtilization) - tolerance) + 1 + standby;
  return {
    id: 'add-replicas',
    title: 'Run {count, plural, one {# replica} other {# replicas}}',
    values: { count: { count } },
    changes: [{ op: 'patch-config', id: node.id, patch: { replicas: count } }],
  };
}
