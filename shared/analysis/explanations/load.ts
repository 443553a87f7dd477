import { erlangC, queueWait } from '../../math/queueing';
import { isPaced, limitRpsOf, pacingWait } from '../rate-limit';
import { poolsOf } from '../server-pools';
import {
  bandwidthCapacityRps,
  type ServiceMix,
  serviceMix,
  utilizationOf,
  workingReplicas,
} from '../station';
import { arrivingAt, loadAt, type NodeSubject } from './explanation';

/** Service of the mix that arrives at a node. */
export function serviceOf({ context, node, at }: NodeSubject): ServiceMix {
  const { readsRps, writesRps } = loadAt(context, at);
  return serviceMix(node, readsRps, writesRps);
}

/** Whether a node refuses what finds its places taken. Stores do not read the limit. */
export const isLimited = (subject: NodeSubject): boolean =>
  subject.node.config.queueLimit !== null &&
  !['store', 'source', 'pass-through'].includes(subject.node.behaviour) &&
  serviceOf(subject).meanMs > 0;

export const networkRps = ({ context, node, at }: NodeSubject): number | null =>
  bandwidthCapacityRps(node, loadAt(context, at));

/** Whether the network of a node is what its utilization is of. */
export function isNetworkBusiest(subject: NodeSubject): boolean {
  const { context, at, figures } = subject;
  const carried = networkRps(subject);
  if (carried === null || (figures.utilization ?? 0) === 0) return false;
  const { readsRps, writesRps } = loadAt(context, at);
  return utilizationOf(readsRps + writesRps, carried) === figures.utilization;
}

/** Queues of a station that waits are taken over, each with its share of the arrivals. */
export interface WaitPools {
  readonly of: readonly {
    readonly servers: number;
    readonly rateRps: number;
    readonly share: number;
    /** Erlang C. */
    readonly waiting: number;
  }[];
  readonly serviceMs: number;
  readonly cv: number;
  readonly arrivalScv: number;
  /** Which queue it is, where that is not one for all servers; a choice of the formulas. */
  readonly queue: 'shared' | 'even' | 'turn' | 'hashed' | 'leader' | 'hottest';
}

export function waitPools(subject: NodeSubject): WaitPools {
  const { context, node, at } = subject;
  const load = loadAt(context, at);
  const spread = context.loaded.model.spreads[at] ?? { kind: 'shared' };
  if (node.behaviour === 'store') return leaderPools(subject);
  const mix = serviceOf(subject);
  const offeredRps = load.readsRps + load.writesRps;
  const pools = poolsOf(node, spread).filter(({ share }) => share > 0);
  const isSplit = spread.kind !== 'shared' && workingReplicas(node) > 1;
  return {
    of: pools.map(({ share, count, servers }) => {
      const rateRps = offeredRps * share;
      const waiting = erlangC(servers, (rateRps * mix.meanMs) / 1000);
      return { servers, rateRps, share: share * count, waiting };
    }),
    serviceMs: mix.meanMs,
    cv: Math.sqrt(mix.scv),
    arrivalScv: spread.kind === 'round-robin' ? 1 / workingReplicas(node) : 1,
    queue: isSplit ? splitQueues[spread.kind] : 'shared',
  };
}

const splitQueues = { random: 'even', 'round-robin': 'turn', hashed: 'hashed' } as const;

/** The queue of the leader of a shard that takes `part` of a store's unscattered calls. */
function leaderOf({ context, node, at }: NodeSubject, part: number) {
  const { config } = node;
  const { readsRps, writesRps } = loadAt(context, at);
  const arriving = readsRps * (config.scatter ? 1 : part);
  const reads = readsAnyReplica(node) ? arriving / config.replicasPerShard : arriving;
  const writes = writesRps * part;
  return { rateRps: reads + writes, mix: serviceMix(node, reads, writes) };
}

const hottestPart = ({ node }: NodeSubject): number =>
  node.config.hotShare + (1 - node.config.hotShare) / node.config.shards;

/** The queue of the leader of a store's hottest shard. */
function leaderPools(subject: NodeSubject): WaitPools {
  const { concurrency, shards } = subject.node.config;
  const { rateRps, mix } = leaderOf(subject, hottestPart(subject));
  const waiting = erlangC(concurrency, (rateRps * mix.meanMs) / 1000);
  return {
    of: [{ servers: concurrency, rateRps, share: 1, waiting }],
    serviceMs: mix.meanMs,
    cv: Math.sqrt(mix.scv),
    arrivalScv: 1,
    queue: shards === 1 ? 'leader' : 'hottest',
  };
}

/** The part of the calls that goes to the hottest shard, and the mean wait at the leaders of the others. */
export function otherShards(subject: NodeSubject): { readonly hottest: number; readonly waitMs: number } {
  const { hotShare, shards, concurrency } = subject.node.config;
  const { rateRps, mix } = leaderOf(subject, (1 - hotShare) / shards);
  const wait = queueWait(concurrency, mix.meanMs, rateRps / 1000, 1, mix.scv);
  return { hottest: hottestPart(subject), waitMs: (wait?.meanMs ?? 0) + (pacingOf(subject)?.waitMs ?? 0) };
}

/** Whether each read of a store goes to one replica at random. */
export const readsAnyReplica = ({ config }: NodeSubject['node']): boolean =>
  config.replicasPerShard > 1 && config.replication !== 'quorum' && config.readFrom === 'any';

/** The limit at which a node takes what buffers hold for it, how much of it is used, and the wait for it; null where none does. */
export function pacingOf({ context, node, at }: NodeSubject) {
  const limitRps = limitRpsOf(node);
  if (limitRps === null || !isPaced(context.loaded.model.spreads[at])) return null;
  const { readsRps, writesRps } = arrivingAt(context, at);
  const { probability, meanMs } = pacingWait(limitRps, readsRps + writesRps);
  return { limitRps, use: probability, waitMs: probability * meanMs };
}
