import type { ResolvedNode } from '../../../shared/catalog/resolved';
import type { FlowKind } from '../../../shared/model/vocabulary';
import { mostOf } from './places';
import { settingsOf, workingReplicas } from './settings';
import type { Traffic } from './traffic';

export function binomialTail(n: number, k: number, p: number): number {
  let total = 0;
  for (let up = k; up <= n; up += 1) {
    let ways = 1;
    for (let i = 0; i < up; i += 1) ways *= (n - i) / (i + 1);
    total += ways * p ** up * (1 - p) ** (n - up);
  }
  return total;
}

/** Replicas of a pool that it cannot do without: the least on which neither lanes, places nor connections saturate. */
export function neededOf(node: ResolvedNode, traffic: Traffic, connections: number): number {
  const { replicas, concurrency } = node.config;
  const figures = traffic.station(node.id);
  const settings = settingsOf(node);
  const working = workingReplicas(node);
  const rest = traffic.rest(node.id);
  const perMs = (traffic.offeredRps(node.id) * (1 - traffic.refused(node.id))) / 1000;
  if (figures === null || perMs === 0) return 1;
  const workMs = traffic.workMs(node.id);
  const places = settings.maxInFlight;
  const isEnough = (n: number): boolean => {
    const lanes = n * concurrency;
    if (n < Math.floor((perMs * workMs) / concurrency + 1e-9) + 1) return false;
    const perReplica = settings.connectionsPerReplica;
    if (perReplica !== null && connections >= n * perReplica) return false;
    if (places === null || rest === null) return true;
    return perMs < mostOf({ lanes, places: n * places, workMs, delayMs: Math.max(0, rest.mean - workMs) });
  };
  for (let n = 1; n <= Math.min(working, replicas); n += 1) if (isEnough(n)) return n;
  return replicas;
}

/** Replicas of a shard that a read, or a write, cannot do without. */
export function neededOfShard(node: ResolvedNode, kind: FlowKind, traffic: Traffic): number {
  const { config } = node;
  const count = config.replicasPerShard;
  const forAny =
    config.readFrom === 'any' && config.replication !== 'quorum' ? leastForReads(node, traffic) : 1;
  return Math.min(count, Math.max(forAny, byMode(node, kind)));
}

function byMode(node: ResolvedNode, kind: FlowKind): number {
  const { replication, replicasPerShard: count, readQuorum, writeQuorum } = node.config;
  if (replication === 'quorum') return kind === 'read' ? readQuorum : writeQuorum;
  if (kind === 'read' || replication === 'async' || settingsOf(node).onReplicaLoss === 'continue') return 1;
  return replication === 'sync' ? count : Math.min(2, count);
}

/** Of a store, one shard: the lower of its reads' and its writes'; all shards for reads that ask all. */
export function storeAvailability(node: ResolvedNode, traffic: Traffic): number {
  const { replicasPerShard, instanceAvailability, scatter, shards } = node.config;
  const up = (kind: FlowKind) =>
    binomialTail(replicasPerShard, neededOfShard(node, kind, traffic), instanceAvailability);
  return Math.min(up('read') ** (scatter ? shards : 1), up('write'));
}

/** The smallest j with w S_w + (r ÷ j) S_r below what one replica of the hottest shard has time for; all where none is. */
function leastForReads(node: ResolvedNode, traffic: Traffic): number {
  const { config } = node;
  const hottest = config.hotShare + (1 - config.hotShare) / config.shards;
  const accepted = 1 - traffic.refused(node.id);
  const writes = traffic.operationRps({ id: node.id, operation: 'write' }) * accepted * hottest;
  const reads =
    traffic.operationRps({ id: node.id, operation: 'read' }) * accepted * (config.scatter ? 1 : hottest);
  for (let j = 1; j < config.replicasPerShard; j += 1) {
    const busy = (writes * config.writeMs + (reads / j) * config.readMs) / 1000;
    if (busy < config.concurrency * (1 - 1e-9)) return j;
  }
  return config.replicasPerShard;
}
