import type { Graph } from './graph';
import type { FlowTraffic } from './traffic';

const known = new WeakMap<Graph, Map<number | null, Float64Array>>();

/** Round trip of each call for a flow: the edge's, and for calls that leave a source the flow's own, where it has one. */
export function roundTripsOf(graph: Graph, flow: number): Float64Array {
  const clientRttMs = graph.flows[flow]?.clientRttMs ?? null;
  const ofGraph = known.get(graph) ?? new Map<number | null, Float64Array>();
  known.set(graph, ofGraph);
  const found = ofGraph.get(clientRttMs);
  if (found !== undefined) return found;
  const tripsMs = new Float64Array(graph.edges.length);
  for (let edge = 0; edge < tripsMs.length; edge++) {
    const leavesSource =
      clientRttMs !== null && graph.nodes[graph.from[edge] as number]?.behaviour === 'source';
    tripsMs[edge] = leavesSource ? clientRttMs : (graph.edges[edge]?.rttMs ?? 0);
  }
  ofGraph.set(clientRttMs, tripsMs);
  return tripsMs;
}

/**
 * Round trips that a request waits for, for each edge that it takes in their order: synchronous visits of the caller × m ×
 * round trip; 0 where it does not wait.
 */
export function waitedTripsOf(graph: Graph, { flow, edges, pattern, syncVisits }: FlowTraffic): Float64Array {
  const { calls } = pattern.multipliers;
  const tripsMs = roundTripsOf(graph, flow);
  const waitedMs = new Float64Array(edges.length);
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i] as number;
    if (graph.sync[edge] === 0) continue;
    const visits = syncVisits[graph.from[edge] as number] as number;
    waitedMs[i] = visits * (calls[edge] as number) * (tripsMs[edge] as number);
  }
  return waitedMs;
}
