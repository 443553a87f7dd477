import type { ResolvedNode } from '../catalog/resolved';
import { usedShareOf } from '../math/queueing';
import { mixture, type Response } from '../math/response';
import type { OwnTime } from '../math/visit-response';

/** What arrives at a node. */
export interface NodeLoad {
  readonly readsRps: number;
  readonly writesRps: number;
  /** Bytes that pass its network for what arrives; 0 where nothing limits them. */
  readonly bytesPerSecond: number;
  /** Connections of clients that are held open at it; none where it is left out. */
  readonly connections?: number;
  /** Mean time for which what arrives holds a place and no server; left out where that limits nothing. */
  readonly delayMs?: number;
}

/** Streams that hand a station their messages in order: the fewest partitions, and the hottest of them. */
export interface Ordered {
  readonly partitions: number;
  readonly hotShare: number;
}

/** How arrivals are spread over a station's replicas. */
export type Spread = (
  | { readonly kind: 'shared'; readonly ordered?: Ordered }
  | { readonly kind: 'random' }
  | { readonly kind: 'round-robin' }
  | { readonly kind: 'hashed'; readonly hotShare: number }
) & {
  /** Buffers alone call it, and it has a rate limit. */
  readonly paced?: true;
};

/** What bounds a station: its servers' work, places of requests in progress, its network, connections that it holds open, or a rate limit. */
export type LimitedBy = 'work' | 'places' | 'bandwidth' | 'connections' | 'limit';

/** The places of a station that limits how many requests it has in progress. */
export interface PlaceState {
  /** What it accepts ÷ what it completes with all places taken; null where how long one is held does not exist, or its servers are full. */
  readonly utilization: number | null;
  /** What all its places complete, a second; null where that bounds nothing or does not exist. */
  readonly capacityRps: number | null;
  /** The wait for a place alone. */
  readonly waitProbability: number;
  readonly waitMs: number;
}

/** What a node does with its load; the analysis' inner form of `NodeFigures`. */
export interface StationState {
  readonly offeredRps: number;
  readonly capacityRps: number | null;
  /** What its capacity is that of; null where nothing bounds it. */
  readonly limitedBy: LimitedBy | null;
  readonly utilization: number;
  /** Connections held over those that it can hold; null where nothing limits them. */
  readonly connectionsUtilization: number | null;
  readonly saturated: boolean;
  /** Share of the arrivals that a `queueLimit` or a rate limit refuses. */
  readonly refused: number;
  /** Share of its reads and writes that it passes on. */
  readonly readsPassed: number;
  readonly writesPassed: number;
  readonly waitProbability: number | null;
  readonly waitMs: number | null;
  /** Squared coefficient of variation of the service of the reads and writes that arrive, taken together. */
  readonly serviceScv: number;
  /** Mean wait for a server alone, without those for a place or a rate limit. */
  readonly laneWaitMs: number | null;
  /** null where nothing limits the requests in progress. */
  readonly places: PlaceState | null;
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

/** Replicas of a pool that take requests while none is down: all but those on standby. */
export const workingReplicas = ({ config }: ResolvedNode): number =>
  Math.max(1, config.replicas - config.standby);

/** Servers whose network carries requests; of a store, all replicas of all shards. */
export const networkServersOf = (node: ResolvedNode): number =>
  node.behaviour === 'store' ? (serversOf(node) ?? 0) : workingReplicas(node);

/** A visit's own time, where its work takes `workMs`. */
export const ownTimeOf = ({ config }: ResolvedNode, workMs: number): OwnTime => ({
  work: { meanMs: workMs, cv: config.cv },
  delay: { meanMs: config.delayMs, cv: config.delayCv },
  slow: { share: config.slowShare, meanMs: config.slowMs },
});

/** Connections held at a station over those that its working replicas can hold; null where nothing limits them. */
export function connectionsUseOf(node: ResolvedNode, load: NodeLoad): number | null {
  const { connectionsPerReplica } = node.config;
  if (connectionsPerReplica === null || node.behaviour === 'store') return null;
  return (load.connections ?? 0) / (workingReplicas(node) * connectionsPerReplica);
}

/** Requests a second that the network of all servers carries, bytes as they arrive; null where nothing bounds it. */
export function bandwidthCapacityRps(node: ResolvedNode, load: NodeLoad): number | null {
  const { bandwidthMbps } = node.config;
  const offered = load.readsRps + load.writesRps;
  if (bandwidthMbps === null || offered <= 0 || load.bytesPerSecond <= 0) return null;
  const bytesEach = load.bytesPerSecond / offered;
  return boundOf((networkServersOf(node) * bandwidthMbps * 1e6) / (8 * bytesEach));
}

/** Rates and multiples beyond these are no figures: what divides by next to nothing. */
const mostFigure = 1e30;

/** How many times a capacity is offered; no more than a figure may be, and 1 where rounding alone keeps it below. */
export const utilizationOf = (offeredRps: number, capacityRps: number): number =>
  Math.min(mostFigure, usedShareOf(offeredRps, capacityRps));

/** A capacity, or null where it is so large that it bounds nothing. */
export const boundOf = (capacityRps: number): number | null =>
  capacityRps <= mostFigure ? capacityRps : null;

/** The lower of two capacities, of which null bounds nothing. */
export const lowerOf = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** The least of several capacities and what it is that of: of equal ones the first. */
export function leastOf(limits: readonly (readonly [LimitedBy, number | null])[]): {
  readonly capacityRps: number | null;
  readonly limitedBy: LimitedBy | null;
} {
  let capacityRps: number | null = null;
  for (const [, rps] of limits) capacityRps = lowerOf(capacityRps, rps);
  if (capacityRps === null) return { capacityRps, limitedBy: null };
  for (const [by, rps] of limits)
    if (rps !== null && rps <= capacityRps * (1 + 1e-12)) return { capacityRps, limitedBy: by };
  return { capacityRps, limitedBy: null };
}

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
