import type { ResolvedNode } from '../catalog/resolved';
import { type QueueWait, queueWait } from '../math/queueing';
import { mixture, noWait, type Response, ranked, sojourn } from '../math/response';
import {
  bandwidthCapacityRps,
  kindShares,
  lowerOf,
  type NodeLoad,
  type StationState,
  serviceMix,
} from './station';

/** `count` alike shards, each taking `share` of the unscattered calls. */
interface ShardClass {
  readonly share: number;
  readonly count: number;
}

/** The hottest shard takes h + (1 − h) ÷ shards, the others the rest evenly. */
function shardClasses(node: ResolvedNode): readonly ShardClass[] {
  const { shards, hotShare } = node.config;
  const even = (1 - hotShare) / shards;
  if (shards === 1) return [{ share: 1, count: 1 }];
  if (hotShare === 0) return [{ share: even, count: shards }];
  return [
    { share: hotShare + even, count: 1 },
    { share: even, count: shards - 1 },
  ];
}

/** Arrivals at one replica. */
interface ReplicaLoad {
  readonly readsRps: number;
  readonly writesRps: number;
}

/** Loads of a shard's leader and of each follower: writes work on all, reads on the leader, on one or on all. */
function replicaLoads(node: ResolvedNode, shard: ShardClass, load: NodeLoad) {
  const { replicasPerShard, replication, readFrom, scatter } = node.config;
  const writesRps = load.writesRps * shard.share;
  const readsRps = scatter ? load.readsRps : load.readsRps * shard.share;
  if (replicasPerShard === 1 || replication === 'quorum') {
    const each: ReplicaLoad = { readsRps, writesRps };
    return { leader: each, follower: each };
  }
  if (readFrom === 'leader') return { leader: { readsRps, writesRps }, follower: { readsRps: 0, writesRps } };
  const each: ReplicaLoad = { readsRps: readsRps / replicasPerShard, writesRps };
  return { leader: each, follower: each };
}

/** The leader is never less busy than a follower. */
function utilizationOf(node: ResolvedNode, { readsRps, writesRps }: ReplicaLoad): number {
  const { readMs, writeMs, concurrency } = node.config;
  return (readsRps * readMs + writesRps * writeMs) / (1000 * concurrency);
}

const leaderUtilization = (node: ResolvedNode, shard: ShardClass, load: NodeLoad): number =>
  utilizationOf(node, replicaLoads(node, shard, load).leader);

/** Utilization of the busiest replica of the hottest shard. */
export function storeUse(node: ResolvedNode, load: NodeLoad): number {
  const hottest = shardClasses(node)[0];
  return hottest === undefined ? 0 : leaderUtilization(node, hottest, load);
}

/** Share of its reads and writes that a store serves: each shard what it can; a scattered read what the busiest can. */
export function storePassed(
  node: ResolvedNode,
  load: NodeLoad,
): { readonly reads: number; readonly writes: number } {
  let byShard = 0;
  let least = 1;
  for (const shard of shardClasses(node)) {
    const busy = leaderUtilization(node, shard, load);
    const served = busy > 1 ? 1 / busy : 1;
    byShard += shard.share * shard.count * served;
    least = Math.min(least, served);
  }
  const writes = least === 1 ? 1 : Math.min(1, byShard);
  return { reads: node.config.scatter ? least : writes, writes };
}

function replicaWait(node: ResolvedNode, { readsRps, writesRps }: ReplicaLoad): QueueWait | null {
  const mix = serviceMix(node, readsRps, writesRps);
  return queueWait(node.config.concurrency, mix.meanMs, (readsRps + writesRps) / 1000, 1, mix.scv);
}

function visitOf(node: ResolvedNode, wait: QueueWait, serviceMs: number, delayMs: number): Response {
  const terms =
    wait.probability > 0 ? [{ weight: wait.probability, ratePerMs: wait.ratePerMs }] : noWait.terms;
  return sojourn({ kind: 'free', terms }, { meanMs: serviceMs, cv: node.config.cv }, delayMs);
}

/** Answers of one shard to a read and to a write; null where a replica is saturated. */
function shardAnswers(node: ResolvedNode, shard: ShardClass, load: NodeLoad) {
  const { readMs, writeMs, replicasPerShard: replicas, replicaRttMs, replication } = node.config;
  const loads = replicaLoads(node, shard, load);
  const leader = replicaWait(node, loads.leader);
  const follower = replicaWait(node, loads.follower);
  if (leader === null || follower === null) return null;
  const first = (serviceMs: number) => visitOf(node, leader, serviceMs, 0);
  const others = (serviceMs: number) => ({
    count: replicas - 1,
    response: visitOf(node, follower, serviceMs, replicaRttMs),
  });
  const nth = (rank: number, serviceMs: number) =>
    ranked(rank, [{ count: 1, response: first(serviceMs) }, others(serviceMs)]);
  if (replicas === 1 || replication === 'async')
    return { read: first(readMs), write: first(writeMs), wait: leader };
  if (replication === 'quorum')
    return {
      read: nth(node.config.readQuorum, readMs),
      write: nth(node.config.writeQuorum, writeMs),
      wait: leader,
    };
  if (replication === 'sync') return { read: first(readMs), write: nth(replicas, writeMs), wait: leader };
  const fastest = ranked(1, [others(writeMs)]);
  const write = ranked(2, [
    { count: 1, response: first(writeMs) },
    { count: 1, response: fastest },
  ]);
  return { read: first(readMs), write, wait: leader };
}

/** Figures of a store: shards of replicas, each replica an M/M/c of its own. */
export function storeState(node: ResolvedNode, load: NodeLoad): StationState {
  const { shards, replicasPerShard, replication, scatter } = node.config;
  const classes = shardClasses(node);
  const hottest = classes[0] ?? { share: 1, count: 1 };
  const offeredRps = load.readsRps + load.writesRps;
  const busy = leaderUtilization(node, hottest, load);
  const perRead = leaderUtilization(node, hottest, { readsRps: 1, writesRps: 0, bytesPerSecond: 0 });
  const serversRps =
    offeredRps > 0 ? (busy > 0 ? offeredRps / busy : null) : perRead > 0 ? 1 / perRead : null;
  const bandwidthRps = bandwidthCapacityRps(node, load);
  const bandwidthUse = bandwidthRps === null ? 0 : offeredRps / bandwidthRps;
  const utilization = Math.max(busy, bandwidthUse);
  const answers = classes.map((shard) => ({ shard, answers: shardAnswers(node, shard, load) }));
  const passed = storePassed(node, load);
  const byNetwork = bandwidthUse > 1 ? 1 / bandwidthUse : 1;
  const waits = answers[0]?.answers?.wait ?? null;
  const known = answers.flatMap(({ shard, answers: of }) => (of === null ? [] : [{ shard, ...of }]));
  const complete = utilization < 1 && known.length === classes.length;
  return {
    offeredRps,
    capacityRps: lowerOf(serversRps, bandwidthRps),
    utilization,
    saturated: utilization >= 1,
    refused: 0,
    readsPassed: Math.min(passed.reads, byNetwork),
    writesPassed: Math.min(passed.writes, byNetwork),
    waitProbability: waits === null ? null : waits.probability,
    waitMs: waits === null ? null : waits.meanMs,
    ...(complete ? responsesOf(node, known, load) : { read: null, write: null, mixed: null }),
    readsReplicated: (replicasPerShard > 1 && replication === 'quorum') || (scatter && shards > 1),
    writesReplicated: replicasPerShard > 1 && replication !== 'async',
  };
}

function responsesOf(
  node: ResolvedNode,
  shards: readonly { readonly shard: ShardClass; readonly read: Response; readonly write: Response }[],
  load: NodeLoad,
) {
  const byTraffic = (kind: 'read' | 'write') =>
    mixture(shards.map((of) => ({ weight: of.shard.share * of.shard.count, response: of[kind] })));
  const write = byTraffic('write');
  const read = node.config.scatter
    ? ranked(
        node.config.shards,
        shards.map((of) => ({ count: of.shard.count, response: of.read })),
      )
    : byTraffic('read');
  const { reads, writes } = kindShares(load);
  return {
    read,
    write,
    mixed: mixture([
      { weight: reads, response: read },
      { weight: writes, response: write },
    ]),
  };
}
