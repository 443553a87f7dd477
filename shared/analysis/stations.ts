import type { ResolvedNode } from '../catalog/resolved';
import { boundedQueue, queueWait } from '../math/queueing';
import {
  type BoundedWait,
  constantResponse,
  type FreeWait,
  meanWaitMs,
  noWait,
  sojourn,
  waitProbability,
} from '../math/response';
import {
  bandwidthCapacityRps,
  boundOf,
  lowerOf,
  mixedResponse,
  type NodeLoad,
  type ServiceMix,
  type Spread,
  type StationState,
  serviceMix,
  utilizationOf,
} from './station';
import { storePassed, storeState, storeUse } from './stores';

/** Servers with one queue: `count` alike pools, each taking `share` of the arrivals. */
export interface Pool {
  readonly share: number;
  readonly count: number;
  readonly servers: number;
}

/** Servers by queue: all in one, or each replica a queue of its own, the busiest first. */
export function poolsOf(node: ResolvedNode, spread: Spread): readonly Pool[] {
  const { replicas, concurrency } = node.config;
  if (spread.kind === 'shared' || replicas === 1)
    return [{ share: 1, count: 1, servers: replicas * concurrency }];
  if (spread.kind !== 'hashed') return [{ share: 1 / replicas, count: replicas, servers: concurrency }];
  const even = (1 - spread.hotShare) / replicas;
  return [
    { share: spread.hotShare + even, count: 1, servers: concurrency },
    { share: even, count: replicas - 1, servers: concurrency },
  ];
}

const instant = constantResponse(0);

const passThrough = (load: NodeLoad): StationState => ({
  offeredRps: load.readsRps + load.writesRps,
  capacityRps: null,
  utilization: 0,
  saturated: false,
  refused: 0,
  readsPassed: 1,
  writesPassed: 1,
  waitProbability: 0,
  waitMs: 0,
  read: instant,
  write: instant,
  mixed: instant,
  readsReplicated: false,
  writesReplicated: false,
});

/** Capacity and utilization of the busiest pool and of the network. */
function limitsOf(node: ResolvedNode, pools: readonly Pool[], mix: ServiceMix, load: NodeLoad) {
  const offeredRps = load.readsRps + load.writesRps;
  const bandwidthRps = bandwidthCapacityRps(node, load);
  let serversRps: number | null = null;
  if (mix.meanMs > 0)
    for (const { share, servers } of pools)
      if (share > 0) serversRps = lowerOf(serversRps, boundOf((servers * 1000) / (mix.meanMs * share)));
  return {
    offeredRps,
    serversRps,
    bandwidthUse: bandwidthRps === null ? 0 : utilizationOf(offeredRps, bandwidthRps),
    capacityRps: lowerOf(serversRps, bandwidthRps),
  };
}

/** Share of the arrivals that the pools can serve, each for itself. */
function servedByPools(pools: readonly Pool[], erlang: number): number {
  let served = 0;
  for (const { share, count, servers } of pools)
    served += share * count * Math.min(1, share > 0 ? servers / (erlang * share) : 1);
  return Math.min(1, served);
}

/** Share of the reads and of the writes that a node passes on, and the share that it refuses: no more than loads need. */
export interface Passed {
  readonly reads: number;
  readonly writes: number;
  readonly refused: number;
}

const allPassed: Passed = { reads: 1, writes: 1, refused: 0 };

export function passedBy(node: ResolvedNode, spread: Spread, load: NodeLoad): Passed {
  if (node.behaviour === 'source' || node.behaviour === 'pass-through') return allPassed;
  const offeredRps = load.readsRps + load.writesRps;
  if (offeredRps <= 0) return allPassed;
  const bandwidthRps = bandwidthCapacityRps(node, load);
  const byNetwork = bandwidthRps === null ? 1 : Math.min(1, bandwidthRps / offeredRps);
  if (node.behaviour === 'store') {
    const { reads, writes } = storePassed(node, load);
    return { reads: Math.min(reads, byNetwork), writes: Math.min(writes, byNetwork), refused: 0 };
  }
  const erlang = (load.readsRps * node.config.readMs + load.writesRps * node.config.writeMs) / 1000;
  if (node.config.queueLimit !== null && erlang > 0) {
    const { refused } = limitedQueue(node, erlang / offeredRps, offeredRps);
    return { reads: Math.min(1 - refused, byNetwork), writes: Math.min(1 - refused, byNetwork), refused };
  }
  const { replicas, concurrency } = node.config;
  const shared = spread.kind === 'shared' || replicas === 1;
  const share =
    erlang <= 0
      ? 1
      : shared
        ? Math.min(1, (replicas * concurrency) / erlang)
        : servedByPools(poolsOf(node, spread), erlang);
  const passed = Math.min(share, byNetwork);
  return passed >= 1 ? allPassed : { reads: passed, writes: passed, refused: 0 };
}

/** Offered load ÷ capacity of the busiest pool or of the network; refusals do not lower it. 0 for what is no station. */
export function stationUse(node: ResolvedNode, spread: Spread, load: NodeLoad): number {
  if (node.behaviour === 'source' || node.behaviour === 'pass-through') return 0;
  const offeredRps = load.readsRps + load.writesRps;
  if (offeredRps <= 0) return 0;
  const bandwidthRps = bandwidthCapacityRps(node, load);
  const network = bandwidthRps === null ? 0 : utilizationOf(offeredRps, bandwidthRps);
  if (node.behaviour === 'store') return Math.max(network, storeUse(node, load));
  const { readMs, writeMs, replicas, concurrency, queueLimit } = node.config;
  const erlang = (load.readsRps * readMs + load.writesRps * writeMs) / 1000;
  if (queueLimit !== null) return Math.max(network, erlang / Math.min(replicas * concurrency, queueLimit));
  if (spread.kind === 'shared' || replicas === 1) return Math.max(network, erlang / (replicas * concurrency));
  let most = network;
  for (const { share, servers } of poolsOf(node, spread)) most = Math.max(most, (erlang * share) / servers);
  return most;
}

const limitedQueue = (node: ResolvedNode, serviceSeconds: number, offeredRps: number) =>
  boundedQueue(
    node.config.replicas * node.config.concurrency,
    node.config.queueLimit ?? Number.POSITIVE_INFINITY,
    serviceSeconds * 1000,
    offeredRps / 1000,
  );

/** Figures and response distributions of a node under its load. */
export function stationState(node: ResolvedNode, spread: Spread, load: NodeLoad): StationState {
  if (node.behaviour === 'source' || node.behaviour === 'pass-through') return passThrough(load);
  if (node.behaviour === 'store') return storeState(node, load);
  const mix = serviceMix(node, load.readsRps, load.writesRps);
  if (node.config.queueLimit !== null && mix.meanMs > 0) return limitedState(node, mix, load);
  const pools = poolsOf(node, spread);
  const { offeredRps, serversRps, bandwidthUse, capacityRps } = limitsOf(node, pools, mix, load);
  const erlang = (offeredRps * mix.meanMs) / 1000;
  const busy = serversRps === null ? 0 : utilizationOf(offeredRps, serversRps);
  const utilization = Math.max(busy, bandwidthUse);
  const wait = waitOf(pools, mix, offeredRps, spread.kind === 'round-robin' ? 1 / node.config.replicas : 1);
  const passed = Math.min(
    erlang > 0 ? servedByPools(pools, erlang) : 1,
    bandwidthUse > 1 ? 1 / bandwidthUse : 1,
  );
  const saturated = utilization >= 1;
  return stateAfter(node, load, wait, {
    offeredRps,
    capacityRps,
    utilization,
    saturated,
    refused: 0,
    passed,
  });
}

/** What a station without shards does with its load, but for what it takes. */
interface Served {
  readonly offeredRps: number;
  readonly capacityRps: number | null;
  readonly utilization: number;
  readonly saturated: boolean;
  readonly refused: number;
  readonly passed: number;
}

/** The state of a station without shards after its wait: with responses unless it is saturated. */
function stateAfter(
  node: ResolvedNode,
  load: NodeLoad,
  wait: FreeWait | BoundedWait | null,
  served: Served,
): StationState {
  const { readMs, writeMs, cv } = node.config;
  const isKnown = wait !== null && !served.saturated;
  const read = isKnown ? sojourn(wait, { meanMs: readMs, cv }) : null;
  const write = isKnown ? sojourn(wait, { meanMs: writeMs, cv }) : null;
  return {
    offeredRps: served.offeredRps,
    capacityRps: served.capacityRps,
    utilization: served.utilization,
    saturated: served.saturated,
    refused: served.refused,
    readsPassed: served.passed,
    writesPassed: served.passed,
    waitProbability: wait === null ? null : waitProbability(wait),
    waitMs: wait === null ? null : meanWaitMs(wait),
    read,
    write,
    mixed: read === null || write === null ? null : mixedResponse(load, read, write),
    readsReplicated: false,
    writesReplicated: false,
  };
}

/** The wait over all pools by traffic; null where one is saturated. */
function waitOf(
  pools: readonly Pool[],
  mix: ServiceMix,
  offeredRps: number,
  arrivalScv: number,
): FreeWait | null {
  if (offeredRps <= 0 || mix.meanMs <= 0) return noWait;
  const terms: { weight: number; ratePerMs: number }[] = [];
  for (const { share, count, servers } of pools) {
    if (share <= 0) continue;
    const wait = queueWait(servers, mix.meanMs, (offeredRps * share) / 1000, arrivalScv, mix.scv);
    if (wait === null) return null;
    if (wait.probability > 0)
      terms.push({ weight: share * count * wait.probability, ratePerMs: wait.ratePerMs });
  }
  return { kind: 'free', terms };
}

/** M/M/c/K, whatever the variation and the spread. */
function limitedState(node: ResolvedNode, mix: ServiceMix, load: NodeLoad): StationState {
  const servers = Math.min(node.config.replicas * node.config.concurrency, node.config.queueLimit ?? 0);
  const pools = [{ share: 1, count: 1, servers }];
  const { offeredRps, bandwidthUse, capacityRps } = limitsOf(node, pools, mix, load);
  const queue = limitedQueue(node, mix.meanMs / 1000, offeredRps);
  const utilization = Math.max(queue.utilization, bandwidthUse);
  const wait: BoundedWait = {
    kind: 'bounded',
    probability: queue.waitProbability,
    ratePerMs: servers / mix.meanMs,
    ratio: queue.ratio,
    places: queue.places,
    meanMs: queue.waitMs,
  };
  const passed = Math.min(1 - queue.refused, bandwidthUse > 1 ? 1 / bandwidthUse : 1);
  const { refused } = queue;
  return stateAfter(node, load, queue.waitProbability > 0 ? wait : noWait, {
    offeredRps,
    capacityRps,
    utilization,
    saturated: bandwidthUse >= 1,
    refused,
    passed,
  });
}
