import type { ResolvedConfig, ResolvedNode } from '../../../shared/catalog/resolved';
import type { FlowKind } from '../../../shared/model/vocabulary';
import {
  fastest,
  type Law,
  later,
  meanOfLaw,
  oneOf,
  ownMean,
  ownVariance,
  secondOfLaw,
  slowest,
} from './law';
import { ownOf } from './pools';
import { type Arrivals, type Queue, unboundedQueue, waitSecondOf } from './queue';
import { bandwidthRps, type StationFigures } from './station';

interface Shard {
  readonly share: number;
  readonly leader: Queue;
  readonly follower: Queue;
}

const isQuorum = (config: ResolvedConfig): boolean => config.replication === 'quorum';

/** What each replica of a shard works on, that has this much to read and to write. */
function replicaArrivals(config: ResolvedConfig, { readRps, writeRps }: Arrivals) {
  const { replicasPerShard: count } = config;
  if (isQuorum(config)) return { leader: { readRps, writeRps }, follower: { readRps, writeRps } };
  if (config.readFrom === 'any') {
    const each = { readRps: readRps / count, writeRps };
    return { leader: each, follower: each };
  }
  return { leader: { readRps, writeRps }, follower: { readRps: 0, writeRps } };
}

function shardsOf(config: ResolvedConfig, { readRps, writeRps }: Arrivals): readonly Shard[] {
  const { shards: count, hotShare } = config;
  return Array.from({ length: count }, (_, i) => {
    const share = (i === 0 ? hotShare : 0) + (1 - hotShare) / count;
    const arrivals = replicaArrivals(config, {
      readRps: config.scatter ? readRps : readRps * share,
      writeRps: writeRps * share,
    });
    return {
      share,
      leader: unboundedQueue(config.concurrency, arrivals.leader, config, 1),
      follower: unboundedQueue(config.concurrency, arrivals.follower, config, 1),
    };
  });
}

/** Responses of the leader and, later by their round trip, of the followers of a shard. */
function answers(node: ResolvedNode, shard: Shard, kind: FlowKind) {
  const { config } = node;
  const own = ownOf(node, kind);
  const leader = shard.leader.law(own);
  const follower = later(shard.follower.law(own), config.replicaRttMs);
  return { leader, followers: Array.from({ length: config.replicasPerShard - 1 }, () => follower) };
}

function writeOf(node: ResolvedNode, shard: Shard): Law {
  const { config } = node;
  const { leader, followers } = answers(node, shard, 'write');
  if (followers.length === 0) return leader;
  switch (config.replication) {
    case 'async':
      return leader;
    case 'semi-sync':
      return slowest([leader, fastest(1, followers)]);
    case 'sync':
      return slowest([leader, ...followers]);
    case 'quorum':
      return fastest(config.writeQuorum, [leader, ...followers]);
  }
}

/** With any replica read, all of them have the same load, so one represents all. */
function readOf(node: ResolvedNode, shard: Shard): Law {
  const { config } = node;
  const { leader, followers } = answers(node, shard, 'read');
  return isQuorum(config) ? fastest(config.readQuorum, [leader, ...followers]) : leader;
}

function responseOf(node: ResolvedNode, shards: readonly Shard[], kind: FlowKind): Law {
  if (kind === 'read' && node.config.scatter) return slowest(shards.map((shard) => readOf(node, shard)));
  return oneOf(
    shards.map((shard) => [shard.share, kind === 'read' ? readOf(node, shard) : writeOf(node, shard)]),
  );
}

/** Several answers wait for each other: the mean is a matter of order statistics. */
function isOrdered(config: ResolvedConfig, kind: FlowKind): boolean {
  if (kind === 'read' && config.scatter && config.shards > 1) return true;
  if (config.replicasPerShard === 1) return false;
  return isQuorum(config) || (kind === 'write' && config.replication !== 'async');
}

/** Section 2, "Stores". */
export function storeFigures(node: ResolvedNode, arrivals: Arrivals, bytes: number): StationFigures {
  const { config } = node;
  const rps = arrivals.readRps + arrivals.writeRps;
  const shards = shardsOf(config, arrivals);
  const [hottest] = shards;
  if (hottest === undefined) throw new Error('a store without a shard');
  const network = bandwidthRps(node, config.shards * config.replicasPerShard, bytes);
  const rho = hottest.leader.rho;
  const utilization = Math.max(rho, rps / network);
  const oneRead = shardsOf(config, { readRps: 1e-9, writeRps: 0 })[0]?.leader.rho ?? Number.NaN;
  const capacityRps = rps === 0 ? 1e-9 / oneRead : rps / utilization;
  const means = new Map<FlowKind, number>();
  const variances = new Map<FlowKind, number>();
  const computed = (kind: FlowKind): number => {
    if (rho >= 1) return Number.NaN;
    if (isOrdered(config, kind)) return meanOfLaw(responseOf(node, shards, kind));
    const mean = ownMean(ownOf(node, kind));
    return shards.reduce((sum, { share, leader }) => sum + share * (leader.waitMs + mean), 0);
  };
  const meanOf = (kind: FlowKind): number => {
    const mean = means.get(kind) ?? computed(kind);
    means.set(kind, mean);
    return mean;
  };
  const limitedBy = rho >= rps / network ? 'work' : 'bandwidth';
  return {
    offeredRps: rps,
    utilization,
    capacityRps: Number.isFinite(capacityRps) ? capacityRps : null,
    limitedBy: Number.isFinite(capacityRps) ? limitedBy : null,
    saturated: utilization >= 1,
    lanesUtilization: rho,
    placesUtilization: null,
    placesRps: Number.POSITIVE_INFINITY,
    passed: Math.min(
      shards.reduce((sum, { share, leader }) => sum + share * Math.min(1, 1 / leader.rho), 0),
      rps === 0 ? 1 : network / rps,
    ),
    refused: 0,
    waitProbability: hottest.leader.waitProbability,
    waitMs: hottest.leader.waitMs,
    placeWaitMs: 0,
    placeWaitProbability: 0,
    laneWait: { mean: hottest.leader.waitMs, variance: 0 },
    meanMs: meanOf,
    varianceMs: (kind) => {
      if (rho >= 1) return Number.NaN;
      const knownVariance = variances.get(kind);
      if (knownVariance !== undefined) return knownVariance;
      if (isOrdered(config, kind)) {
        const variance = secondOfLaw(responseOf(node, shards, kind)) - meanOf(kind) ** 2;
        variances.set(kind, variance);
        return variance;
      }
      const own = ownOf(node, kind);
      const second = shards.reduce(
        (sum, { share, leader }) => sum + share * (waitSecondOf(leader) + 2 * leader.waitMs * ownMean(own)),
        0,
      );
      return second + ownVariance(own) + ownMean(own) ** 2 - meanOf(kind) ** 2;
    },
    response: (kind) => responseOf(node, shards, kind),
  };
}

/** What a follower of the hottest shard takes for a write, its round trip included: the lag of asynchronous copies. */
export function followerMeanMs(node: ResolvedNode, arrivals: Arrivals): number {
  const [hottest] = shardsOf(node.config, arrivals);
  return node.config.replicaRttMs + (hottest?.follower.waitMs ?? Number.NaN) + ownMean(ownOf(node, 'write'));
}
