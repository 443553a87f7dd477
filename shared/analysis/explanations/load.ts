import { erlangC, queueWait } from '../../math/queueing';
import { bandwidthCapacityRps, type ServiceMix, serviceMix } from '../station';
import { poolsOf, stationUse } from '../stations';
import { loadAt, type NodeSubject } from './explanation';

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
  const { context, node, at, figures } = subject;
  const carried = networkRps(subject);
  const spread = context.loaded.model.spreads[at];
  if (carried === null || spread === undefined || (figures.utilization ?? 0) === 0) return false;
  const use = (figures.offeredRps ?? 0) / carried;
  if (isLimited(subject)) return use === figures.utilization;
  return use === stationUse(node, spread, loadAt(context, at));
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
  /** Whose queue it is, where that is not all servers'. */
  readonly words: string;
}

export function waitPools(subject: NodeSubject): WaitPools {
  const { context, node, at } = subject;
  const load = loadAt(context, at);
  const spread = context.loaded.model.spreads[at] ?? { kind: 'shared' };
  if (node.behaviour === 'store') return leaderPools(subject);
  const mix = serviceOf(subject);
  const offeredRps = load.readsRps + load.writesRps;
  const pools = poolsOf(node, spread).filter(({ share }) => share > 0);
  const isSplit = spread.kind !== 'shared' && node.config.replicas > 1;
  return {
    of: pools.map(({ share, count, servers }) => {
      const rateRps = offeredRps * share;
      const waiting = erlangC(servers, (rateRps * mix.meanMs) / 1000);
      return { servers, rateRps, share: share * count, waiting };
    }),
    serviceMs: mix.meanMs,
    cv: Math.sqrt(mix.scv),
    arrivalScv: spread.kind === 'round-robin' ? 1 / node.config.replicas : 1,
    words: isSplit ? `: each server has a queue of its own, ${spreadWords[spread.kind]}` : '',
  };
}

const spreadWords = {
  random: 'and takes an even share',
  'round-robin': 'and takes the requests in turn',
  hashed: 'the busiest one first',
} as const;

/** The queue of the leader of a shard that takes `part` of a store's unscattered calls. */
function leaderOf({ context, node, at }: NodeSubject, part: number) {
  const { config } = node;
  const { readsRps, writesRps } = loadAt(context, at);
  const asked = readsRps * (config.scatter ? 1 : part);
  const reads = readsAnyReplica(node) ? asked / config.replicasPerShard : asked;
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
    words: `: the leader${shards === 1 ? '' : ' of the hottest shard'}, with all that it is asked itself`,
  };
}

/** The part of the calls that goes to the hottest shard, and the mean wait at the leaders of the others. */
export function otherShards(subject: NodeSubject): { readonly hottest: number; readonly waitMs: number } {
  const { hotShare, shards, concurrency } = subject.node.config;
  const { rateRps, mix } = leaderOf(subject, (1 - hotShare) / shards);
  const wait = queueWait(concurrency, mix.meanMs, rateRps / 1000, 1, mix.scv);
  return { hottest: hottestPart(subject), waitMs: wait?.meanMs ?? 0 };
}

/** Whether each read of a store goes to one replica at random. */
export const readsAnyReplica = ({ config }: NodeSubject['node']): boolean =>
  config.replicasPerShard > 1 && config.replication !== 'quorum' && config.readFrom === 'any';
