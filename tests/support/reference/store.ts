import type { ResolvedConfig } from '../../../shared/catalog/resolved';
import type { FlowKind } from '../../../shared/model/vocabulary';
import { fastest, type Law, later, meanOfLaw, oneOf, responseLaw, slowest } from './law';
import { type Arrivals, type Queue, unboundedQueue } from './queue';
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
function answers(config: ResolvedConfig, shard: Shard, kind: FlowKind) {
  const meanMs = kind === 'read' ? config.readMs : config.writeMs;
  const leader = responseLaw(shard.leader, meanMs, config.cv);
  const follower = later(responseLaw(shard.follower, meanMs, config.cv), config.replicaRttMs);
  return { leader, followers: Array.from({ length: config.replicasPerShard - 1 }, () => follower) };
}

function writeOf(config: ResolvedConfig, shard: Shard): Law {
  const { leader, followers } = answers(config, shard, 'write');
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

/** With any replica read, all of them have the same load, so one stands for all. */
function readOf(config: ResolvedConfig, shard: Shard): Law {
  const { leader, followers } = answers(config, shard, 'read');
  return isQuorum(config) ? fastest(config.readQuorum, [leader, ...followers]) : leader;
}

function responseOf(config: ResolvedConfig, shards: readonly Shard[], kind: FlowKind): Law {
  if (kind === 'read' && config.scatter) return slowest(shards.map((shard) => readOf(config, shard)));
  return oneOf(
    shards.map((shard) => [shard.share, kind === 'read' ? readOf(config, shard) : writeOf(config, shard)]),
  );
}

/** Several answers wait for each other: the mean is a matter of order statistics. */
function isOrdered(config: ResolvedConfig, kind: FlowKind): boolean {
  if (kind === 'read' && config.scatter && config.shards > 1) return true;
  if (config.replicasPerShard === 1) return false;
  return isQuorum(config) || (kind === 'write' && config.replication !== 'async');
}

/** Section 2, "Stores". */
export function storeFigures(config: ResolvedConfig, arrivals: Arrivals, bytes: number): StationFigures {
  const offeredRps = arrivals.readRps + arrivals.writeRps;
  const shards = shardsOf(config, arrivals);
  const [hottest] = shards;
  if (hottest === undefined) throw new Error('a store without a shard');
  const network = bandwidthRps(config, config.shards * config.replicasPerShard, bytes);
  const rho = hottest.leader.rho;
  const utilization = Math.max(rho, offeredRps / network);
  const oneRead = shardsOf(config, { readRps: 1e-9, writeRps: 0 })[0]?.leader.rho ?? Number.NaN;
  const capacityRps = offeredRps === 0 ? 1e-9 / oneRead : offeredRps / utilization;
  const means = new Map<FlowKind, number>();
  const computed = (kind: FlowKind): number => {
    if (rho >= 1) return Number.NaN;
    const service = kind === 'read' ? config.readMs : config.writeMs;
    if (isOrdered(config, kind)) return meanOfLaw(responseOf(config, shards, kind));
    return shards.reduce((sum, { share, leader }) => sum + share * (leader.waitMs + service), 0);
  };
  const meanOf = (kind: FlowKind): number => {
    const mean = means.get(kind) ?? computed(kind);
    means.set(kind, mean);
    return mean;
  };
  return {
    offeredRps,
    utilization,
    capacityRps: Number.isFinite(capacityRps) ? capacityRps : null,
    saturated: utilization >= 1,
    passed: Math.min(
      shards.reduce((sum, { share, leader }) => sum + share * Math.min(1, 1 / leader.rho), 0),
      offeredRps === 0 ? 1 : network / offeredRps,
    ),
    refused: 0,
    waitProbability: hottest.leader.waitProbability,
    waitMs: hottest.leader.waitMs,
    meanMs: meanOf,
    response: (kind) => responseOf(config, shards, kind),
  };
}
