import { hitRateOf } from '../../analysis/graph';
import type { ResolvedEdge, ResolvedFlow } from '../../catalog/resolved';
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

/** Whether a hit of a cache can spare the flow this call. */
export function isSparedByCache(graph: DesignGraph, edge: ResolvedEdge, flow: ResolvedFlow): boolean {
  if (edge.onMissOf !== null && hitRateOf(graph.nodes.get(edge.onMissOf), flow) > 0) return true;
  const from = graph.nodes.get(edge.from);
  return from?.behaviour === 'inline-cache' && hitRateOf(from, flow) > 0;
}

/** Whether every visit of the caller makes this call for the flow at least once and waits for it. */
export const isAlwaysMade = (graph: DesignGraph, edge: ResolvedEdge, flow: ResolvedFlow): boolean =>
  edge.calls >= 1 &&
  waitsFor(graph, edge) &&
  pickedShare(graph, edge, flow) === 1 &&
  !isSparedByCache(graph, edge, flow);

/** The nodes that every request of the flow visits and waits for, its entry included, over the calls that `follows` lets through. */
export function alwaysVisited(
  graph: DesignGraph,
  flow: ResolvedFlow,
  follows: (edge: ResolvedEdge) => boolean = () => true,
): ReadonlySet<string> {
  const visited = new Set([flow.entry]);
  // A set yields what is added to it during the walk, so it is its own queue.
  for (const id of visited)
    for (const edge of outgoingOf(graph, id))
      if (follows(edge) && isAlwaysMade(graph, edge, flow)) visited.add(edge.to);
  return visited;
}
