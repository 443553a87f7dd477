import type { ResolvedEdge, ResolvedNode } from '../catalog/resolved';
import { type DesignGraph, graphOf, isModelled, outgoingOf, waitsFor } from './facts/graph';
import { flowsAt } from './facts/paths';
import type { Hit, QuickFix, Rule, RuleContext } from './rule';
import { sketch } from './sketch';

/** So many calls one after the other are still a page that asks for a few different things. */
const mostCalls = 3;

/** LAT-03. Of stores and caches, which can be asked for many things at once. */
export const repeatedCalls: Rule = {
  id: 'repeated-calls',
  code: 'LAT-03',
  title: 'Repeated calls',
  severity: 'warning',
  stage: 'review',
  message:
    '{from} asks {to} {calls} times one after the other while somebody waits; {limit} times are the most that is usual.',
  why: 'Each call waits for the one before it, with a round trip of its own. A list of things and then each of them (N + 1 queries) grows with the list.',
  fix: 'Ask {to} once for all of it: a join, a list of keys, a batch.',
  fixes: { 'ask-once': 'One call for all keys saves {spared} round trips a request.' },
  source: {
    text: 'Fowler, Patterns of Enterprise Application Architecture: ripple loading, in Lazy Load (assumption: cited from general knowledge)',
  },
  check: ({ design }: RuleContext): readonly Hit[] => {
    const graph = graphOf(design);
    const hits: Hit[] = [];
    for (const node of design.nodes) {
      if (!isModelled(node) || node.behaviour === 'source') continue;
      for (const edges of oftenAsked(graph, node)) {
        const worst = mostForOneFlow(edges.filter((edge) => isAwaited(design, edge)));
        const [first] = worst;
        const calls = callsOf(worst);
        if (first === undefined || calls <= mostCalls) continue;
        const quickFix = askOnce(worst);
        const values = {
          from: { part: first.from },
          to: { part: first.to },
          calls: { count: calls },
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

/** The calls of a node to each store or cache that it asks too often, whoever waits for it. */
function oftenAsked(graph: DesignGraph, node: ResolvedNode): readonly (readonly ResolvedEdge[])[] {
  const outgoing = outgoingOf(graph, node.id);
  const calls = new Map<string, number>();
  for (const edge of outgoing) {
    const behaviour = graph.nodes.get(edge.to)?.behaviour;
    if (behaviour !== 'store' && behaviour !== 'aside-cache') continue;
    if (!edge.choice && waitsFor(graph, edge)) calls.set(edge.to, (calls.get(edge.to) ?? 0) + edge.calls);
  }
  const often: (readonly ResolvedEdge[])[] = [];
  for (const [callee, count] of calls) {
    if (count <= mostCalls) continue;
    often.push(outgoing.filter((edge) => edge.to === callee && !edge.choice && waitsFor(graph, edge)));
  }
  return often;
}

/** Whether somebody waits at the caller, for a flow that the edge carries. */
const isAwaited = (design: RuleContext['design'], edge: ResolvedEdge): boolean =>
  flowsAt(design, edge.from).some(
    ({ flow, awaited }) => edge.flows.includes(flow.id) && awaited.has(edge.from),
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
    title: 'One call for all keys',
    values: { spared: { count: edge.calls - 1 } },
    changes: [{ op: 'patch-edge', id: edge.id, patch: { calls: 1 } }],
  };
}
