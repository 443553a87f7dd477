import { type Adjacency, adjacencyOf, componentsFrom } from '../math/components';
import { gainOf, solveFeedback, type Transfer } from '../math/feedback';
import type { AnalysisError } from './analysis';
import { flowClassesOf } from './flow-classes';
import type { Graph } from './graph';
import { type Multipliers, multipliersOf } from './multipliers';

/** How one request of a flow visits the design, without losses and retries. */
export interface FlowTraffic {
  readonly flow: number;
  /** Position of the entry; −1 where the design does not have it. */
  readonly entry: number;
  readonly multipliers: Multipliers;
  /** Positions of the nodes it reaches, and of the edges it takes, in the document's order. */
  readonly nodes: Int32Array;
  readonly edges: Int32Array;
  /** Loops and single nodes that the flow reaches, callees first. */
  readonly components: readonly (readonly number[])[];
  /** Component of each reached node; −1 elsewhere. */
  readonly componentOf: Int32Array;
  readonly visits: Float64Array;
  /** Visits over synchronous edges only: those for which the request waits. */
  readonly syncVisits: Float64Array;
}

export type TrafficResult =
  | { readonly ok: true; readonly traffic: FlowTraffic }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };

/** The calls that a flow makes at its visits, wherever it starts. */
interface FlowCalls {
  readonly multipliers: Multipliers;
  readonly errors: readonly AnalysisError[];
  /** Edges that carry something. */
  readonly active: Adjacency;
}

const knownCalls = new WeakMap<Graph, { readonly classes: readonly number[]; readonly of: FlowCalls[] }>();

/** Worked out once for flows that make the same calls. */
function callsOf(graph: Graph, flow: number): FlowCalls {
  const known = knownCalls.get(graph) ?? { classes: flowClassesOf(graph), of: [] };
  knownCalls.set(graph, known);
  const like = known.classes[flow] ?? flow;
  const found = known.of[like];
  // Errors name the flow.
  if (found !== undefined && found.errors.length === 0) return found;
  const { multipliers, errors } = multipliersOf(graph, flow);
  const { calls } = multipliers;
  const carried = graph.carried[flow] ?? [];
  const active = adjacencyOf(graph.nodes.length, graph.from, carried, (edge) => (calls[edge] as number) > 0);
  const made = { multipliers, errors, active };
  known.of[like] = made;
  return made;
}

/** Visits of each node by one request: V(entry) = 1 plus what loops bring back, V(to) gains V(from) × m over each edge. */
export function trafficOf(graph: Graph, flow: number): TrafficResult {
  const { multipliers, errors, active } = callsOf(graph, flow);
  if (errors.length > 0) return { ok: false, errors };
  const { calls } = multipliers;
  const entry = graph.positionOf.get(graph.flows[flow]?.entry ?? '') ?? -1;
  const components = componentsFrom(entry < 0 ? [] : [entry], active, graph.to);
  const componentOf = new Int32Array(graph.nodes.length).fill(-1);
  components.forEach((members, component) => {
    for (const node of members) componentOf[node] = component;
  });
  const loops = components.map((members) => isLoop(members, active, graph, componentOf));
  const forward = (keep: (edge: number) => boolean): Float64Array | readonly number[] => {
    const visits = new Float64Array(graph.nodes.length);
    if (entry >= 0) visits[entry] = 1;
    for (let c = components.length - 1; c >= 0; c--) {
      const members = components[c] as readonly number[];
      if (loops[c] === true) {
        const inner = innerTransfers(members, active, graph, calls, componentOf, keep);
        const solved = solveFeedback(
          members.map((node) => visits[node] as number),
          inner,
        );
        if (solved === null) return members;
        members.forEach((node, i) => {
          visits[node] = solved[i] as number;
        });
      }
      for (const node of members) passOn(node, visits, active, graph, calls, componentOf, keep);
    }
    return visits;
  };
  const visits = forward(() => true);
  if (!(visits instanceof Float64Array))
    return { ok: false, errors: [gainError(graph, flow, visits, calls)] };
  const syncVisits = forward((edge) => graph.sync[edge] === 1);
  if (!(syncVisits instanceof Float64Array))
    return { ok: false, errors: [gainError(graph, flow, syncVisits, calls)] };
  return {
    ok: true,
    traffic: {
      flow,
      entry,
      multipliers,
      nodes: Int32Array.from(components.flat()).sort(),
      edges: edgesFrom(components, active),
      components,
      componentOf,
      visits,
      syncVisits,
    },
  };
}

function passOn(
  node: number,
  visits: Float64Array,
  active: Adjacency,
  graph: Graph,
  calls: Float64Array,
  componentOf: Int32Array,
  keep: (edge: number) => boolean,
): void {
  const own = visits[node] as number;
  if (own === 0) return;
  const end = active.start[node + 1] as number;
  for (let i = active.start[node] as number; i < end; i++) {
    const edge = active.edges[i] as number;
    const to = graph.to[edge] as number;
    if (componentOf[to] !== componentOf[node] && keep(edge))
      visits[to] = (visits[to] as number) + own * (calls[edge] as number);
  }
}

/** Positions of the edges that leave the nodes of some components, rising. */
function edgesFrom(components: readonly (readonly number[])[], { start, edges }: Adjacency): Int32Array {
  const leaving: number[] = [];
  for (const members of components)
    for (const node of members)
      for (let i = start[node] as number; i < (start[node + 1] as number); i++)
        leaving.push(edges[i] as number);
  return Int32Array.from(leaving).sort();
}

/** Whether a component has an edge within it: more than one node, or a node that calls itself. */
function isLoop(
  members: readonly number[],
  active: Adjacency,
  graph: Graph,
  componentOf: Int32Array,
): boolean {
  const node = members[0];
  if (members.length > 1 || node === undefined) return members.length > 1;
  const end = active.start[node + 1] as number;
  for (let i = active.start[node] as number; i < end; i++)
    if (componentOf[graph.to[active.edges[i] as number] as number] === componentOf[node]) return true;
  return false;
}

/** The edges within a component, by position of its members; none for a node without a call to itself. */
function innerTransfers(
  members: readonly number[],
  active: Adjacency,
  graph: Graph,
  calls: Float64Array,
  componentOf: Int32Array,
  keep: (edge: number) => boolean,
): readonly Transfer[] {
  const transfers: Transfer[] = [];
  const place = members.length > 1 ? new Map(members.map((node, i) => [node, i])) : null;
  members.forEach((node, from) => {
    const end = active.start[node + 1] as number;
    for (let i = active.start[node] as number; i < end; i++) {
      const edge = active.edges[i] as number;
      const to = graph.to[edge] as number;
      if (componentOf[to] === componentOf[node] && keep(edge))
        transfers.push({ from, to: place?.get(to) ?? 0, gain: calls[edge] as number });
    }
  });
  return transfers;
}

/** Names the loop: a shortest way from a member of the component back to itself. */
function gainError(
  graph: Graph,
  flow: number,
  members: readonly number[],
  calls: Float64Array,
): AnalysisError {
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
  const loop = shortestLoop(graph, Math.min(...members), inner);
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
  const into = new Map<number, number>();
  let reached = [start];
  while (reached.length > 0) {
    const next: number[] = [];
    for (const node of reached)
      for (const edge of inner) {
        const to = graph.to[edge] as number;
        if (graph.from[edge] !== node || into.has(to)) continue;
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
    loop.unshift(edge);
    node = graph.from[edge] as number;
  } while (node !== start);
  return loop;
}
