import type { Graph } from './graph';
import type { FlowTraffic } from './traffic';

const known = new WeakMap<Graph, Float64Array>();

/** Round trip of each edge. */
export function roundTripsOf(graph: Graph): Float64Array {
  const found = known.get(graph);
  if (found !== undefined) return found;
  const tripsMs = new Float64Array(graph.edges.length);
  for (let edge = 0; edge < tripsMs.length; edge++) tripsMs[edge] = graph.edges[edge]?.rttMs ?? 0;
  known.set(graph, tripsMs);
  return tripsMs;
}

/**
 * Round trips that a request waits for, for each edge that it takes in their order: synchronous visits of the caller × m ×
 * round trip; 0 where it does not wait.
 */
export function waitedTripsOf(graph: Graph, { edges, pattern, syncVisits }: FlowTraffic): Float64Array {
  const { calls } = pattern.multipliers;
  const tripsMs = roundTripsOf(graph);
  const waitedMs = new Float64Array(edges.length);
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as number;
    if (graph.sync[edge] === 0) continue;
    const visits = syncVisits[graph.from[edge] as number] as number;
    waitedMs[i] = visits * (calls[edge] as number) * (tripsMs[edge] as number);
  }
  return waitedMs;
}
