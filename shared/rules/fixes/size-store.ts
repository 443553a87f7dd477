import type { ResolvedConfig } from '../../catalog/resolved';
import { atLeastUp } from '../../math/k-of-n';
import { tolerance } from '../facts/tolerance';

/** What arrives at a store, in requests a second or in any other unit: only the proportions count. */
export interface StoreMix {
  readonly reads: number;
  readonly writes: number;
}

export interface StoreSize {
  readonly shards: number;
  readonly replicasPerShard: number;
}

/**
 * How busy the busiest replica of the hottest shard is, in proportion: the hottest shard takes h + (1 − h) ÷ shards, a
 * write works on every replica, a read on the leader, on one at random (any), on all (quorum), or in every shard (scatter).
 */
export function busiestReplica(config: ResolvedConfig, mix: StoreMix, size: StoreSize): number {
  const hot = config.hotShare + (1 - config.hotShare) / size.shards;
  const readers = readsSpread(config) ? size.replicasPerShard : 1;
  const reads = ((config.scatter ? 1 : hot) * mix.reads * config.readMs) / readers;
  return reads + hot * mix.writes * config.writeMs;
}

/** Whether more replicas take reads off the leader. */
export const readsSpread = (config: ResolvedConfig): boolean =>
  config.readFrom === 'any' && config.replication !== 'quorum';

/** Sizes beyond these are another design, not more of the same. */
const mostReplicas = 7;
const mostShards = 4096;
export interface StoreLoad {
  readonly config: ResolvedConfig;
  readonly mix: StoreMix;
  /** Utilization at the demand with the shards and replicas that there are; may pass 1. */
  readonly utilization: number;
  readonly canReplicate: boolean;
  readonly canShard: boolean;
}

/**
 * The fewest more replicas, where reads are what is too much and replicas take them, or else the fewest shards, with which the
 * busiest replica stays within `maxUtilization` with one replica of its shard lost. Null where neither does it.
 */
export function sizeStore(load: StoreLoad): StoreSize | null {
  const { config } = load;
  const size: StoreSize = { shards: config.shards, replicasPerShard: config.replicasPerShard };
  const now = busiestReplica(config, load.mix, size);
  if (now === 0) return null;
  const fits = (next: StoreSize): boolean => {
    // A shard of one replica has none to lose that would leave load behind.
    const left = { ...next, replicasPerShard: Math.max(1, next.replicasPerShard - 1) };
    const utilization = (load.utilization * busiestReplica(config, load.mix, left)) / now;
    return utilization <= config.maxUtilization + tolerance;
  };
  if (load.canReplicate && readsSpread(config)) {
    for (let replicas = size.replicasPerShard + 1; replicas <= mostReplicas; replicas += 1) {
      const next = { ...size, replicasPerShard: replicas };
      if (fits(next)) return next;
    }
  }
  return load.canShard ? fewestShards(size, fits) : null;
}

/** Utilization falls with every shard, so the fewest that fit are found by halving. */
function fewestShards(size: StoreSize, fits: (size: StoreSize) => boolean): StoreSize | null {
  let low = size.shards;
  let high = mostShards;
  if (!fits({ ...size, shards: high })) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits({ ...size, shards: middle })) high = middle;
    else low = middle;
  }
  return { ...size, shards: high };
}

/** Replicas of a shard that a request needs up: 1, the larger quorum, or those without which it refuses writes. */
function neededUp(config: ResolvedConfig, replicas: number): number {
  if (config.replication === 'quorum') return Math.floor(replicas / 2) + 1;
  if (config.other.onReplicaLoss !== 'refuse') return 1;
  if (config.replication === 'sync') return replicas;
  return config.replication === 'semi-sync' ? Math.min(2, replicas) : 1;
}

/**
 * The fewest replicas with which a shard survives the loss of one, a majority of them with quorum, and that are up often
 * enough for the availability target, where replicas alone can reach it.
 */
export function sizeShard(config: ResolvedConfig, availabilityTarget: number): number {
  const fewest = config.replication === 'quorum' || config.replication === 'semi-sync' ? 3 : 2;
  for (let n = fewest; n <= mostReplicas; n += 1) {
    if (atLeastUp(n, neededUp(config, n), config.instanceAvailability) >= availabilityTarget) return n;
  }
  return fewest;
}
