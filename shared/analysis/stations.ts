import type { ResolvedNode } from '../catalog/resolved';
import { queueWait } from '../math/queueing';
import { type BoundedWait, constantResponse, type FreeWait, noWait, type Response } from '../math/response';
import type { Moments } from '../math/response-variance';
import { afterWait } from '../math/visit-response';
import { arrivalScvOf, hasFullServers, placedState, withoutPlaces } from './placed-station';
import { accepted, isPaced, limitRpsOf, limitUse, overLimit, pacingWait } from './rate-limit';
import { limitsOf, stateAfter } from './served-station';
import { hasPlaces, limitedQueue, type Pool, poolsOf, servedByPools, serversTogether } from './server-pools';
import {
  leastOf,
  mixedResponse,
  type NodeLoad,
  type ServiceMix,
  type Spread,
  type StationState,
  serviceMix,
  utilizationOf,
} from './station';
import { storeState } from './stores';

const instant = constantResponse(0);

const passThrough = (load: NodeLoad): StationState => ({
  offeredRps: load.readsRps + load.writesRps,
  capacityRps: null,
  limitedBy: null,
  utilization: 0,
  connectionsUtilization: null,
  saturated: false,
  refused: 0,
  readsPassed: 1,
  writesPassed: 1,
  waitProbability: 0,
  waitMs: 0,
  serviceScv: 1,
  laneWaitMs: 0,
  places: null,
  read: instant,
  write: instant,
  mixed: instant,
  readsReplicated: false,
  writesReplicated: false,
});

/**
 * Figures and response distributions of a node under its load. `rest` is what a visit takes beside its waits here, calls included, where
 * the node has places; null leaves them out.
 */
export function stationState(
  node: ResolvedNode,
  spread: Spread,
  load: NodeLoad,
  rest: Moments | null = null,
): StationState {
  const limitRps = limitRpsOf(node);
  if (limitRps === null) return stateUnlimited(node, spread, load, rest);
  const offeredRps = load.readsRps + load.writesRps;
  const over = isPaced(spread) ? 0 : overLimit(limitRps, offeredRps);
  const state = stateUnlimited(node, spread, accepted(load, over), rest);
  const limited: StationState = {
    ...state,
    ...leastOf([
      [state.limitedBy ?? 'work', state.capacityRps],
      ['limit', limitRps],
    ]),
    offeredRps,
    refused: over === 0 ? state.refused : 1 - (1 - over) * (1 - state.refused),
    readsPassed: state.readsPassed * (1 - over),
    writesPassed: state.writesPassed * (1 - over),
  };
  return isPaced(spread) ? pacedState(limited, load, limitRps) : limited;
}

/** A station that takes so many a second of what buffers hold for it: a wait before all else, and saturated beyond. */
function pacedState(state: StationState, load: NodeLoad, limitRps: number): StationState {
  const use = limitUse(limitRps, state.offeredRps);
  const saturated = state.saturated || use >= 1;
  const { probability, meanMs } = pacingWait(limitRps, state.offeredRps);
  const paced = (of: Response | null) =>
    saturated || of === null ? null : afterWait(of, probability, meanMs);
  const [read, write] = [paced(state.read), paced(state.write)];
  const isKnown = use < 1;
  const { waitProbability: own, waitMs } = state;
  return {
    ...state,
    utilization: Math.max(state.utilization, use),
    saturated,
    readsPassed: use > 1 ? Math.min(state.readsPassed, 1 / use) : state.readsPassed,
    writesPassed: use > 1 ? Math.min(state.writesPassed, 1 / use) : state.writesPassed,
    waitProbability: isKnown && own !== null ? 1 - (1 - own) * (1 - probability) : null,
    waitMs: isKnown && waitMs !== null ? waitMs + probability * meanMs : null,
    read,
    write,
    mixed: read === null || write === null ? null : mixedResponse(load, read, write),
  };
}

/** The same without a rate limit. */
function stateUnlimited(
  node: ResolvedNode,
  spread: Spread,
  load: NodeLoad,
  rest: Moments | null,
): StationState {
  if (node.behaviour === 'source' || node.behaviour === 'pass-through') return passThrough(load);
  if (node.behaviour === 'store') return storeState(node, load);
  const mix = serviceMix(node, load.readsRps, load.writesRps);
  if (rest !== null && hasPlaces(node, spread)) return stateWithPlaces(node, spread, load, rest);
  if (node.config.queueLimit !== null && mix.meanMs > 0) return limitedState(node, spread, mix, load);
  const pools = poolsOf(node, spread);
  const limits = limitsOf(node, pools, mix, load);
  const { offeredRps, serversRps, beside } = limits;
  const erlang = (offeredRps * mix.meanMs) / 1000;
  const busy = serversRps === null ? 0 : utilizationOf(offeredRps, serversRps);
  const utilization = Math.max(busy, beside);
  const wait = waitOf(pools, mix, offeredRps, arrivalScvOf(node, spread));
  const passed = Math.min(erlang > 0 ? servedByPools(pools, erlang) : 1, beside > 1 ? 1 / beside : 1);
  const saturated = utilization >= 1;
  return stateAfter(node, load, wait, {
    ...limits,
    utilization,
    saturated,
    refused: 0,
    passed,
  });
}

/** The same with places, which say nothing where its servers are full, or where what it waits for never ends. */
function stateWithPlaces(node: ResolvedNode, spread: Spread, load: NodeLoad, rest: Moments): StationState {
  const isHeldUp = Number.isNaN(rest.meanMs);
  if (isHeldUp || hasFullServers(node, spread, load))
    return withoutPlaces(stateUnlimited(node, spread, load, null), isHeldUp);
  return placedState(node, spread, load, rest);
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
function limitedState(node: ResolvedNode, spread: Spread, mix: ServiceMix, load: NodeLoad): StationState {
  const servers = Math.min(serversTogether(node, spread), node.config.queueLimit ?? 0);
  const pools = [{ share: 1, count: 1, servers, places: servers }];
  const limits = limitsOf(node, pools, mix, load);
  const { offeredRps, beside } = limits;
  const queue = limitedQueue(node, spread, mix.meanMs / 1000, offeredRps);
  const utilization = Math.max(queue.utilization, beside);
  const wait: BoundedWait = {
    kind: 'bounded',
    probability: queue.waitProbability,
    ratePerMs: servers / mix.meanMs,
    ratio: queue.ratio,
    places: queue.places,
    meanMs: queue.waitMs,
  };
  const passed = Math.min(1 - queue.refused, beside > 1 ? 1 / beside : 1);
  const { refused } = queue;
  return stateAfter(node, load, queue.waitProbability > 0 ? wait : noWait, {
    ...limits,
    utilization,
    saturated: beside >= 1,
    refused,
    passed,
  });
}
