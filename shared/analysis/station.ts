import type { ResolvedNode } from '../catalog/resolved';
import { mixture, type Response } from '../math/response';

/** What arrives at a node. */
export interface NodeLoad {
  readonly readsRps: number;
  readonly writesRps: number;
  /** Request and response bytes of all that arrives. */
  readonly bytesPerSecond: number;
}

/** How arrivals are spread over a station's replicas. */
export type Spread =
  | { readonly kind: 'shared' }
  | { readonly kind: 'random' }
  | { readonly kind: 'round-robin' }
  | { readonly kind: 'hashed'; readonly hotShare: number };

/** What a node does with its load; the analysis' inner form of `NodeFigures`. */
export interface StationState {
  readonly offeredRps: number;
  readonly capacityRps: number | null;
  readonly utilization: number;
  readonly saturated: boolean;
  /** Share of the arrivals that a `queueLimit` refuses. */
  readonly refused: number;
  /** Share of its reads and writes that it passes on. */
  readonly readsPassed: number;
  readonly writesPassed: number;
  readonly waitProbability: number | null;
  readonly waitMs: number | null;
  /** Response of a read, of a write, and of the mix that arrives; null where it is saturated. */
  readonly read: Response | null;
  readonly write: Response | null;
  readonly mixed: Response | null;
  /** Whether reads, writes are answered by an order statistic of several replicas or shards. */
  readonly readsReplicated: boolean;
  readonly writesReplicated: boolean;
}

/** Service of the mix that arrives: mean, squared coefficient of variation. Where nothing arrives, that of reads. */
export interface ServiceMix {
  readonly meanMs: number;
  readonly scv: number;
}

/** S = Σ pᵢSᵢ, cv² = Σ pᵢSᵢ²(1 + cvᵢ²) ÷ S² − 1. */
export function serviceMix(node: ResolvedNode, readsRps: number, writesRps: number): ServiceMix {
  const { readMs, writeMs, cv } = node.config;
  const total = readsRps + writesRps;
  if (total <= 0) return { meanMs: readMs, scv: cv * cv };
  const reads = readsRps / total;
  const writes = writesRps / total;
  const meanMs = reads * readMs + writes * writeMs;
  if (meanMs <= 0) return { meanMs: 0, scv: 0 };
  const second = (reads * readMs * readMs + writes * writeMs * writeMs) * (1 + cv * cv);
  return { meanMs, scv: Math.max(0, second / (meanMs * meanMs) - 1) };
}

/** Servers a node runs; of a store, all replicas of all shards. Null for what is no station. */
export function serversOf(node: ResolvedNode): number | null {
  if (node.behaviour === 'source' || node.behaviour === 'pass-through') return null;
  const { replicas, shards, replicasPerShard } = node.config;
  return node.behaviour === 'store' ? shards * replicasPerShard : replicas;
}

/** Requests a second that the network of all servers carries, bytes as they arrive; null where nothing bounds it. */
export function bandwidthCapacityRps(node: ResolvedNode, load: NodeLoad): number | null {
  const { bandwidthMbps } = node.config;
  const offered = load.readsRps + load.writesRps;
  if (bandwidthMbps === null || offered <= 0 || load.bytesPerSecond <= 0) return null;
  const bytesEach = load.bytesPerSecond / offered;
  return boundOf(((serversOf(node) ?? 0) * bandwidthMbps * 1e6) / (8 * bytesEach));
}

/** Rates and multiples beyond these are no figures: what divides by next to nothing. */
const mostFigure = 1e30;

/** How many times a capacity is offered; no more than a figure may be. */
export const utilizationOf = (offeredRps: number, capacityRps: number): number =>
  Math.min(mostFigure, offeredRps / capacityRps);

/** A capacity, or null where it is so large that it bounds nothing. */
export const boundOf = (capacityRps: number): number | null =>
  capacityRps <= mostFigure ? capacityRps : null;

/** The lower of two capacities, of which null bounds nothing. */
export const lowerOf = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** Weights of reads and writes in what arrives; where nothing does, reads. */
export function kindShares(load: NodeLoad): { readonly reads: number; readonly writes: number } {
  const total = load.readsRps + load.writesRps;
  return total > 0
    ? { reads: load.readsRps / total, writes: load.writesRps / total }
    : { reads: 1, writes: 0 };
}

/** The response of the mix that arrives. */
export function mixedResponse(load: NodeLoad, read: Response, write: Response): Response {
  const { reads, writes } = kindShares(load);
  return mixture([
    { weight: reads, response: read },
    { weight: writes, response: write },
  ]);
}
