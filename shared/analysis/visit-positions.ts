import type { ResolvedEdge } from '../catalog/resolved';
import type { FlowKind } from '../model/vocabulary';
import { type CrossedVisits, otherKind } from './crossed-visits';
import { type Graph, hitRateOf } from './graph';

/** What a flow's visits at a position do. */
export function operationAt({ flows, nodeCount }: Graph, flow: number, visit: number): FlowKind {
  const kind = flows[flow]?.kind ?? 'read';
  return visit < nodeCount ? kind : otherKind(kind);
}

/** Position of the node that is visited. */
export const nodeAt = ({ crossed }: Graph, visit: number): number =>
  crossed === null ? visit : (crossed.nodeOf[visit] as number);

/** Position of the edge along which is called. */
export const edgeAt = ({ crossed }: Graph, call: number): number =>
  crossed === null ? call : (crossed.edgeOf[call] as number);

/** Position of the visits of a node that are another operation than the kind of their flow; −1 where there are none. */
export const crossedAt = ({ crossed }: Graph, node: number): number =>
  crossed === null ? -1 : (crossed.crossedAt[node] as number);

const ends = new WeakMap<CrossedVisits, { readonly from: Int32Array; readonly to: Int32Array }>();

/** The ends of each call by the nodes that are visited. */
export function endsByNode({ crossed, from, to }: Graph): {
  readonly from: Int32Array;
  readonly to: Int32Array;
} {
  if (crossed === null) return { from, to };
  const known = ends.get(crossed);
  if (known !== undefined) return known;
  const byNode = (visits: Int32Array) => visits.map((visit) => crossed.nodeOf[visit] as number);
  const made = { from: byNode(from), to: byNode(to) };
  ends.set(crossed, made);
  return made;
}

/** Positions of the visits of a node: its own, and that of its crossed ones. */
export function visitsAt(graph: Graph, node: number): readonly number[] {
  const crossed = crossedAt(graph, node);
  return crossed < 0 ? [node] : [node, crossed];
}

/** Positions of the calls along an edge: its own, and those that crossed visits make or are. */
export function callsAlong({ crossed }: Graph, edge: number): readonly number[] {
  if (crossed === null) return [edge];
  return Array.from(crossed.edgeOf.keys()).filter((call) => crossed.edgeOf[call] === edge);
}

/** Positions of the nodes that a flow reaches, rising, whatever its visits do there. */
export function nodesVisited(graph: Graph, { nodes }: { readonly nodes: Int32Array }): Int32Array {
  if (graph.crossed === null) return nodes;
  return Int32Array.from(new Set(Array.from(nodes, (visit) => nodeAt(graph, visit)))).sort();
}

/** Numbers by visit added up by node; the very list where no visits are crossed. */
export function addedByNode(graph: Graph, byVisit: Float64Array): Float64Array {
  if (graph.crossed === null) return byVisit;
  const sums = byVisit.slice(0, graph.nodeCount);
  for (let visit = graph.nodeCount; visit < byVisit.length; visit++) {
    const node = nodeAt(graph, visit);
    sums[node] = (sums[node] as number) + (byVisit[visit] as number);
  }
  return sums;
}

/** The sum of numbers by visit over those of one node. */
export const summedAt = (graph: Graph, byVisit: Float64Array | undefined, node: number): number =>
  visitsAt(graph, node).reduce((sum, visit) => sum + (byVisit?.[visit] ?? 0), 0);

/** Values by node, those of a node also at the position of its crossed visits. */
export function alsoCrossed<T>({ crossed }: Graph, byNode: readonly T[]): readonly T[] {
  return crossed === null ? byNode : Array.from(crossed.nodeOf, (node) => byNode[node] as T);
}

/** The share of a flow's visits at a position that an inline cache answers itself. */
export function inlineHitRate(graph: Graph, flow: number, visit: number): number {
  const node = graph.nodes[visit];
  const of = graph.flows[flow];
  if (node?.behaviour !== 'inline-cache' || of === undefined) return 0;
  return hitRateOf(node, of, operationAt(graph, flow, visit));
}

/**
 * The share of a flow's visits in which the cache that a call is `onMissOf` has an answer. The look-up decides: the first call
 * of that cache that is not itself made on its miss. One that reads hits by its hit rate, whatever the call itself does; one
 * that writes never hits.
 */
export function missedHitRate(graph: Graph, flow: number, call: number): number {
  const cache = graph.missOf[call] as number;
  const of = graph.flows[flow];
  if (cache < 0 || of === undefined) return 0;
  const node = graph.nodes[cache];
  if (graph.crossed === null) return hitRateOf(node, of);
  const lookUp = lookUpOf(graph, of.id, graph.from[call] as number, cache);
  if (lookUp === null) return 0;
  const operation = lookUp.operation ?? operationAt(graph, flow, graph.from[call] as number);
  return hitRateOf(node, of, operation);
}

/** The call by which visits of a flow ask a cache; null where they do not. */
export function lookUpOf(graph: Graph, flow: string, visit: number, cache: number): ResolvedEdge | null {
  const { start, edges } = graph.outgoing;
  const id = graph.nodes[cache]?.id ?? '';
  for (let i = start[visit] as number; i < (start[visit + 1] as number); i++) {
    const call = edges[i] as number;
    const edge = graph.edges[call];
    if (edge === undefined || nodeAt(graph, graph.to[call] as number) !== cache) continue;
    if (edge.onMissOf !== id && edge.fallbackOf === null && edge.flows.includes(flow)) return edge;
  }
  return null;
}
