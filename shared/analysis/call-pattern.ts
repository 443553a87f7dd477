import { type Adjacency, componentsFrom } from '../math/components';
import type { AnalysisError } from './analysis';
import { type Graph, hitRateOf, isSameList } from './graph';
import { type Multipliers, multipliersOf } from './multipliers';

/** The calls that flows make at their visits, wherever they start: worked out once for all flows that make the same. */
export interface CallPattern {
  /** Position of the first flow that makes them. */
  readonly flow: number;
  /** Positions of the nodes at which these flows start. */
  readonly entries: readonly number[];
  readonly multipliers: Multipliers;
  /** Edges that carry something, by caller, in the order of their steps. */
  readonly active: Adjacency;
  /** Those of them for which the caller waits. */
  readonly waited: Adjacency;
  /** Loops and single nodes that these flows reach, callees first. */
  readonly components: readonly (readonly number[])[];
  /** Component of each reached node; −1 elsewhere. */
  readonly componentOf: Int32Array;
  /** 1 for components with an edge within them. */
  readonly loops: Uint8Array;
}

/** Patterns by the flow's position, and what forbids the others one. */
export interface CallPatterns {
  readonly of: readonly (CallPattern | null)[];
  readonly errors: readonly AnalysisError[];
}

/** The pattern of each flow; flows of one pattern share it. An error, which names its flow, leaves the flow without one. */
export function callPatternsOf(graph: Graph): CallPatterns {
  const classes = flowClassesOf(graph);
  const errors: AnalysisError[] = [];
  const known = new Map<number, CallPattern>();
  const of = graph.flows.map((_, flow) => {
    const first = classes[flow] as number;
    const found = known.get(first);
    if (found !== undefined) return found;
    const made = multipliersOf(graph, flow);
    for (const error of made.errors) errors.push(error);
    if (made.errors.length > 0) return null;
    const entries = graph.flows.flatMap((_, other) =>
      classes[other] === first ? entryOf(graph, other) : [],
    );
    const pattern = patternOf(graph, flow, made.multipliers, entries);
    known.set(first, pattern);
    return pattern;
  });
  return { of, errors };
}

/** Position of a flow's entry; −1 where the design does not have it. */
export const entryOf = (graph: Graph, flow: number): number =>
  graph.positionOf.get(graph.flows[flow]?.entry ?? '') ?? -1;

function patternOf(
  graph: Graph,
  flow: number,
  multipliers: Multipliers,
  starts: readonly number[],
): CallPattern {
  const { calls } = multipliers;
  const active = those(graph.outgoing, (edge) => (calls[edge] as number) > 0);
  const entries = [...new Set(starts.filter((entry) => entry >= 0))];
  const components = componentsFrom(entries, active, graph.to);
  const componentOf = new Int32Array(graph.nodes.length).fill(-1);
  components.forEach((members, component) => {
    for (const node of members) componentOf[node] = component;
  });
  return {
    flow,
    entries,
    multipliers,
    active,
    waited: those(active, (edge) => graph.sync[edge] === 1),
    components,
    componentOf,
    loops: Uint8Array.from(components, (members) => (isLoop(members, active, graph.to) ? 1 : 0)),
  };
}

/** The edges of an adjacency that are kept, in its order. */
function those({ start, edges }: Adjacency, isKept: (edge: number) => boolean): Adjacency {
  const kept = new Int32Array(edges.length);
  const starts = new Int32Array(start.length);
  let count = 0;
  for (let node = 0; node + 1 < start.length; node++) {
    for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
      const edge = edges[i] as number;
      if (!isKept(edge)) continue;
      kept[count] = edge;
      count += 1;
    }
    starts[node + 1] = count;
  }
  return { start: starts, edges: kept.subarray(0, count) };
}

/** Whether a component has an edge within it: more than one node, or a node that calls itself. */
function isLoop(members: readonly number[], { start, edges }: Adjacency, to: Int32Array): boolean {
  const node = members[0];
  if (members.length > 1 || node === undefined) return members.length > 1;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++)
    if (to[edges[i] as number] === node) return true;
  return false;
}

/**
 * For each flow the position of the first that makes the same calls at every visit of every node: over the same edges, with the
 * same hit rates, as far from their clients, from the same region where a distributor prefers one.
 */
function flowClassesOf(graph: Graph): readonly number[] {
  const caches = graph.nodes.filter(
    ({ behaviour }) => behaviour === 'inline-cache' || behaviour === 'aside-cache',
  );
  const prefers = graph.nodes.some(
    ({ behaviour, config }) => behaviour === 'distributor' && config.algorithm === 'geo',
  );
  const fallbacks = graph.edges.filter(({ fallbackOf }) => fallbackOf !== null);
  const regionOf = (flow: number) => graph.nodes[entryOf(graph, flow)]?.region ?? null;
  const isAlike = (a: number, b: number): boolean => {
    const flowA = graph.flows[a];
    const flowB = graph.flows[b];
    if (flowA === undefined || flowB === undefined || flowA.kind !== flowB.kind) return false;
    if (flowA.clientRttMs !== flowB.clientRttMs) return false;
    // Among crossed visits those of a flow that writes read.
    const asks = graph.crossed === null ? flowA.kind : 'read';
    if (prefers && regionOf(a) !== regionOf(b)) return false;
    if (!isSameList(graph.carried[a] ?? [], graph.carried[b] ?? [])) return false;
    if (!fallbacks.every(({ flows }) => flows.includes(flowA.id) === flows.includes(flowB.id))) return false;
    return caches.every((cache) => hitRateOf(cache, flowA, asks) === hitRateOf(cache, flowB, asks));
  };
  const firsts: number[] = [];
  return graph.flows.map((_, flow) => {
    const first = firsts.find((other) => isAlike(other, flow));
    if (first === undefined) firsts.push(flow);
    return first ?? flow;
  });
}
