import { hitRateOf } from '../../analysis/graph';
import type { ResolvedEdge, ResolvedFlow } from '../../catalog/resolved';
import type { FlowKind } from '../../model/vocabulary';
import { type DesignGraph, isLive, outgoingOf, waitsFor } from './graph';

/** Share of the visits of its caller in which the flow picks this edge: 1 where it is no choice, 0 where it is not carried. */
export function pickedShare(graph: DesignGraph, edge: ResolvedEdge, flow: ResolvedFlow): number {
  if (!isLive(edge) || !edge.flows.includes(flow.id)) return 0;
  if (!edge.choice) return 1;
  const weight = weightsOf(graph, edge.from, flow).get(choiceSetOf(graph, edge)) ?? edge.weight;
  return edge.weight / weight;
}

/** The choice edges of a distributor are one set; those of another node are one set for each kind of callee. */
export function choiceSetOf(graph: DesignGraph, edge: ResolvedEdge): string {
  const distributes = graph.nodes.get(edge.from)?.behaviour === 'distributor';
  return distributes ? '' : (graph.nodes.get(edge.to)?.kind.id ?? '');
}

type Weights = ReadonlyMap<string, number>;
const weights = new WeakMap<DesignGraph, Map<string, Weights>>();

/** The weights of the choice edges of a node that carry the flow, by set; added up once, for a balancer may have thousands. */
function weightsOf(graph: DesignGraph, from: string, flow: ResolvedFlow): Weights {
  const ofGraph = weights.get(graph) ?? new Map<string, Weights>();
  weights.set(graph, ofGraph);
  const key = `${from} ${flow.id}`;
  const known = ofGraph.get(key);
  if (known !== undefined) return known;
  const bySet = new Map<string, number>();
  for (const edge of outgoingOf(graph, from)) {
    if (!edge.choice || !isLive(edge) || !edge.flows.includes(flow.id)) continue;
    const set = choiceSetOf(graph, edge);
    bySet.set(set, (bySet.get(set) ?? 0) + edge.weight);
  }
  ofGraph.set(key, bySet);
  return bySet;
}

/** What a call does that a visit of this operation makes. */
export const operationOfCall = ({ operation }: ResolvedEdge, visit: FlowKind): FlowKind => operation ?? visit;

/** Whether a hit of a cache can spare the flow this call, which a visit of the operation makes. */
export function isSparedByCache(
  graph: DesignGraph,
  edge: ResolvedEdge,
  flow: ResolvedFlow,
  operation: FlowKind = flow.kind,
): boolean {
  if (edge.onMissOf !== null && lookUpHits(graph, edge, flow, operation) > 0) return true;
  const from = graph.nodes.get(edge.from);
  return from?.behaviour === 'inline-cache' && hitRateOf(from, flow, operation) > 0;
}

/** The share of the visits in which the cache that a call waits for the misses of has an answer: its look-up decides, by what it does. */
export function lookUpHits(
  graph: DesignGraph,
  { from, onMissOf: cache }: ResolvedEdge,
  flow: ResolvedFlow,
  operation: FlowKind,
): number {
  const lookUp = outgoingOf(graph, from).find(
    ({ to, onMissOf, fallbackOf, flows }) =>
      to === cache && onMissOf !== cache && fallbackOf === null && flows.includes(flow.id),
  );
  if (cache === null || lookUp === undefined) return 0;
  return hitRateOf(graph.nodes.get(cache), flow, operationOfCall(lookUp, operation));
}

/** Whether every visit of the operation makes this call for the flow at least once and waits for it. */
const isAlwaysMade = (
  graph: DesignGraph,
  edge: ResolvedEdge,
  flow: ResolvedFlow,
  operation: FlowKind,
): boolean =>
  edge.calls >= 1 &&
  waitsFor(graph, edge) &&
  pickedShare(graph, edge, flow) === 1 &&
  !isSparedByCache(graph, edge, flow, operation);

/** The nodes that every request of the flow visits and waits for, its entry included, over the calls that `follows` lets through. */
export function alwaysVisited(
  graph: DesignGraph,
  flow: ResolvedFlow,
  follows: (edge: ResolvedEdge) => boolean = () => true,
): ReadonlySet<string> {
  const visited = { read: new Set<string>(), write: new Set<string>() };
  const open = [{ id: flow.entry, operation: flow.kind }];
  visited[flow.kind].add(flow.entry);
  // It grows during the walk, so it is its own queue.
  for (const { id, operation } of open)
    for (const edge of outgoingOf(graph, id)) {
      const called = operationOfCall(edge, operation);
      if (visited[called].has(edge.to) || !follows(edge)) continue;
      if (!isAlwaysMade(graph, edge, flow, operation)) continue;
      visited[called].add(edge.to);
      open.push({ id: edge.to, operation: called });
    }
  return new Set([...visited.read, ...visited.write]);
}
