import type { ResolvedNode } from '../catalog/resolved';
import { boundedQueue } from '../math/queueing';
import { type Ordered, type Spread, workingReplicas } from './station';

/** Servers with one queue: `count` alike pools, each taking `share` of the arrivals. */
export interface Pool {
  readonly share: number;
  readonly count: number;
  readonly servers: number;
  /** Requests that it has in progress at the most; infinite where nothing limits them. */
  readonly places: number;
}

/** Servers by queue: all in one, or each replica a queue of its own, the busiest first. */
export function poolsOf(node: ResolvedNode, spread: Spread): readonly Pool[] {
  const { concurrency, maxInFlight } = node.config;
  const replicas = workingReplicas(node);
  const places = maxInFlight ?? Number.POSITIVE_INFINITY;
  const all = { share: 1, count: 1, servers: replicas * concurrency, places: replicas * places };
  if (spread.kind === 'shared')
    return spread.ordered === undefined || !mayLimit(node) ? [all] : orderedPools(all, spread.ordered);
  if (replicas === 1) return [all];
  const one = { servers: concurrency, places };
  if (spread.kind !== 'hashed') return [{ ...one, share: 1 / replicas, count: replicas }];
  const even = (1 - spread.hotShare) / replicas;
  return [
    { ...one, share: spread.hotShare + even, count: 1 },
    { ...one, share: even, count: replicas - 1 },
  ];
}

/** A partition is worked on by one at a time: together at most as many as there are, the hottest by one that has it alone. */
function orderedPools(all: Pool, { partitions, hotShare }: Ordered): readonly Pool[] {
  const places = Math.min(all.places, partitions);
  if (hotShare === 0 || partitions === 1) return [{ ...all, places }];
  const hot = hotShare + (1 - hotShare) / partitions;
  const others = Math.max(1, places - 1);
  return [
    { share: hot, count: 1, servers: 1, places: 1 },
    { share: 1 - hot, count: 1, servers: Math.min(all.servers, others), places: others },
  ];
}

const mayLimit = ({ behaviour }: ResolvedNode): boolean =>
  behaviour === 'station' || behaviour === 'inline-cache' || behaviour === 'aside-cache';

/** Whether a node limits the requests that it has in progress, or the streams that it reads do. */
export const hasPlaces = (node: ResolvedNode, spread: Spread): boolean =>
  mayLimit(node) &&
  (node.config.maxInFlight !== null || (spread.kind === 'shared' && spread.ordered !== undefined));

/** All servers and places of some pools together. */
export function joinedPool(pools: readonly Pool[]): Pool {
  let [servers, places] = [0, 0];
  for (const pool of pools) {
    servers += pool.count * pool.servers;
    places += pool.count * pool.places;
  }
  return { share: 1, count: 1, servers, places };
}

/** Share of the arrivals that the pools can serve, each for itself. */
export function servedByPools(pools: readonly Pool[], erlang: number): number {
  let served = 0;
  for (const { share, count, servers } of pools)
    served += share * count * Math.min(1, share > 0 ? servers / (erlang * share) : 1);
  return Math.min(1, served);
}

/** Servers of all queues of a station. */
export const serversTogether = (node: ResolvedNode, spread: Spread): number =>
  spread.kind === 'shared' && spread.ordered !== undefined
    ? joinedPool(poolsOf(node, spread)).servers
    : workingReplicas(node) * node.config.concurrency;

/** M/M/c/K of all servers of a station. */
export const limitedQueue = (
  node: ResolvedNode,
  spread: Spread,
  serviceSeconds: number,
  offeredRps: number,
) =>
  boundedQueue(
    serversTogether(node, spread),
    node.config.queueLimit ?? Number.POSITIVE_INFINITY,
    serviceSeconds * 1000,
    offeredRps / 1000,
  );
