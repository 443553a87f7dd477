import type { ResolvedNode } from '../catalog/resolved';
import { type QueueWait, queueWait, usedShareOf } from '../math/queueing';
import { type FreeWait, mixture, noWait, type Response, ranked } from '../math/response';
import { visitResponse } from '../math/visit-response';
import {
  bandwidthCapacityRps,
  boundOf,
  leastOf,
  mixedResponse,
  type NodeLoad,
  ownTimeOf,
  type StationState,
  serviceMix,
  utilizationOf,
} from './station';

/** `count` alike shards, each taking `share` of the unscattered calls. */
interface ShardClass {
  readonly share: number;
  readonly count: number;
}

const unsharded: readonly ShardClass[] = [{ share: 1, count: 1 }];

/** The hottest shard takes h + (1 − h) ÷ shards, the others the rest evenly. */
function shardClasses(node: ResolvedNode): readonly ShardClass[] {
  const { shards, hotShare } = node.config;
  if (shards === 1) return unsharded;
  const even = (1 - hotShare) / shards;
  if (hotShare === 0) return [{ share: even, count: shards }];
  return [
    { share: hotShare + even, count: 1 },
    { share: even, count: shards - 1 },
  ];
}

// Writes work on all replicas of a shard alike, reads on the leader, on one or on all.

/** Reads a second of the leader of a shard that gets `readsRps`. */
function leaderReads(node: ResolvedNode, readsRps: number): number {
  const { replicasPerShard, replication, readFrom } = node.config;
  const asksOne = replicasPerShard === 1 || replication === 'quorum' || readFrom === 'leader';
  return asksOne ? readsRps : readsRps / replicasPerShard;
}

/** The same of each follower. */
function followerReads(node: ResolvedNode, readsRps: number): number {
  const { replicasPerShard, replication, readFrom } = node.config;
  if (replicasPerShard === 1 || replication === 'quorum') return readsRps;
  return readFrom === 'leader' ? 0 : readsRps / replicasPerShard;
}

const shardReads = ({ config }: ResolvedNode, { share }: ShardClass, { readsRps }: NodeLoad): number =>
  config.scatter ? readsRps : readsRps * share;

/** Utilization of a shard's leader, which is never less busy than a follower. */
function leaderUtilization(node: ResolvedNode, shard: ShardClass, load: NodeLoad): number {
  const { readMs, writeMs, concurrency } = node.config;
  const readsRps = leaderReads(node, shardReads(node, shard, load));
  return usedShareOf(readsRps * readMs + load.writesRps * shard.share * writeMs, 1000 * concurrency);
}

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

function replicaWait(node: ResolvedNode, readsRps: number, writesRps: number): QueueWait | null {
  const mix = serviceMix(node, readsRps, writesRps);
  return queueWait(node.config.concurrency, mix.meanMs, (readsRps + writesRps) / 1000, 1, mix.scv);
}

/** Answers of one shard to a read and to a write; null where a replica is saturated. */
function shardAnswers(node: ResolvedNode, shard: ShardClass, load: NodeLoad): Answers | null {
  const offered = shardReads(node, shard, load);
  const writesRps = load.writesRps * shard.share;
  const ofLeader = leaderReads(node, offered);
  const ofFollower = followerReads(node, offered);
  const leader = replicaWait(node, ofLeader, writesRps);
  if (leader === null) return null;
  const { readMs, writeMs, replicasPerShard, replication } = node.config;
  const wait = waitOf(leader);
  const read = visitResponse(wait, ownTimeOf(node, readMs));
  const write = visitResponse(wait, ownTimeOf(node, writeMs));
  const answers = { read, write, wait: leader };
  if (replicasPerShard === 1) return answers;
  // Nobody waits for a follower that replicates asynchronously, but one that falls behind without bound is no replica.
  if (replication === 'async') return isFull(node, ofFollower, writesRps) ? null : answers;
  const follower = ofFollower === ofLeader ? leader : replicaWait(node, ofFollower, writesRps);
  return follower === null ? null : replicatedAnswers(node, answers, waitOf(follower));
}

/** Whether a replica has more to do than it can, which is when it has no wait. */
const isFull = (node: ResolvedNode, readsRps: number, writesRps: number): boolean =>
  ((readsRps + writesRps) / 1000) * serviceMix(node, readsRps, writesRps).meanMs >= node.config.concurrency;

interface Answers {
  readonly read: Response;
  readonly write: Response;
  /** The leader's. */
  readonly wait: QueueWait;
}

const waitOf = ({ probability, ratePerMs }: QueueWait): FreeWait =>
  probability > 0 ? { kind: 'free', terms: [{ weight: probability, ratePerMs }] } : noWait;

/** The answers of replicas that wait for each other, given those of the leader and the wait of a follower. */
function replicatedAnswers(node: ResolvedNode, leader: Answers, wait: FreeWait): Answers {
  const { replicasPerShard: replicas, replication, readQuorum, writeQuorum } = node.config;
  const { readMs, writeMs, replicaRttMs } = node.config;
  const followers = (meanMs: number) => ({
    count: replicas - 1,
    response: visitResponse(wait, ownTimeOf(node, meanMs), replicaRttMs),
  });
  const read = { count: 1, response: leader.read };
  const write = { count: 1, response: leader.write };
  if (replication === 'quorum')
    return {
      read: ranked(readQuorum, [read, followers(readMs)]),
      write: ranked(writeQuorum, [write, followers(writeMs)]),
      wait: leader.wait,
    };
  if (replication === 'sync') return { ...leader, write: ranked(replicas, [write, followers(writeMs)]) };
  const fastest = ranked(1, [followers(writeMs)]);
  return { ...leader, write: ranked(2, [write, { count: 1, response: fastest }]) };
}

/** Requests a second that a store can serve of the mix that arrives, of reads where nothing does; null without a bound. */
function serversRpsOf(
  node: ResolvedNode,
  hottest: ShardClass,
  offeredRps: number,
  busy: number,
): number | null {
  if (offeredRps > 0) return busy > 0 ? boundOf(offeredRps / busy) : null;
  const perRead = leaderUtilization(node, hottest, oneRead);
  return perRead > 0 ? boundOf(1 / perRead) : null;
}

const oneRead: NodeLoad = { readsRps: 1, writesRps: 0, bytesPerSecond: 0 };

/** Figures of a store: shards of replicas, each replica an M/M/c of its own. */
export function storeState(node: ResolvedNode, load: NodeLoad): StationState {
  const { shards, replicasPerShard, replication, scatter } = node.config;
  const classes = shardClasses(node);
  const hottest = classes[0] ?? { share: 1, count: 1 };
  const offeredRps = load.readsRps + load.writesRps;
  const busy = leaderUtilization(node, hottest, load);
  const bandwidthRps = bandwidthCapacityRps(node, load);
  const bandwidthUse = bandwidthRps === null ? 0 : utilizationOf(offeredRps, bandwidthRps);
  const utilization = Math.max(busy, bandwidthUse);
  const passed = storePassed(node, load);
  const byNetwork = bandwidthUse > 1 ? 1 / bandwidthUse : 1;
  const answers = classes.map((shard) => shardAnswers(node, shard, load));
  const waits = answers[0]?.wait ?? null;
  const responses = utilization < 1 ? responsesOf(node, classes, answers) : null;
  return {
    offeredRps,
    ...leastOf([
      ['work', serversRpsOf(node, hottest, offeredRps, busy)],
      ['bandwidth', bandwidthRps],
    ]),
    utilization,
    connectionsUtilization: null,
    saturated: utilization >= 1,
    refused: 0,
    readsPassed: Math.min(passed.reads, byNetwork),
    writesPassed: Math.min(passed.writes, byNetwork),
    waitProbability: waits === null ? null : waits.probability,
    waitMs: waits === null ? null : waits.meanMs,
    serviceScv: serviceMix(node, load.readsRps, load.writesRps).scv,
    laneWaitMs: waits === null ? null : waits.meanMs,
    places: null,
    read: responses?.read ?? null,
    write: responses?.write ?? null,
    mixed: responses === null ? null : mixedResponse(load, responses.read, responses.write),
    readsReplicated: (replicasPerShard > 1 && replication === 'quorum') || (scatter && shards > 1),
    writesReplicated: replicasPerShard > 1 && replication !== 'async',
  };
}

interface Responses {
  readonly read: Response;
  readonly write: Response;
}

/** What a read and a write take over all shards; null where one of them is saturated. */
function responsesOf(
  node: ResolvedNode,
  classes: readonly ShardClass[],
  answers: readonly (Answers | null)[],
): Responses | null {
  const only = answers[0];
  if (node.config.shards === 1) return only ?? null;
  const known = answers.filter((of) => of !== null);
  if (known.length < classes.length) return null;
  const byTraffic = (responseOf: (of: Answers) => Response): Response =>
    mixture(
      known.map((of, i) => {
        const { share, count } = classes[i] as ShardClass;
        return { weight: share * count, response: responseOf(of) };
      }),
    );
  const read = node.config.scatter
    ? ranked(
        node.config.shards,
        known.map((of, i) => ({ count: (classes[i] as ShardClass).count, response: of.read })),
      )
    : byTraffic((of) => of.read);
  return { read, write: byTraffic((of) => of.write) };
}
