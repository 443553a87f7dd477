import { type Message, message, sum } from '../../math/message';
import { acceptedLoads } from '../accepted-loads';
import { canBeDown, neededUp } from '../availability/pools';
import type { LoadModel } from '../load-model';
import { keepsRecords } from '../recovery';
import { followerMs } from '../replica-lag';
import { copiesOf, retentionOf } from '../storage';
import { averageRps, storedByCall } from '../usage';
import { nodeAt, operationAt } from '../visit-positions';
import {
  absent,
  bytes,
  count,
  type Explained,
  explained,
  loadAt,
  ms,
  type NodeSubject,
  rps,
  seconds,
  share,
  sources,
} from './explanation';

export function servers(subject: NodeSubject): Explained {
  const { node, figures } = subject;
  if (figures.servers === null)
    return absent('It represents no servers of the design, so that none are counted', sources.document);
  const { replicas, shards, replicasPerShard } = node.config;
  return node.behaviour === 'store'
    ? explained(
        '{shards} {shards, plural, one {shard} other {shards}} × {replicas} {replicas, plural, one {replica} other {replicas}}',
        { shards: count(shards), replicas: count(replicasPerShard) },
        sources.document,
      )
    : explained(
        '{replicas} {replicas, plural, one {server} other {servers}}',
        { replicas: count(replicas) },
        sources.document,
      );
}

export function availability({ context, node, at }: NodeSubject): Explained {
  if (!canBeDown(node))
    return explained(
      '1: a source, an observer and what passes through have no server that a request needs',
      {},
      sources.kOfN,
    );
  const { instanceAvailability, scatter, shards } = node.config;
  const needed = neededUp(
    node,
    acceptedLoads(context.loaded.loads, context.loaded.held)[at] ?? loadAt(context, at),
  );
  const inputs = { of: count(needed.of), server: share(instanceAvailability) };
  if (node.behaviour !== 'store')
    return explained(
      'P(at least {needed} up, of {of} {of, plural, one {server} other {servers}}, each up {server}): as many as the load takes without saturation, or all',
      { ...inputs, needed: count(needed.reads) },
      sources.kOfN,
    );
  const all = { ...inputs, ...(shards > 1 && { shards: count(shards) }) };
  const isScattered = scatter && shards > 1;
  if (needed.reads === needed.writes && !isScattered)
    return explained(
      shards === 1
        ? 'P(at least {needed} up, of {of} {of, plural, one {replica} other {replicas}}, each up {server}): reads and writes alike'
        : 'P(at least {needed} up, of {of} {of, plural, one {replica} other {replicas}}, each up {server}): one of {shards} shards, reads and writes alike',
      { ...all, needed: count(needed.reads) },
      sources.kOfN,
    );
  return explained(
    'lowest(P(at least {reads} up, of {of} {of, plural, one {replica} other {replicas}}, each up {server}){spread, select, all { ^ {shards} shards} other {}}, P(at least {writes} up, of {of} {of, plural, one {replica} other {replicas}}, each up {server})): {spread, select, all {first reads, which need all shards, then writes} one {first reads, then writes, of one of {shards} shards} other {first reads, then writes}}',
    {
      ...all,
      reads: count(needed.reads),
      writes: count(needed.writes),
      spread: { choice: isScattered ? 'all' : shards === 1 ? 'none' : 'one' },
    },
    sources.kOfN,
  );
}

export function storage({ context, node, at, figures }: NodeSubject): Explained {
  if (node.behaviour !== 'store') return absent('Only stores keep what is written', sources.storage);
  const { design, loaded } = context;
  const written = writtenTo(loaded.model, at);
  const retention = retentionOf(design, node);
  if (written.length === 0) return explained('0: no write that stores bytes comes here', {}, sources.storage);
  if (figures.storageBytes === null || retention === null)
    return figures.storageBytes === 0
      ? explained('0: no write arrives at this load', {}, sources.storage)
      : absent(
          'Neither the store nor the workload says for how long what is written is kept',
          sources.storage,
        );
  const factor = node.config.other.storageFactor ?? 1;
  const inputs = {
    terms: sum(written),
    retention: seconds(retention),
    replicas: count(copiesOf(node)),
    factor: count(factor),
  };
  if (node.config.other.durable === true)
    return explained(
      '({terms}) × {retention} × {factor} overhead: bytes of each call × calls × average rate, as long as they are kept; the provider keeps the copies',
      inputs,
      sources.storage,
    );
  return explained(
    factor === 1
      ? '({terms}) × {retention} × {replicas} {replicas, plural, one {copy} other {copies}}: bytes of each call × calls × average rate, as long as they are kept'
      : '({terms}) × {retention} × {replicas} {replicas, plural, one {copy} other {copies}} × {factor} overhead: bytes of each call × calls × average rate, as long as they are kept',
    inputs,
    sources.storage,
  );
}

/** What each flow adds to a store, by the edges that it comes over. */
function writtenTo({ graph, traffics, ratesRps }: LoadModel, at: number): readonly Message[] {
  return graph.flows.flatMap((flow, i): readonly Message[] => {
    const traffic = traffics[i];
    const rate = averageRps(graph.design, flow, ratesRps[i] ?? 0);
    if (traffic === undefined) return [];
    const added = (stored: number, calls: number): readonly Message[] =>
      stored * calls === 0
        ? []
        : [
            message('{part} {stored} × {calls} {calls, plural, one {call} other {calls}} × {rate}', {
              part: { part: flow.id },
              stored: bytes(stored),
              calls: count(calls),
              rate: rps(rate),
            }),
          ];
    const called = [...traffic.edges].flatMap((edge) => {
      const of = graph.edges[edge];
      const made = graph.to[edge] as number;
      if (nodeAt(graph, made) !== at || of === undefined) return [];
      const visits = traffic.visits[graph.from[edge] as number] ?? 0;
      const stored = storedByCall(of, flow, operationAt(graph, i, made));
      return added(stored, visits * (traffic.pattern.multipliers.calls[edge] ?? 0));
    });
    const entering = traffic.entry === at && flow.kind === 'write' ? added(flow.storedBytes, 1) : [];
    return [...entering, ...called];
  });
}

export function memory({ node, figures }: NodeSubject): Explained {
  const { inMemory, memoryBytes } = node.config.other;
  if (node.behaviour !== 'store' || inMemory !== true)
    return absent('Only of a store that keeps its data in memory', sources.storage);
  if (memoryBytes === undefined || figures.memoryUtilization === null || figures.storageBytes === null)
    return absent('What it keeps, or the memory of its servers, is not known', sources.storage);
  return explained(
    '{stored} ÷ ({copies} {copies, plural, one {copy} other {copies}} × {shards} {shards, plural, one {shard} other {shards}} × {memory})',
    {
      stored: bytes(figures.storageBytes),
      copies: count(copiesOf(node)),
      shards: count(node.config.shards),
      memory: bytes(memoryBytes),
    },
    sources.storage,
  );
}

export function rpo({ context, node, at, figures }: NodeSubject): Explained {
  if (!keepsRecords(context.design, node))
    return absent('Only a store or a system of record has writes to lose', sources.recovery);
  const { replicasPerShard, replicaRttMs, other } = node.config;
  if (other.durable === true)
    return explained('0: the provider keeps copies of each write', {}, sources.recovery);
  if (figures.rpoSeconds === 0)
    return explained('0: another copy has every write that was answered', {}, sources.recovery);
  if (node.behaviour === 'buffer') {
    if (figures.rpoSeconds === null || figures.meanMs === null)
      return absent('It has no second copy of a message, or is saturated', sources.recovery);
    return explained(
      '{replicaTrip} + {response}: the round trip to a copy, and its mean response to a message',
      { replicaTrip: ms(replicaRttMs), response: ms(figures.meanMs) },
      sources.recovery,
    );
  }
  if (replicasPerShard === 1)
    return other.backupEverySeconds === undefined
      ? absent(
          'It has no second replica, is not durable, and neither the design nor the catalog says how often it is backed up',
          sources.recovery,
        )
      : explained(
          '{backup}: without a second replica all since the last backup is lost',
          { backup: seconds(other.backupEverySeconds) },
          sources.recovery,
        );
  const follower = followerMs(node, loadAt(context, at));
  if (follower === null)
    return absent('Its followers are saturated and fall behind without bound', sources.recovery);
  return explained(
    '{replicaTrip} + {follower}: the round trip to a follower, and its mean response to a write',
    { replicaTrip: ms(replicaRttMs), follower: ms(follower) },
    sources.recovery,
  );
}

export function rto({ context, node, figures }: NodeSubject): Explained {
  if (!keepsRecords(context.design, node))
    return absent('Only a store or a system of record is recovered', sources.recovery);
  const { replicasPerShard, other } = node.config;
  if (figures.rtoSeconds === 0 && other.failoverSeconds === undefined)
    return explained('0: the provider goes on with another copy', {}, sources.recovery);
  const isReplicated =
    other.durable === true || (node.behaviour === 'buffer' ? (other.copies ?? 1) > 1 : replicasPerShard > 1);
  const takes = isReplicated ? other.failoverSeconds : other.restoreSeconds;
  if (takes === undefined || figures.rtoSeconds === null)
    return absent(
      isReplicated
        ? 'Neither the design nor the catalog says how long its failover takes'
        : 'Neither the design nor the catalog says how long its restore takes',
      sources.recovery,
    );
  return isReplicated
    ? explained('{failover}: another replica takes over', { failover: seconds(takes) }, sources.recovery)
    : explained('{restore}: it is restored from its backup', { restore: seconds(takes) }, sources.recovery);
}
