import type { ResolvedDesign, ResolvedEdge, ResolvedFlow } from '../catalog/resolved';
import { yearSeconds } from '../math/calendar';
import type { Graph } from './graph';
import type { LoadModel } from './loads';

export const bytesPerGb = 1e9;

/** Average requests a second over the day of a flow that has `rateRps` at peak. */
export const averageRps = (design: ResolvedDesign, rateRps: number): number =>
  rateRps / (design.workload.peakFactor ?? 1);

/** Bytes that writes add to a store each second on average, of one copy: Σ storedBytes × write visits × average rate. */
export function storedBytesPerSecond({ graph, traffics, ratesRps }: LoadModel, node: number): number {
  let sum = 0;
  for (let i = 0; i < graph.flows.length; i++) {
    const flow = graph.flows[i] as ResolvedFlow;
    if (flow.kind !== 'write' || flow.storedBytes === 0) continue;
    const visits = traffics[i]?.visits[node] ?? 0;
    sum += flow.storedBytes * visits * averageRps(graph.design, ratesRps[i] ?? 0);
  }
  return sum;
}

/**
 * Bytes that a store keeps in all its copies: what is written × retention × replicas of a shard. Null for what is no
 * store, and where something is written but the workload does not say how long it is kept.
 */
export function storageBytes(model: LoadModel, node: number): number | null {
  const of = model.graph.nodes[node];
  if (of?.behaviour !== 'store') return null;
  const written = storedBytesPerSecond(model, node);
  if (written === 0) return 0;
  const { retentionYears } = model.graph.design.workload;
  if (retentionYears === undefined) return null;
  return written * retentionYears * yearSeconds * of.config.replicasPerShard;
}

/** What a cache would hold and could answer, where its items and memory are known. */
/** Bytes a second that leave each node at peak: as answers to sources, and across zones and regions. */
export interface Egress {
  readonly toSources: Float64Array;
  readonly acrossPlaces: Float64Array;
}

/**
 * What each node sends where it is charged for. A call's request is sent by the caller, its response by the callee; what a
 * source sends is not charged.
 */
export function egressOf(graph: Graph, rates: readonly Float64Array[]): Egress {
  const toSources = new Float64Array(graph.nodes.length);
  const acrossPlaces = new Float64Array(graph.nodes.length);
  for (let edge = 0; edge < graph.edges.length; edge++) {
    const { network } = graph.edges[edge] as ResolvedEdge;
    const from = graph.from[edge] as number;
    const to = graph.to[edge] as number;
    const isAnswer = graph.nodes[from]?.behaviour === 'source';
    if (!isAnswer && network !== 'cross-zone' && network !== 'cross-region') continue;
    const answered = isAnswer ? toSources : acrossPlaces;
    for (let flow = 0; flow < graph.flows.length; flow++) {
      const rps = rates[flow]?.[edge] ?? 0;
      const of = graph.flows[flow];
      if (rps === 0 || of === undefined) continue;
      answered[to] = (answered[to] as number) + rps * of.responseBytes;
      if (!isAnswer) acrossPlaces[from] = (acrossPlaces[from] as number) + rps * of.requestBytes;
    }
  }
  return { toSources, acrossPlaces };
}
