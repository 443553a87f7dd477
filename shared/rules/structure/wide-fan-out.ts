import type { ResolvedDesign, ResolvedEdge } from '../../catalog/resolved';
import { lowest } from '../../math/extremes';
import type { Change } from '../../model/changes';
import { type Call, type Part, partsOf } from '../facts/parts';
import { flowsAtPart } from '../facts/paths';
import { isOwnCode, isWaitedFor } from '../facts/roles';
import { hasNamedStep } from '../fixes/readers';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** More than three calls one after the other are worth a look at which of them need each other. */
const mostInTurn = 3;
/** With six at once, 1 − 0.99⁶ = 6 % of requests meet one that is slower than its p99. */
const mostAtOnce = 5;

/**
 * TOP-09. Look-ups in a cache, and calls made only on a miss, count as one call; calls side by side are LAT-09's, and many calls to one
 * store LAT-03's.
 */
export const wideFanOut: Rule = {
  id: 'wide-fan-out',
  code: 'TOP-09',
  title: 'Many calls one after the other',
  severity: 'warning',
  stage: 'review',
  message:
    '{node} waits for {count, plural, one {# component} other {# components}} one after the other for each request of {flow}; up to {limit} are few.',
  variants: {
    repeated:
      '{node} calls {callee} {count} times one after the other for each request of {flow}; up to {limit} are few.',
  },
  why: 'Calls in turn add up, in latency and in what can fail, and each multiplies the load below by one more.',
  fix: 'Make independent calls in one step, in parallel, or combine them into one call.',
  fixes: {
    parallel:
      'Make the {count} calls in one step, where none needs another’s answer: it takes as long as the slowest.',
  },
  source: {
    text: 'Dean and Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013',
    url: 'https://research.google/pubs/the-tail-at-scale/',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const part of partsOf(design).all) {
      const { node } = part;
      if (!isOwnCode(node)) continue;
      const repeated = repeatedAt(design, part);
      if (repeated !== null) hits.push(repeated);
      if (repeated !== null || !mayCallMany(part)) continue;
      let widest: readonly ResolvedEdge[] = [];
      let flow = '';
      for (const paths of flowsAtPart(design, part)) {
        const calls = callsInTurn(part, paths.position);
        if (calls.length <= widest.length) continue;
        widest = calls;
        flow = paths.flow.id;
      }
      if (widest.length <= mostInTurn) continue;
      const count = { count: widest.length };
      const quickFix = widest.length > mostAtOnce ? null : inOneStep(part, widest);
      hits.push({
        target: node.id,
        values: { node: { part: node.id }, flow: { part: flow }, count, limit: { count: mostInTurn } },
        ...(quickFix && { quickFix }),
      });
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Four in parallel',
          design: sketch(
            { user: 'client', page: 'service', a: 'service', b: 'service', c: 'service', d: 'service' },
            'user -> page -> a, page -> b, page -> c, page -> d',
            {
              edges: {
                'page -> a': { step: 1 },
                'page -> b': { step: 1 },
                'page -> c': { step: 1 },
                'page -> d': { step: 1 },
              },
            },
          ),
        },
        {
          title: 'A cache with its store, a service, and events for which nobody waits',
          design: sketch(
            {
              user: 'client',
              api: 'service',
              cache: 'cache',
              db: 'sql-database',
              prices: 'service',
              clicks: 'stream',
              counter: 'worker',
            },
            'user -> api -> cache, api -> db, api -> prices, api ~> clicks -> counter',
            { edges: { 'api -> db': { onMissOf: 'cache' } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'A message for each of a hundred watchers',
          target: 'api',
          design: sketch({ user: 'client', api: 'service', sockets: 'service' }, 'user -> api -> sockets', {
            flows: { offers: { kind: 'write', rps: 1 } },
            edges: { 'api -> sockets': { calls: 100 } },
          }),
        },
        {
          title: 'A page put together from four services in turn',
          target: 'page',
          design: sketch(
            { user: 'client', page: 'service', a: 'service', b: 'service', c: 'service', d: 'service' },
            'user -> page -> a, page -> b, page -> c, page -> d',
          ),
        },
      ],
    };
  },
};

/** Whether a node has edges enough, whichever flows they carry; most have few, and are left at once. */
const mayCallMany = ({ calls }: Part): boolean =>
  calls.length > mostInTurn &&
  calls.filter(({ edge }) => edge.calls >= 1 && edge.mode === 'sync').length > mostInTurn;

/** The call of another component that is made most often while somebody waits; null where none is made too often. */
function repeatedAt(design: ResolvedDesign, part: Part): Hit | null {
  let most: Call | null = null;
  for (const call of part.calls) {
    const { edge, to, waits } = call;
    if (!waits || edge.calls <= Math.max(mostInTurn, most?.edge.calls ?? 0)) continue;
    if (to.node.behaviour === 'station' || to.node.behaviour === 'distributor') most = call;
  }
  if (most === null) return null;
  const { carries, edge } = most;
  const waiting = flowsAtPart(design, part).find(
    (paths) =>
      carries[paths.position] === 1 && isWaitedFor(design, paths.flow) && paths.awaited.includes(part),
  );
  if (waiting === undefined) return null;
  const values = {
    node: { part: edge.from },
    callee: { part: edge.to },
    flow: { part: waiting.flow.id },
    count: { count: edge.calls },
    limit: { count: mostInTurn },
  };
  return { target: part.node.id, variant: 'repeated', values };
}

/** One edge for each component that is waited for in every request of a flow, if each of them has a step of its own. */
function callsInTurn({ calls }: Part, position: number): readonly ResolvedEdge[] {
  const bySteps = new Map<number, ResolvedEdge>();
  const callees = new Set<string>();
  for (const { carries, edge, to, waits } of calls) {
    if (carries[position] !== 1 || !waits || edge.calls < 1 || edge.onMissOf !== null) continue;
    if (to.node.behaviour === 'aside-cache') continue;
    // Of a set of shards or read replicas only one is called.
    const callee = edge.choice ? `any ${to.node.kind.id}` : edge.to;
    if (callees.has(callee) || bySteps.has(edge.step)) continue;
    callees.add(callee);
    bySteps.set(edge.step, edge);
  }
  return [...bySteps.values()];
}

/** The calls in one step; what else the node calls keeps its place in the order. */
function inOneStep(part: Part, calls: readonly ResolvedEdge[]): QuickFix | null {
  if (calls.some((edge) => edge.choice)) return null;
  const step = lowest(calls.map((edge) => edge.step));
  const changes = part.calls.flatMap(({ edge }): Change[] => {
    if (calls.includes(edge)) return edge.step === step && hasNamedStep(edge) ? [] : [patchStep(edge, step)];
    return hasNamedStep(edge) ? [] : [patchStep(edge, edge.step)];
  });
  return {
    id: 'parallel',
    title: 'Call {count} in parallel',
    values: { count: { count: calls.length } },
    changes,
  };
}

const patchStep = ({ id }: ResolvedEdge, step: number): Change => ({ op: 'patch-edge', id, patch: { step } });
