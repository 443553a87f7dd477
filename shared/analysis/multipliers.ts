import type { AnalysisError } from './analysis';
import type { Graph } from './graph';
import { inlineHitRate, missedHitRate } from './visit-positions';

/** Mean calls over each edge per visit of its caller, for one flow; 0 where the edge carries nothing. */
export interface Multipliers {
  readonly calls: Float64Array;
  /** The probability that an edge of a choice set is picked; 1 elsewhere. */
  readonly share: Float64Array;
}

/** The choice edges that a geo distributor does not consider: those that leave the region of the flow's entry. */
function outOfRegion(graph: Graph, flow: number): (edge: number) => boolean {
  const region = graph.nodes[graph.positionOf.get(graph.flows[flow]?.entry ?? '') ?? -1]?.region ?? null;
  const local = new Set<number>();
  if (region === null) return () => false;
  const regionOf = (edge: number) => graph.nodes[graph.to[edge] as number]?.region;
  const considered = (graph.carried[flow] ?? []).filter((edge) => {
    const caller = graph.nodes[graph.from[edge] as number];
    return (
      (graph.choiceSet[edge] as number) >= 0 &&
      caller?.behaviour === 'distributor' &&
      caller.config.algorithm === 'geo'
    );
  });
  for (const edge of considered) if (regionOf(edge) === region) local.add(graph.choiceSet[edge] as number);
  const left = new Set(
    considered.filter((edge) => local.has(graph.choiceSet[edge] as number) && regionOf(edge) !== region),
  );
  return (edge) => left.has(edge);
}

/**
 * m = calls × misses of the cache in onMissOf (reads) × misses of an inline cache (reads) × weight ÷ sum of the weights of
 * the choice set. A set whose weights sum to 0 is an error.
 */
export function multipliersOf(
  graph: Graph,
  flow: number,
): { readonly multipliers: Multipliers; readonly errors: readonly AnalysisError[] } {
  const { edges, nodes, from, choiceSet, missOf } = graph;
  const calls = new Float64Array(edges.length);
  const share = new Float64Array(edges.length).fill(1);
  const subject = graph.flows[flow];
  const carried = graph.carried[flow] ?? [];
  if (subject === undefined) return { multipliers: { calls, share }, errors: [] };
  const excluded = outOfRegion(graph, flow);
  const weights = new Float64Array(graph.choiceSetCount);
  for (const edge of carried) {
    const set = choiceSet[edge] as number;
    if (set >= 0 && !excluded(edge)) weights[set] = (weights[set] as number) + (edges[edge]?.weight ?? 0);
  }
  const empty = new Map<number, number[]>();
  for (const edge of carried) {
    const set = choiceSet[edge] as number;
    const of = edges[edge];
    if (of === undefined) continue;
    const { calls: mean, weight } = of;
    if (set >= 0) {
      const total = weights[set] as number;
      if (total > 0) share[edge] = excluded(edge) ? 0 : weight / total;
      else {
        share[edge] = 0;
        const others = empty.get(set);
        if (others === undefined) empty.set(set, [edge]);
        else others.push(edge);
      }
    }
    const caller = from[edge] as number;
    const passedBy = nodes[caller]?.behaviour === 'inline-cache' ? 1 - inlineHitRate(graph, flow, caller) : 1;
    const missed = (missOf[edge] as number) >= 0 ? 1 - missedHitRate(graph, flow, edge) : 1;
    calls[edge] = mean * missed * passedBy * (share[edge] as number);
  }
  return {
    multipliers: { calls, share },
    errors: [...empty.values()].map((set) => weightless(graph, flow, set)),
  };
}

function weightless(graph: Graph, flow: number, set: readonly number[]): AnalysisError {
  const caller = graph.nodes[graph.from[set[0] ?? -1] ?? -1];
  const ids = set.flatMap((edge) => graph.edges[edge]?.id ?? []);
  return {
    key: 'weights',
    values: { node: caller?.id ?? '', flow: graph.flows[flow]?.id ?? '' },
    targets: [...(caller === undefined ? [] : [caller.id]), ...ids],
  };
}
