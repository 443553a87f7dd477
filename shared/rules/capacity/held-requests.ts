import type { ResolvedNode } from '../../catalog/resolved';
import { heldAt } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import { partsOf } from '../facts/parts';
import { isOwnCode } from '../facts/roles';
import { offers } from '../fixes/offers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** Keeps a figure that is the limit from passing it by a rounding error. */
const tolerance = 1e-9;

/** Runtimes in which a request that waits is a record in memory and no thread. */
const waitsWithoutThread: ReadonlySet<string> = new Set(['Go', 'Node.js', 'Rust', 'Elixir']);
/** Kinds whose servers have many items under way at once by their design. */
const pipelines: ReadonlySet<string> = new Set(['stream-processor', 'media-server', 'matching-engine']);

/**
 * CAP-06. Of code of one's own alone, where a request that waits keeps a thread: what passes requests on holds a connection, which is
 * cheap, and so does code that waits without a thread.
 */
export const heldRequests: Rule = {
  id: 'held-requests',
  code: 'CAP-06',
  title: 'Held requests',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} holds {held} concurrent requests while they wait for its calls; its servers work on {room}.',
  why: 'A request holds its place from when a server takes it to its answer, whoever is working on it. By Little’s law the places run out long before the processors are busy.',
  fix: 'Shorten the calls of {node} or make them while nobody waits, or give it more servers.',
  fixes: { 'add-replicas': '{count} replicas have places for all of them, with one replica lost too.' },
  source: { text: 'Little, A Proof for the Queuing Formula L = λW, Operations Research 9(3), 1961' },
  check: (context: RuleContext): readonly Hit[] => {
    const figures = figuresOf(context.analysis);
    const hits: Hit[] = [];
    // Over its planned limit a queue is what holds them, its own or that of what it calls, and that is the finding.
    const isBusy = (node: ResolvedNode): boolean =>
      (figures.get(node.id)?.utilization ?? 0) > node.config.maxUtilization;
    for (const { node, calls } of partsOf(context.design).all) {
      if (!isOwnCode(node) || waitsCheaply(node) || !calls.some(({ waits }) => waits)) continue;
      const at = figures.get(node.id);
      if (at === undefined || isBusy(node)) continue;
      const held = heldAt(at) ?? 0;
      const room = node.config.replicas * node.config.concurrency;
      if (held <= room * (1 + tolerance)) continue;
      if (calls.some(({ to }) => isBusy(to.node))) continue;
      const quickFix = at.refused > 0 ? null : addPlaces(node, held);
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
          // 1 000 × (10 + 0.5 + 2) ms = 12.5 of 64.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 }, db: { readMs: 2 } },
          }),
        },
        {
          title: 'A slow call that nobody waits for',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', slow: 'worker' },
            'user -> api ~> jobs -> slow',
            {
              flows: { reads: { rps: 100 } },
              config: { api: { replicas: 2, concurrency: 4 }, slow: { replicas: 20, serviceMs: 400 } },
            },
          ),
        },
        {
          title: 'A runtime that waits without a thread',
          // 110 requests wait, and are records in memory.
          design: sketch({ user: 'client', api: 'service', search: 'service' }, 'user -> api -> search', {
            nodes: { api: { technology: 'Go' } },
            config: {
              api: { replicas: 2, concurrency: 32, serviceMs: 10 },
              search: { replicas: 6, concurrency: 32, serviceMs: 100 },
            },
          }),
        },
      ],
      invalid: [
        {
          title: 'A far call holds every thread',
          target: 'api',
          // 1 000 × (10 + 70 + 2) ms = 82 of 2 × 32, though its servers are busy for 10 ÷ 64 only.
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            config: { api: { replicas: 2, concurrency: 32, serviceMs: 10 }, db: { readMs: 2 } },
            edges: { 'api -> db': { rttMs: 70 } },
          }),
        },
        {
          title: 'A slow service behind it',
          target: 'api',
          // 1 000 × (10 + 0.5 + 100) ms = 110.5 of 64.
          design: sketch({ user: 'client', api: 'service', search: 'service' }, 'user -> api -> search', {
            config: {
              api: { replicas: 2, concurrency: 32, serviceMs: 10 },
              search: { replicas: 6, concurrency: 32, serviceMs: 100 },
            },
          }),
        },
      ],
    };
  },
};

const waitsCheaply = ({ kind, technology }: ResolvedNode): boolean =>
  pipelines.has(kind.id) || waitsWithoutThread.has(technology ?? '');

/** Servers enough for what is held, with one lost. More servers shorten the wait, so that no more is held than now. */
function addPlaces(node: ResolvedNode, held: number): QuickFix | null {
  if (!offers(node, 'replicas')) return null;
  const count = Math.ceil(held / node.config.concurrency - tolerance) + 1;
  return {
    id: 'add-replicas',
    title: '{count} replicas',
    values: { count: { count } },
    changes: [{ op: 'patch-config', id: node.id, patch: { replicas: count } }],
  };
}
