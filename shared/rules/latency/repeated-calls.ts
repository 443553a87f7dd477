import type { ResolvedEdge } from '../../catalog/resolved';
import { isModelled } from '../facts/graph';
import { type Call, type Part, partsOf } from '../facts/parts';
import { flowsAtPart } from '../facts/paths';
import { isWaitedFor } from '../facts/roles';
import type { Hit, QuickFix, Rule, RuleContext } from '../rule';
import { sketch } from '../sketch';

/** So many calls one after the other are still usual for a page that reads a few different things. */
const mostCalls = 3;

/** LAT-03. Of stores and caches, which can answer many keys in one call. */
export const repeatedCalls: Rule = {
  id: 'repeated-calls',
  code: 'LAT-03',
  title: 'Repeated calls',
  severity: 'warning',
  stage: 'review',
  message: '{from} calls {to} {calls} times in sequence while a user waits; more than {limit} is unusual.',
  why: 'Each call waits for the one before it, with a round trip of its own. A list of things and then each of them (N + 1 queries) grows with the list.',
  fix: 'Fetch all of it from {to} in one call: a join, a list of keys, a batch.',
  fixes: {
    'ask-once':
      'Make one call for all keys, which saves {spared, plural, one {# round trip} other {# round trips}} a request.',
  },
  source: {
    text: 'Fowler, Patterns of Enterprise Application Architecture: ripple loading, in Lazy Load (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const part of partsOf(design).all) {
      if (!isModelled(part.node) || part.node.behaviour === 'source') continue;
      for (const calls of oftenAsked(part)) {
        const awaited = calls.filter((call) => isAwaited(design, call));
        const worst = mostForOneFlow(awaited.map(({ edge }) => edge));
        const [first] = worst;
        const count = callsOf(worst);
        if (first === undefined || count <= mostCalls) continue;
        const quickFix = askOnce(worst);
        const values = {
          from: { part: first.from },
          to: { part: first.to },
          calls: { count },
          limit: { count: mostCalls },
        };
        hits.push({ target: first.id, values, ...(quickFix && { quickFix }) });
      }
    }
    return hits;
  },
  get examples() {
    return {
      valid: [
        {
          title: 'Three different things',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            edges: { 'api -> db': { calls: 3 } },
          }),
        },
        {
          title: 'A nightly run that nobody waits for',
          design: sketch(
            { night: 'scheduler', report: 'service', db: 'sql-database' },
            'night -> report -> db',
            {
              flows: { reports: { entry: 'night', rps: 1 } },
              edges: { 'report -> db': { calls: 10 } },
            },
          ),
        },
        {
          title: 'A worker that nobody waits for',
          design: sketch(
            { user: 'client', api: 'service', jobs: 'queue', runner: 'worker', db: 'sql-database' },
            'user -> api ~> jobs -> runner -> db',
            { flows: { reads: { rps: 100 } }, edges: { 'runner -> db': { calls: 10 } } },
          ),
        },
      ],
      invalid: [
        {
          title: 'A list, and then each of its ten entries',
          target: 'api-db',
          design: sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
            flows: { reads: { rps: 100 } },
            edges: { 'api -> db': { calls: 11 } },
          }),
        },
        {
          title: 'Key by key from a cache',
          target: 'api-cache',
          design: sketch({ user: 'client', api: 'service', cache: 'cache' }, 'user -> api -> cache', {
            flows: { reads: { rps: 100 } },
            edges: { 'api -> cache': { calls: 20 } },
          }),
        },
      ],
    };
  },
};

/** The calls of a node to each store or cache that it calls too often, whoever waits for it. */
function oftenAsked({ calls }: Part): readonly (readonly Call[])[] {
  let all = 0;
  for (const call of calls) if (asksData(call)) all += call.edge.calls;
  if (all <= mostCalls) return [];
  const dataCalls = calls.filter(asksData);
  const counts = new Map<Part, number>();
  for (const { edge, to } of dataCalls) counts.set(to, (counts.get(to) ?? 0) + edge.calls);
  const often: (readonly Call[])[] = [];
  for (const [callee, count] of counts) {
    if (count > mostCalls) often.push(dataCalls.filter(({ to }) => to === callee));
  }
  return often;
}

const asksData = ({ edge, to: { node }, waits }: Call): boolean =>
  (node.behaviour === 'store' || node.behaviour === 'aside-cache') && waits && !edge.choice;

/** Whether somebody waits at the caller, for a flow that the edge carries. */
const isAwaited = (design: RuleContext['design'], { carries, from }: Call): boolean =>
  flowsAtPart(design, from).some(
    (paths) =>
      carries[paths.position] === 1 && isWaitedFor(design, paths.flow) && paths.awaited.includes(from),
  );

const callsOf = (edges: readonly ResolvedEdge[]): number => edges.reduce((sum, { calls }) => sum + calls, 0);

/** Of the calls to one callee those that one flow makes one after the other, for the flow that makes most. */
function mostForOneFlow(edges: readonly ResolvedEdge[]): readonly ResolvedEdge[] {
  const [only] = edges;
  if (only === undefined || edges.length === 1) return edges;
  let most: readonly ResolvedEdge[] = [];
  for (const flow of new Set(edges.flatMap((edge) => edge.flows))) {
    const steps = new Set<number>();
    // Edges of one step run in parallel; those that wait for a miss are seldom made at all.
    const inTurn = edges.filter((edge) => {
      const isNew = edge.flows.includes(flow) && edge.onMissOf === null && !steps.has(edge.step);
      if (isNew) steps.add(edge.step);
      return isNew;
    });
    if (callsOf(inTurn) > callsOf(most)) most = inTurn;
  }
  return most;
}

/** One call in place of many, where one edge makes them all. */
function askOnce(edges: readonly ResolvedEdge[]): QuickFix | null {
  const [edge] = edges;
  if (edge === undefined || edges.length > 1) return null;
  return {
    id: 'ask-once',
    title: 'Make one call for all keys',
    values: { spared: { count: edge.calls - 1 } },
    changes: [{ op: 'patch-edge', id: edge.id, patch: { calls: 1 } }],
  };
}
