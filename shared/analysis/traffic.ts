import type { Adjacency } from '../math/components';
import { lowest } from '../math/extremes';
import { gainOf, solveFeedback, type Transfer } from '../math/feedback';
import type { AnalysisError } from './analysis';
import { type CallPattern, entryOf } from './call-pattern';
import type { Graph } from './graph';

/** How one request of a flow visits the design, without losses and retries. */
export interface FlowTraffic {
  readonly flow: number;
  /** Position of the entry; −1 where the design does not have it. */
  readonly entry: number;
  readonly pattern: CallPattern;
  /** Positions of the nodes it reaches, and of the edges it takes, in the document's order. */
  readonly nodes: Int32Array;
  readonly edges: Int32Array;
  readonly visits: Float64Array;
  /** Visits over synchronous edges only: those for which the request waits. */
  readonly syncVisits: Float64Array;
}

export type TrafficResult =
  | { readonly ok: true; readonly traffic: FlowTraffic }
  | { readonly ok: false; readonly error: AnalysisError };

/**
 * Visits of one node beyond which they are not counted: no request makes so many, and what is worked out from them stays a
 * number. The flow says that it is too large to be worked out in full.
 */
export const mostVisits = 1e30;

/** Visits of each node by one request: V(entry) = 1 plus what loops return, V(to) gains V(from) × m over each edge. */
export function trafficOf(graph: Graph, flow: number, pattern: CallPattern): TrafficResult {
  const entry = entryOf(graph, flow);
  const all = forward(graph, pattern, entry, pattern.active);
  if (!all.ok) return { ok: false, error: gainError(graph, flow, pattern, all.loop) };
  const waited = forward(graph, pattern, entry, pattern.waited);
  if (!waited.ok) return { ok: false, error: gainError(graph, flow, pattern, waited.loop) };
  const { nodes, edges } = reachedBy(graph, pattern, all.reached);
  return {
    ok: true,
    traffic: { flow, entry, pattern, nodes, edges, visits: all.visits, syncVisits: waited.visits },
  };
}

type Visits =
  | { readonly ok: true; readonly visits: Float64Array; readonly reached: Uint8Array }
  /** A loop that gives back all it takes. */
  | { readonly ok: false; readonly loop: readonly number[] };

/** Visits over some of a pattern's edges, callers first. */
function forward(graph: Graph, pattern: CallPattern, entry: number, over: Adjacency): Visits {
  const { components, componentOf, loops, multipliers } = pattern;
  const visits = new Float64Array(graph.nodes.length);
  const reached = new Uint8Array(graph.nodes.length);
  if (entry < 0) return { ok: true, visits, reached };
  visits[entry] = 1;
  reached[entry] = 1;
  for (let c = componentOf[entry] as number; c >= 0; c--) {
    const members = components[c] as readonly number[];
    if (loops[c] === 1 && members.some((node) => reached[node] === 1)) {
      const solved = solveFeedback(
        members.map((node) => visits[node] as number),
        innerTransfers(members, over, graph, pattern),
      );
      if (solved === null) return { ok: false, loop: members };
      members.forEach((node, i) => {
        visits[node] = Math.min(mostVisits, solved[i] as number);
        reached[node] = 1;
      });
    }
    for (let k = 0; k < members.length; k++) {
      const node = members[k] as number;
      if (reached[node] === 0) continue;
      const own = visits[node] as number;
      const end = over.start[node + 1] as number;
      for (let i = over.start[node] as number; i < end; i++) {
        const edge = over.edges[i] as number;
        const to = graph.to[edge] as number;
        if (componentOf[to] === c) continue;
        reached[to] = 1;
        const added = own * (multipliers.calls[edge] as number);
        visits[to] = Math.min(mostVisits, (visits[to] as number) + added);
      }
    }
  }
  return { ok: true, visits, reached };
}

/** Positions of reached nodes and of the edges that leave them, rising. */
function reachedBy(
  graph: Graph,
  { flow, multipliers }: CallPattern,
  reached: Uint8Array,
): Pick<FlowTraffic, 'nodes' | 'edges'> {
  const nodes = new Int32Array(reached.length);
  let nodeCount = 0;
  for (let node = 0; node < reached.length; node++) {
    if (reached[node] === 0) continue;
    nodes[nodeCount] = node;
    nodeCount += 1;
  }
  const carried = graph.carried[flow] ?? [];
  const edges = new Int32Array(carried.length);
  let edgeCount = 0;
  for (let i = 0; i < carried.length; i++) {
    const edge = carried[i] as number;
    if (reached[graph.from[edge] as number] === 0 || !((multipliers.calls[edge] as number) > 0)) continue;
    edges[edgeCount] = edge;
    edgeCount += 1;
  }
  return { nodes: nodes.slice(0, nodeCount), edges: edges.slice(0, edgeCount) };
}

/** The edges within a component, by position of its members; none for a node without a call to itself. */
function innerTransfers(
  members: readonly number[],
  { start, edges }: Adjacency,
  graph: Graph,
  { componentOf, multipliers }: CallPattern,
): readonly Transfer[] {
  const transfers: Transfer[] = [];
  const place = new Map(members.map((node, i) => [node, i]));
  members.forEach((node, from) => {
    for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
      const edge = edges[i] as number;
      const to = graph.to[edge] as number;
      if (componentOf[to] === componentOf[node])
        transfers.push({ from, to: place.get(to) ?? 0, gain: multipliers.calls[edge] as number });
    }
  });
  return transfers;
}

/** Names the loop: a shortest way from a member of the component back to itself. */
function gainError(
  graph: Graph,
  flow: number,
  { multipliers }: CallPattern,
  members: readonly number[],
): AnalysisError {
  const { calls } = multipliers;
  const place = new Map(members.map((node, i) => [node, i]));
  const inner = (graph.carried[flow] ?? []).filter(
    (edge) =>
      (calls[edge] as number) > 0 &&
      place.has(graph.from[edge] as number) &&
      place.has(graph.to[edge] as number),
  );
  const transfers = inner.map((edge) => ({
    from: place.get(graph.from[edge] as number) ?? 0,
    to: place.get(graph.to[edge] as number) ?? 0,
    gain: calls[edge] as number,
  }));
  const loop = shortestLoop(graph, lowest(members), inner);
  const nodeIds = loop.flatMap((edge) => graph.nodes[graph.from[edge] as number]?.id ?? []);
  return {
    key: 'gain',
    values: {
      flow: graph.flows[flow]?.id ?? '',
      loop: [...nodeIds, nodeIds[0] ?? ''].join(' → '),
      gain: gainOf(members.length, transfers),
    },
    targets: [...nodeIds, ...loop.flatMap((edge) => graph.edges[edge]?.id ?? [])],
  };
}

function shortestLoop(graph: Graph, start: number, inner: readonly number[]): readonly number[] {
  const leaving = new Map<number, number[]>();
  for (const edge of inner) {
    const from = graph.from[edge] as number;
    const others = leaving.get(from);
    if (others === undefined) leaving.set(from, [edge]);
    else others.push(edge);
  }
  const into = new Map<number, number>();
  let reached = [start];
  while (reached.length > 0) {
    const next: number[] = [];
    for (const node of reached)
      for (const edge of leaving.get(node) ?? []) {
        const to = graph.to[edge] as number;
        if (into.has(to)) continue;
        into.set(to, edge);
        next.push(to);
        if (to === start) return wayBack(graph, start, into);
      }
    reached = next;
  }
  return [];
}

function wayBack(graph: Graph, start: number, into: ReadonlyMap<number, number>): readonly number[] {
  const loop: number[] = [];
  let node = start;
  do {
    const edge = into.get(node);
    if (edge === undefined) break;
    loop.push(edge);
    node = graph.from[edge] as number;
  } while (node !== start);
  return loop.reverse();
}
