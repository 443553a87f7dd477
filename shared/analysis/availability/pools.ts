import type { ResolvedNode } from '../../catalog/resolved';
import { atLeastUp } from '../../math/k-of-n';
import { mostCompletedPerMs } from '../../math/places';
import { isStation } from '../graph';
import { type NodeLoad, workingReplicas } from '../station';

/** Keeps a rounding error from asking for one server more. */
const roundingSlack = 1e-9;

/**
 * Servers of a pool that must be up: the least number of working ones on which neither their work nor the connections that they
 * hold nor their places saturate them; all where none is enough.
 */
function neededServers(node: ResolvedNode, load: NodeLoad): number {
  const { replicas, concurrency, readMs, writeMs, connectionsPerReplica } = node.config;
  const { readsRps, writesRps, connections = 0 } = load;
  if (readsRps + writesRps <= 0) return 1;
  const erlang = (readsRps * readMs + writesRps * writeMs) / 1000;
  const byWork = Math.floor(erlang / concurrency + roundingSlack) + 1;
  const byConnections =
    connectionsPerReplica === null ? 1 : Math.floor(connections / connectionsPerReplica) + 1;
  const least = Math.max(byWork, byConnections);
  const needed = neededForPlaces(node, load, least);
  return needed > workingReplicas(node) ? replicas : needed;
}

/** The least number of replicas, of those that work and at least `least`, whose places complete more than arrives; more than those where none is enough. */
function neededForPlaces(node: ResolvedNode, load: NodeLoad, least: number): number {
  const { concurrency, maxInFlight, readMs, writeMs } = node.config;
  const { delayMs = null } = load;
  if (maxInFlight === null || delayMs === null) return least;
  const perMs = (load.readsRps + load.writesRps) / 1000;
  const workMs = (load.readsRps * readMs + load.writesRps * writeMs) / (load.readsRps + load.writesRps);
  const isEnough = (n: number) =>
    perMs < mostCompletedPerMs({ lanes: n * concurrency, places: n * maxInFlight, workMs, delayMs });
  const most = workingReplicas(node);
  if (least > most || !isEnough(most)) return most + 1;
  let [low, high] = [least - 1, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Replicas of a shard that must be up for its reads and for its writes. */
export function neededReplicas(
  node: ResolvedNode,
  load: NodeLoad,
): { readonly reads: number; readonly writes: number } {
  const { replicasPerShard: replicas, replication, readFrom, readQuorum, writeQuorum } = node.config;
  if (replication === 'quorum')
    return { reads: Math.min(replicas, readQuorum), writes: Math.min(replicas, writeQuorum) };
  const writes = neededForWrite(node);
  const carrying = readFrom === 'any' ? carryingReplicas(node, load) : 1;
  return { reads: carrying, writes: Math.max(writes, carrying) };
}

/** Replicas without which a write is refused: one, unless the store would rather refuse than go on without a copy. */
function neededForWrite({ config }: ResolvedNode): number {
  const { replicasPerShard, replication, other } = config;
  if (other.onReplicaLoss !== 'refuse' || replication === 'async') return 1;
  return replication === 'sync' ? replicasPerShard : Math.min(2, replicasPerShard);
}

/** The smallest j with wS(w) + (r ÷ j)S(r) below the concurrency of a replica of the hottest shard; all where none is. */
function carryingReplicas(node: ResolvedNode, { readsRps, writesRps }: NodeLoad): number {
  const { shards, hotShare, scatter, replicasPerShard, concurrency, readMs, writeMs } = node.config;
  const share = hotShare + (1 - hotShare) / shards;
  const writes = (writesRps * share * writeMs) / 1000;
  const reads = (readsRps * (scatter ? 1 : share) * readMs) / 1000;
  const room = concurrency * (1 - roundingSlack) - writes;
  if (room <= 0) return replicasPerShard;
  return Math.min(replicasPerShard, Math.floor(reads / room) + 1);
}

/**
 * The probability that a node's own servers, of a store those of the one shard that the calls of a request go to, can serve a read, a
 * write; 1 for what is not a station.
 */
export interface PoolAvailability {
  readonly reads: number;
  readonly writes: number;
  /** That all other shards can serve a read, where reads scatter over them; else 1. */
  readonly otherShards: number;
}

const always: PoolAvailability = { reads: 1, writes: 1, otherShards: 1 };

/** What is in a zone and can be down by itself; sources, observers and pass-through nodes cannot. */
export const canBeDown = (node: ResolvedNode): boolean => isStation(node) && node.behaviour !== 'observer';

/**
 * Servers are up independently of each other: k-of-n of a pool, of one shard of a store; a scattered read needs all shards.
 */
export function poolAvailability(node: ResolvedNode, load: NodeLoad): PoolAvailability {
  if (!canBeDown(node)) return always;
  const { replicas, instanceAvailability, replicasPerShard, shards, scatter } = node.config;
  if (node.behaviour !== 'store') {
    const up = atLeastUp(replicas, neededServers(node, load), instanceAvailability);
    return { reads: up, writes: up, otherShards: 1 };
  }
  const needed = neededReplicas(node, load);
  const reads = atLeastUp(replicasPerShard, needed.reads, instanceAvailability);
  return {
    reads,
    otherShards: scatter ? reads ** (shards - 1) : 1,
    writes: atLeastUp(replicasPerShard, needed.writes, instanceAvailability),
  };
}

/** Servers, or replicas of a shard, that must be up of how many: for reads and for writes. */
export function neededUp(
  node: ResolvedNode,
  load: NodeLoad,
): { readonly reads: number; readonly writes: number; readonly of: number } {
  if (node.behaviour === 'store') return { ...neededReplicas(node, load), of: node.config.replicasPerShard };
  const needed = neededServers(node, load);
  return { reads: needed, writes: needed, of: node.config.replicas };
}

/** Availability of the zone that everything outside zone groups shares that is not spread over several. */
export const defaultZoneAvailability = 0.999;

/** Names of the places that a node is in, each of which can be down as a whole: its zone, its region. */
export function placesOf(node: ResolvedNode): readonly string[] {
  if (!canBeDown(node)) return [];
  const zone = node.zone ?? (node.config.multiZone ? null : defaultZone);
  return [...(zone === null ? [] : [zone]), ...(node.region === null ? [] : [node.region])];
}

/** No id of a group: those have no spaces. */
export const defaultZone = 'default zone';
