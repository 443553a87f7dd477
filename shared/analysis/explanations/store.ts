import type { Quantities } from '../../math/quantity';
import { kindShares } from '../station';
import {
  count,
  described,
  type Explained,
  explained,
  loadAt,
  ms,
  type NodeSubject,
  rps,
  share,
  sources,
} from './explanation';
import { otherShards, readsAnyReplica, serviceOf } from './load';

/** What calls cost the busiest replica of a store's hottest shard: of one call, or of all a second. */
export function storeWork(
  { context, node, at }: NodeSubject,
  of: 'share' | 'rps',
): { readonly text: string; readonly inputs: Quantities } {
  const { shards, hotShare, scatter, replicasPerShard, concurrency, readMs, writeMs } = node.config;
  const load = loadAt(context, at);
  const shares = kindShares(load);
  const as = of === 'share' ? share : rps;
  const hottest =
    shards === 1 ? '' : hotShare === 0 ? ' ÷ {shards} shards' : ' × ({hot} + (1 − {hot}) ÷ {shards} shards)';
  const isAny = readsAnyReplica(node);
  const [hasReads, hasWrites] = [shares.reads > 0, shares.writes > 0];
  // Of one call of a kind that is alone there is no share to tell.
  const isAlone = of === 'share' && !(hasReads && hasWrites);
  const readsHere = `${scatter ? '' : hottest}${isAny ? ' ÷ {replicas} replicas' : ''}`;
  const reads = isAlone ? `{readTime} a read${readsHere}` : `{reads} reads${readsHere} × {readTime}`;
  const writes = isAlone ? `{writeTime} a write${hottest}` : `{writes} writes${hottest} × {writeTime}`;
  return {
    text: hasReads && hasWrites ? `${reads} + ${writes}` : hasReads ? reads : writes,
    inputs: {
      ...(hasReads && { readTime: ms(readMs) }),
      ...(hasReads && !isAlone && { reads: as(of === 'share' ? shares.reads : load.readsRps) }),
      ...(hasWrites && { writeTime: ms(writeMs) }),
      ...(hasWrites && !isAlone && { writes: as(of === 'share' ? shares.writes : load.writesRps) }),
      ...(shards > 1 && { shards: count(shards) }),
      ...(shards > 1 && hotShare > 0 && { hot: share(hotShare) }),
      ...(hasReads && isAny && { replicas: count(replicasPerShard) }),
      concurrency: count(concurrency),
    },
  };
}

/** Who answers a read and a write of a store, in words. */
function answerWords({ node }: NodeSubject): string {
  const { shards, scatter, replicasPerShard: replicas, replication, readQuorum, writeQuorum } = node.config;
  const quorums = replication === 'quorum' && replicas > 1;
  const read = quorums
    ? `after ${readQuorum} of ${replicas} replicas`
    : replicas > 1 && readsAnyReplica(node)
      ? 'by any replica'
      : 'by the leader';
  const writes = {
    async: 'by the leader',
    'semi-sync': 'after the leader and the fastest follower',
    sync: `after all ${replicas} replicas`,
    quorum: `after ${writeQuorum} of ${replicas} replicas`,
  } as const;
  const write = replicas === 1 ? 'by the leader' : writes[replication];
  if (replicas === 1 && shards === 1) return 'its one replica answers';
  return `a read is answered ${read}${scatter && shards > 1 ? ` in each of ${shards} shards, the slowest counts` : ''}; a write ${write}`;
}

/** What is waited for in a store, and by whom it is answered. */
export function storeResponse(subject: NodeSubject): {
  readonly words: string;
  readonly inputs: Quantities;
} {
  const { node } = subject;
  const { replicasPerShard, replication, replicaRttMs } = node.config;
  const awaits = replicasPerShard > 1 && replication !== 'async';
  return {
    words: answerWords(subject),
    inputs: awaits ? { replicaTrip: ms(replicaRttMs) } : {},
  };
}

/** Whether one replica answers all calls that arrive: then they take its wait and its service. */
function isAnsweredByOne({ context, node, at }: NodeSubject): boolean {
  const { shards, scatter, replicasPerShard, replication } = node.config;
  const { reads, writes } = kindShares(loadAt(context, at));
  const isScattered = scatter && shards > 1;
  const isReadByOne = !isScattered && (replicasPerShard === 1 || replication !== 'quorum');
  const isWrittenByOne = replicasPerShard === 1 || replication === 'async';
  return (reads === 0 || isReadByOne) && (writes === 0 || isWrittenByOne);
}

export function storeMean(subject: NodeSubject): Explained {
  const { context, node, at, figures } = subject;
  const service = ms(serviceOf(subject).meanMs);
  const wait = ms(figures.waitMs ?? 0);
  const isEven = node.config.shards === 1 || node.config.hotShare === 0;
  if (isAnsweredByOne(subject) && isEven)
    return explained('wait {wait} + service {service}', { wait, service }, sources.erlang);
  if (isAnsweredByOne(subject)) {
    const { hottest, waitMs } = otherShards(subject);
    return explained(
      '{hottest} × {wait} + (1 − {hottest}) × {otherWait} + service {service}: wait at the hottest shard, at the others',
      { hottest: share(hottest), wait, otherWait: ms(waitMs), service },
      sources.erlang,
    );
  }
  const { words, inputs } = storeResponse(subject);
  const { reads, writes } = kindShares(loadAt(context, at));
  const state = context.loaded.states[at];
  if (reads > 0 && writes > 0)
    return explained(
      `{reads} reads × {read} + {writes} writes × {write}: ${words}`,
      {
        reads: share(reads),
        read: ms(state?.read?.meanMs ?? 0),
        writes: share(writes),
        write: ms(state?.write?.meanMs ?? 0),
        ...inputs,
      },
      sources.composition,
    );
  return described(
    `The mean of the answers, which wait for several replicas: the leader’s wait is {wait}, its service {service} with a cv of {cv}; ${words}`,
    { wait, service, cv: count(Math.sqrt(serviceOf(subject).scv)), ...inputs },
    sources.composition,
  );
}
