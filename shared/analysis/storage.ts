import type { ResolvedDesign, ResolvedEdge, ResolvedFlow, ResolvedNode } from '../catalog/resolved';
import { yearSeconds } from '../math/calendar';
import { cacheHits } from '../math/che';
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
export interface CacheMemory {
  readonly itemBytes: number;
  /** Bytes of all items together. */
  readonly workingSetBytes: number;
  /** Memory of all its servers. */
  readonly memoryBytes: number | null;
  /** Items that fit. */
  readonly capacityItems: number | null;
  /** Share of the reads that an LRU cache of that memory answers, by Che's approximation. */
  readonly hitRate: number | null;
}

/** Mean bytes of what the reads of a node are answered with; null where none reads it. */
function itemBytesOf({ graph, traffics, ratesRps }: LoadModel, node: number): number | null {
  let bytes = 0;
  let reads = 0;
  graph.flows.forEach((flow: ResolvedFlow, i) => {
    if (flow.kind !== 'read') return;
    const rps = (traffics[i]?.visits[node] ?? 0) * (ratesRps[i] ?? 0);
    bytes += rps * flow.responseBytes;
    reads += rps;
  });
  return reads > 0 && bytes > 0 ? bytes / reads : null;
}

/** Working set and reachable hit rate of a cache of `items` items; null where its items or their size are not known. */
export function cacheMemory(model: LoadModel, node: number): CacheMemory | null {
  const of = model.graph.nodes[node];
  const itemBytes = itemBytesOf(model, node);
  const items = of?.config.other.items;
  if (of === undefined || items === undefined || itemBytes === null) return null;
  const memoryBytes = memoryOf(of);
  const capacityItems = memoryBytes === null ? null : Math.floor(memoryBytes / itemBytes);
  const { zipfExponent } = of.config.other;
  return {
    itemBytes,
    workingSetBytes: items * itemBytes,
    memoryBytes,
    capacityItems,
    hitRate:
      capacityItems === null || zipfExponent === undefined
        ? null
        : cacheHits(items, capacityItems, zipfExponent).hitRate,
  };
}

const memoryOf = ({ config }: ResolvedNode): number | null =>
  config.other.memoryBytes === undefined ? null : config.other.memoryBytes * config.replicas;

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
