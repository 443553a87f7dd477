import type { AnalysisError } from './analysis';
import { type Graph, hitRateOf } from './graph';

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
    const caller = nodes[from[edge] as number];
    const passedBy = caller?.behaviour === 'inline-cache' ? 1 - hitRateOf(caller, subject) : 1;
    const missed = (missOf[edge] as number) >= 0 ? 1 - hitRateOf(nodes[missOf[edge] as number], subject) : 1;
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

/**
 * Misses that cannot be known when the call is made: a read flow over an `onMissOf` edge must go to that cache, from the
 * same caller, in an earlier step.
 */
export function missErrors(graph: Graph): readonly AnalysisError[] {
  if (!graph.missOf.some((cache) => cache >= 0)) return [];
  const reads = new Set(graph.flows.flatMap(({ id, kind }) => (kind === 'read' ? [id] : [])));
  const askedBy = asksOf(graph);
  const errors: AnalysisError[] = [];
  graph.edges.forEach((edge, position) => {
    const cache = graph.missOf[position] as number;
    if (cache < 0) return;
    const asks = askedBy.get(graph.from[position] as number)?.get(cache) ?? noAsks;
    const carried = edge.flows.filter((flow) => reads.has(flow));
    const unknown = carried.find((flow) => !asks.firstStep.has(flow));
    const late = carried.find((flow) => (asks.firstStep.get(flow) ?? Number.NEGATIVE_INFINITY) >= edge.step);
    if (unknown === undefined && late === undefined) return;
    const values = { edge: edge.id, cache: edge.onMissOf ?? '' };
    const targets = [edge.id, ...asks.edges.slice(0, mostNamed)];
    if (unknown !== undefined)
      errors.push({ key: 'miss-flow', values: { ...values, flow: unknown }, targets });
    if (late !== undefined) errors.push({ key: 'miss-order', values: { ...values, flow: late }, targets });
  });
  return errors;
}

/** An error names so many of the calls of a cache at the most. */
const mostNamed = 100;

/** The calls of one cache by one caller: ids of their edges, and for each flow the first of their steps. */
interface Asks {
  readonly edges: string[];
  readonly firstStep: Map<string, number>;
}

const noAsks: Asks = { edges: [], firstStep: new Map() };

/** The calls of caches of which misses are carried, by caller and cache. */
function asksOf(graph: Graph): ReadonlyMap<number, ReadonlyMap<number, Asks>> {
  const isMissed = new Uint8Array(graph.nodes.length);
  for (const cache of graph.missOf) if (cache >= 0) isMissed[cache] = 1;
  const asks = new Map<number, Map<number, Asks>>();
  for (const position of graph.outgoing.edges) {
    const cache = graph.to[position] as number;
    const edge = graph.edges[position];
    if (isMissed[cache] === 0 || edge === undefined) continue;
    const caller = graph.from[position] as number;
    const ofCaller = asks.get(caller) ?? new Map<number, Asks>();
    asks.set(caller, ofCaller);
    const known = ofCaller.get(cache) ?? { edges: [], firstStep: new Map<string, number>() };
    ofCaller.set(cache, known);
    known.edges.push(edge.id);
    for (const flow of edge.flows)
      known.firstStep.set(flow, Math.min(known.firstStep.get(flow) ?? Number.POSITIVE_INFINITY, edge.step));
  }
  return asks;
}
