import { yearSeconds } from '../../math/calendar';
import type { Quantities } from '../../math/quantity';
import { canBeDown, neededUp } from '../availability/pools';
import { sentBytes } from '../cost';
import { followerMs } from '../replica-lag';
import { edgeRates } from '../rollup';
import { averageRps, bytesPerGb, egressOf } from '../storage';
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
  type Term,
  termsOf,
  usd,
} from './explanation';

export function servers(subject: NodeSubject): Explained {
  const { node, figures } = subject;
  if (figures.servers === null)
    return absent('It stands for no servers of the design, so that none are counted', sources.document);
  const { replicas, shards, replicasPerShard } = node.config;
  return node.behaviour === 'store'
    ? explained(
        `{shards} {shards, plural, one {shard} other {shards}} × {replicas} {replicas, plural, one {replica} other {replicas}}`,
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
  const { instanceAvailability, maxUtilization, scatter, shards } = node.config;
  const needed = neededUp(node, loadAt(context, at));
  const inputs = { of: count(needed.of), server: share(instanceAvailability) };
  if (node.behaviour !== 'store')
    return explained(
      `P(at least {needed} up, of {of} {of, plural, one {server} other {servers}}, each up {server}): as many as keep it under {planned} utilization, or all`,
      { ...inputs, needed: count(needed.reads), planned: share(maxUtilization) },
      sources.kOfN,
    );
  const replicas = '{of} {of, plural, one {replica} other {replicas}}';
  const one = shards === 1 ? '' : ': one of {shards} shards';
  const all = { ...inputs, ...(shards > 1 && { shards: count(shards) }) };
  const isScattered = scatter && shards > 1;
  if (needed.reads === needed.writes && !isScattered)
    return explained(
      `P(at least {needed} up, of ${replicas}, each up {server})${one}${one === '' ? ': ' : ', '}reads and writes alike`,
      { ...all, needed: count(needed.reads) },
      sources.kOfN,
    );
  const reads = `P(at least {reads} up, of ${replicas}, each up {server})${isScattered ? ' ^ {shards} shards' : ''}`;
  return explained(
    `lowest(${reads}, P(at least {writes} up, of ${replicas}, each up {server})): first reads${isScattered ? ', which need all shards' : ''}, then writes${shards === 1 || isScattered ? '' : ', of one of {shards} shards'}`,
    { ...all, reads: count(needed.reads), writes: count(needed.writes) },
    sources.kOfN,
  );
}

export function cost(subject: NodeSubject): Explained {
  const { context, node, at, figures } = subject;
  const { graph, model, loads } = context.loaded;
  if (figures.monthlyCostUsd === null)
    return absent('It stands for no servers of the design, so that it costs nothing here', sources.money);
  const { unitCostUsd, storageUsdPerGbMonth = 0, egressUsdPerGb = 0 } = node.config.other;
  const rates = edgeRates(graph, loads, context.times());
  const sent = sentBytes(model, egressOf(graph, rates), at);
  const stored = figures.storageBytes ?? 0;
  const unpriced = unitCostUsd === undefined;
  const parts = [
    ...(unpriced
      ? []
      : [`{servers} {servers, plural, one {server} other {servers}} × {unit} × {scale} scale`]),
    ...(stored * storageUsdPerGbMonth > 0 ? ['{stored} stored ÷ {gb} × {storagePrice}'] : []),
    ...(sent * egressUsdPerGb > 0 ? ['{sent} sent ÷ {gb} × {egressPrice} dollars'] : []),
  ];
  const words = unpriced ? ': neither the catalog nor the design has a price of its servers' : '';
  const inputs: Quantities = {
    ...(!unpriced && {
      servers: count(figures.servers ?? 0),
      unit: usd(unitCostUsd),
      scale: count(node.config.scaleUp),
    }),
    ...(stored * storageUsdPerGbMonth > 0 && {
      stored: bytes(stored),
      storagePrice: usd(storageUsdPerGbMonth),
    }),
    ...(sent * egressUsdPerGb > 0 && { sent: bytes(sent), egressPrice: count(egressUsdPerGb) }),
    ...(parts.some((part) => part.includes('{gb}')) && { gb: bytes(bytesPerGb) }),
  };
  return explained(`${parts.length === 0 ? '0' : parts.join(' + ')}${words}`, inputs, sources.money);
}

export function storage({ context, node, at, figures }: NodeSubject): Explained {
  if (node.behaviour !== 'store') return absent('Only stores keep what is written', sources.storage);
  const { design, loaded } = context;
  const { traffics, ratesRps } = loaded.model;
  const written = design.flows.flatMap((flow, i): readonly Term[] => {
    const visits = traffics[i]?.visits[at] ?? 0;
    if (flow.kind !== 'write' || flow.storedBytes === 0 || visits === 0) return [];
    const rate = averageRps(design, ratesRps[i] ?? 0);
    return [
      {
        id: flow.id,
        text: `{stored} × {visits} {visits, plural, one {visit} other {visits}} × {rate}`,
        inputs: { stored: bytes(flow.storedBytes), visits: count(visits), rate: rps(rate) },
      },
    ];
  });
  const { retentionYears } = design.workload;
  if (written.length === 0) return explained('0: no write that stores bytes comes here', {}, sources.storage);
  if (figures.storageBytes === null || retentionYears === undefined)
    return figures.storageBytes === 0
      ? explained('0: no write arrives at this load', {}, sources.storage)
      : absent('The workload does not say for how many years what is written is kept', sources.storage);
  const { text, inputs } = termsOf(written);
  return explained(
    `(${text}) × {retention} × {replicas} {replicas, plural, one {copy} other {copies}}: bytes of each write × visits × average rate, as long as they are kept`,
    {
      ...inputs,
      retention: seconds(retentionYears * yearSeconds),
      replicas: count(node.config.replicasPerShard),
    },
    sources.storage,
  );
}

export function rpo({ context, node, at, figures }: NodeSubject): Explained {
  if (node.behaviour !== 'store') return absent('Only a store has writes to lose', sources.recovery);
  const { replicasPerShard, replicaRttMs, other } = node.config;
  if (replicasPerShard === 1)
    return other.backupEverySeconds === undefined
      ? absent(
          'It has no second replica, and neither the design nor the catalog says how often it is backed up',
          sources.recovery,
        )
      : explained(
          '{backup}: without a second replica all since the last backup is lost',
          { backup: seconds(other.backupEverySeconds) },
          sources.recovery,
        );
  if (figures.rpoSeconds === 0)
    return explained('0: another replica has every write that was answered', {}, sources.recovery);
  const follower = followerMs(node, loadAt(context, at));
  if (follower === null)
    return absent('Its followers are saturated and fall behind without bound', sources.recovery);
  return explained(
    '{replicaTrip} + {follower}: the round trip to a follower, and its mean response to a write',
    { replicaTrip: ms(replicaRttMs), follower: ms(follower) },
    sources.recovery,
  );
}

export function rto({ node }: NodeSubject): Explained {
  if (node.behaviour !== 'store') return absent('Only a store is recovered', sources.recovery);
  const { replicasPerShard, other } = node.config;
  const isReplicated = replicasPerShard > 1;
  const takes = isReplicated ? other.failoverSeconds : other.restoreSeconds;
  if (takes === undefined)
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
