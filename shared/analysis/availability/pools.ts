import type { ResolvedNode } from '../../catalog/resolved';
import { atLeastUp } from '../../math/k-of-n';
import { isStation } from '../graph';
import type { NodeLoad } from '../station';

/** Keeps a rounding error from asking for one server more. */
const roundingSlack = 1e-9;

/** Servers of a pool that must be up: k = max(1, ⌈λS ÷ (concurrency × maxUtilization)⌉), no more than there are. */
function neededServers(node: ResolvedNode, { readsRps, writesRps }: NodeLoad): number {
  const { replicas, concurrency, maxUtilization, readMs, writeMs } = node.config;
  const erlang = (readsRps * readMs + writesRps * writeMs) / 1000;
  if (erlang <= 0) return 1;
  const needed = Math.ceil(erlang / (concurrency * maxUtilization) - roundingSlack);
  return Math.min(replicas, Math.max(1, needed));
}

/** Replicas of a shard that must be up for its reads and for its writes. */
export function neededReplicas(
  node: ResolvedNode,
  load: NodeLoad,
): { readonly reads: number; readonly writes: number } {
  const { replicasPerShard: replicas, replication, readFrom, readQuorum, writeQuorum } = node.config;
  if (replication === 'quorum')
    return { reads: Math.min(replicas, readQuorum), writes: Math.min(replicas, writeQuorum) };
  const writes = replication === 'sync' ? replicas : replication === 'semi-sync' ? Math.min(2, replicas) : 1;
  const carrying = readFrom === 'any' ? carryingReplicas(node, load) : 1;
  return { reads: carrying, writes: Math.max(writes, carrying) };
}

/** The smallest j with wS(w) + (r ÷ j)S(r) ≤ concurrency × maxUtilization on the hottest shard; all where none is. */
function carryingReplicas(node: ResolvedNode, { readsRps, writesRps }: NodeLoad): number {
  const { shards, hotShare, scatter, replicasPerShard, concurrency, maxUtilization, readMs, writeMs } =
    node.config;
  const share = hotShare + (1 - hotShare) / shards;
  const writes = (writesRps * share * writeMs) / 1000;
  const reads = (readsRps * (scatter ? 1 : share) * readMs) / 1000;
  const room = concurrency * maxUtilization - writes;
  if (reads <= 0) return writes <= concurrency * maxUtilization * (1 + roundingSlack) ? 1 : replicasPerShard;
  if (room <= 0) return replicasPerShard;
  return Math.min(replicasPerShard, Math.max(1, Math.ceil(reads / room - roundingSlack)));
}

/** The probability that a node's own servers can serve a read, a write; 1 for what is not a station. */
export interface PoolAvailability {
  readonly reads: number;
  readonly writes: number;
}

const always: PoolAvailability = { reads: 1, writes: 1 };

/** What stands in a zone and can be down by itself; sources, observers and pass-through nodes cannot. */
export const canBeDown = (node: ResolvedNode): boolean => isStation(node) && node.behaviour !== 'observer';

/**
 * Servers are up independently of each other: k-of-n of a pool, of one shard of a store; a scattered read needs all shards.
 */
export function poolAvailability(node: ResolvedNode, load: NodeLoad): PoolAvailability {
  if (!canBeDown(node)) return always;
  const { replicas, instanceAvailability, replicasPerShard, shards, scatter } = node.config;
  if (node.behaviour !== 'store') {
    const up = atLeastUp(replicas, neededServers(node, load), instanceAvailability);
    return { reads: up, writes: up };
  }
  const needed = neededReplicas(node, load);
  const shardReads = atLeastUp(replicasPerShard, needed.reads, instanceAvailability);
  return {
    reads: scatter ? shardReads ** shards : shardReads,
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

/** Names of the places that a node stands in, each of which can be down as a whole: its zone, its region. */
export function placesOf(node: ResolvedNode): readonly string[] {
  if (!canBeDown(node)) return [];
  const zone = node.zone ?? (node.config.multiZone ? null : defaultZone);
  return [...(zone === null ? [] : [zone]), ...(node.region === null ? [] : [node.region])];
}

/** No id of a group: those have no spaces. */
export const defaultZone = 'default zone';
