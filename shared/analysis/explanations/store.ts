import { message, sum, words } from '../../math/message';
import type { Quantities, Quantity } from '../../math/quantity';
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
  yesNo,
} from './explanation';
import { otherShards, readsAnyReplica, serviceOf } from './load';

/** What calls cost the busiest replica of a store's hottest shard: of one call, or of all a second. */
export function storeWork({ context, node, at }: NodeSubject, of: 'share' | 'rps'): Quantity {
  const { shards, hotShare, scatter, replicasPerShard, readMs, writeMs } = node.config;
  const load = loadAt(context, at);
  const shares = kindShares(load);
  const as = of === 'share' ? share : rps;
  const isAny = readsAnyReplica(node);
  const [hasReads, hasWrites] = [shares.reads > 0, shares.writes > 0];
  // Of one call of a kind that is alone there is no share.
  const isAlone = of === 'share' && !(hasReads && hasWrites);
  const hottest = { choice: shards === 1 ? 'none' : hotShare === 0 ? 'even' : 'hot' };
  const reads = message(
    isAlone
      ? '{readTime} a read{spread, select, even { ÷ {shards} shards} hot { × ({hot} + (1 − {hot}) ÷ {shards} shards)} other {}}{any, select, yes { ÷ {replicas} replicas} other {}}'
      : '{reads} reads{spread, select, even { ÷ {shards} shards} hot { × ({hot} + (1 − {hot}) ÷ {shards} shards)} other {}}{any, select, yes { ÷ {replicas} replicas} other {}} × {readTime}',
    { spread: scatter ? { choice: 'none' } : hottest, any: yesNo(isAny) },
  );
  const writes = message(
    isAlone
      ? '{writeTime} a write{spread, select, even { ÷ {shards} shards} hot { × ({hot} + (1 − {hot}) ÷ {shards} shards)} other {}}'
      : '{writes} writes{spread, select, even { ÷ {shards} shards} hot { × ({hot} + (1 − {hot}) ÷ {shards} shards)} other {}} × {writeTime}',
    { spread: hottest },
  );
  return sum(hasReads && hasWrites ? [reads, writes] : [hasReads ? reads : writes], {
    ...(hasReads && { readTime: ms(readMs) }),
    ...(hasReads && !isAlone && { reads: as(of === 'share' ? shares.reads : load.readsRps) }),
    ...(hasWrites && { writeTime: ms(writeMs) }),
    ...(hasWrites && !isAlone && { writes: as(of === 'share' ? shares.writes : load.writesRps) }),
    ...(shards > 1 && { shards: count(shards) }),
    ...(shards > 1 && hotShare > 0 && { hot: share(hotShare) }),
    ...(hasReads && isAny && { replicas: count(replicasPerShard) }),
  });
}

/** Who answers a read and a write of a store, in words. */
function answerOf({ node }: NodeSubject): Quantity {
  const { shards, scatter, replicasPerShard: replicas, replication, readQuorum, writeQuorum } = node.config;
  const readBy =
    replicas === 1
      ? 'leader'
      : replication === 'quorum'
        ? 'quorum'
        : readsAnyReplica(node)
          ? 'any'
          : 'leader';
  const writtenBy = { async: 'leader', 'semi-sync': 'follower', sync: 'all', quorum: 'quorum' } as const;
  return words(
    '{one, select, yes {its one replica answers} other {a read is answered {read, select, quorum {after {readQuorum} of {replicas} replicas} any {by any replica} other {by the leader}}{scattered, select, yes { in each of {shards} shards, the slowest counts} other {}}; a write {write, select, follower {after the leader and the fastest follower} all {after all {replicas} replicas} quorum {after {writeQuorum} of {replicas} replicas} other {by the leader}}}}',
    {
      one: yesNo(replicas === 1 && shards === 1),
      read: { choice: readBy },
      scattered: yesNo(scatter && shards > 1),
      write: { choice: replicas === 1 ? 'leader' : writtenBy[replication] },
      replicas: { choice: replicas },
      shards: { choice: shards },
      readQuorum: { choice: readQuorum },
      writeQuorum: { choice: writeQuorum },
    },
  );
}

/** By whom a store is answered as `answer`, and what is waited for. */
export function storeResponse(subject: NodeSubject): Quantities {
  const { replicasPerShard, replication, replicaRttMs } = subject.node.config;
  const awaits = replicasPerShard > 1 && replication !== 'async';
  return { answer: answerOf(subject), ...(awaits && { replicaTrip: ms(replicaRttMs) }) };
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

/** Delay and slow part of a visit, and whether there are any. */
export function ownTimes({ config }: NodeSubject['node']): Quantities {
  const { delayMs, slowShare, slowMs } = config;
  const isSlow = slowShare * slowMs > 0;
  return {
    delay: yesNo(delayMs > 0),
    slow: yesNo(isSlow),
    ...(delayMs > 0 && { delayTime: ms(delayMs) }),
    ...(isSlow && { slowShare: share(slowShare), slowTime: ms(slowMs) }),
  };
}

/** The mean of what one server answers: its wait, its work, and what occupies none. */
export const waitAndOwn = ({ node, figures }: NodeSubject, serviceMs: number): Explained =>
  explained(
    'wait {wait} + service {service}{delay, select, yes { + delay {delayTime}} other {}}{slow, select, yes { + {slowShare} slow × {slowTime}} other {}}',
    { wait: ms(figures.waitMs ?? 0), service: ms(serviceMs), ...ownTimes(node) },
    sources.erlang,
  );

export function storeMean(subject: NodeSubject): Explained {
  const { context, node, at, figures } = subject;
  const service = ms(serviceOf(subject).meanMs);
  const wait = ms(figures.waitMs ?? 0);
  const isEven = node.config.shards === 1 || node.config.hotShare === 0;
  if (isAnsweredByOne(subject) && isEven) return waitAndOwn(subject, serviceOf(subject).meanMs);
  if (isAnsweredByOne(subject)) {
    const { hottest, waitMs } = otherShards(subject);
    return explained(
      '{hottest} × {wait} + (1 − {hottest}) × {otherWait} + service {service}{delay, select, yes { + delay {delayTime}} other {}}{slow, select, yes { + {slowShare} slow × {slowTime}} other {}}: wait at the hottest shard, at the others',
      { hottest: share(hottest), wait, otherWait: ms(waitMs), service, ...ownTimes(node) },
      sources.erlang,
    );
  }
  const answered = storeResponse(subject);
  const { reads, writes } = kindShares(loadAt(context, at));
  const state = context.loaded.states[at];
  if (reads > 0 && writes > 0)
    return explained(
      '{reads} reads × {read} + {writes} writes × {write}: {answer}',
      {
        reads: share(reads),
        read: ms(state?.read?.meanMs ?? 0),
        writes: share(writes),
        write: ms(state?.write?.meanMs ?? 0),
        ...answered,
      },
      sources.composition,
    );
  return described(
    'The mean of the answers, which wait for several replicas: the leader’s wait is {wait}, its service {service} with a cv of {cv}; {answer}',
    { wait, service, cv: count(Math.sqrt(serviceOf(subject).scv)), ...answered },
    sources.composition,
  );
}
