import type { ResolvedNode } from '../catalog/resolved';
import { type BoundedWait, type FreeWait, meanWaitMs, waitProbability } from '../math/response';
import { afterWait, visitResponse } from '../math/visit-response';
import type { Pool } from './server-pools';
import {
  bandwidthCapacityRps,
  boundOf,
  connectionsUseOf,
  type LimitedBy,
  leastOf,
  lowerOf,
  mixedResponse,
  type NodeLoad,
  ownTimeOf,
  type PlaceState,
  type ServiceMix,
  type StationState,
  serviceMix,
  utilizationOf,
} from './station';

/** Capacity and utilization of the busiest pool, of the network and of connections, beside what the places of all complete. */
export function limitsOf(
  node: ResolvedNode,
  pools: readonly Pool[],
  mix: ServiceMix,
  load: NodeLoad,
  placesRps: number | null = null,
) {
  const offeredRps = load.readsRps + load.writesRps;
  const bandwidthRps = bandwidthCapacityRps(node, load);
  const connectionsUtilization = connectionsUseOf(node, load);
  const held = connectionsUtilization ?? 0;
  let serversRps: number | null = null;
  if (mix.meanMs > 0)
    for (const { share, servers } of pools)
      if (share > 0) serversRps = lowerOf(serversRps, boundOf((servers * 1000) / (mix.meanMs * share)));
  return {
    offeredRps,
    serversRps,
    connectionsUtilization,
    /** Utilization of what is beside the servers: their network, and the connections that they hold. */
    beside: Math.max(held, bandwidthRps === null ? 0 : utilizationOf(offeredRps, bandwidthRps)),
    ...leastOf([
      ['work', serversRps],
      ['places', placesRps],
      ['bandwidth', bandwidthRps],
      ['connections', offeredRps > 0 && held > 0 ? boundOf(offeredRps / held) : null],
    ]),
  };
}

/** What a station without shards does with its load, but for what it takes. */
export interface Served {
  readonly offeredRps: number;
  readonly capacityRps: number | null;
  readonly limitedBy: LimitedBy | null;
  readonly connectionsUtilization: number | null;
  readonly utilization: number;
  readonly saturated: boolean;
  readonly refused: number;
  readonly passed: number;
  readonly places?: PlaceState;
}

/** A wait for a server after another one. */
export interface LaneWait {
  readonly probability: number;
  readonly meanMs: number;
}

/** Probability of either of two independent events, however little it is. */
const eitherOf = (a: number, b: number): number => a + b - a * b;

const noLane: LaneWait = { probability: 0, meanMs: 0 };

/** The state of a station without shards after its wait: with responses unless it is saturated. */
export function stateAfter(
  node: ResolvedNode,
  load: NodeLoad,
  wait: FreeWait | BoundedWait | null,
  served: Served,
  lane: LaneWait = noLane,
): StationState {
  const { readMs, writeMs } = node.config;
  const isKnown = wait !== null && !served.saturated;
  const after = (workMs: number) =>
    isKnown ? afterWait(visitResponse(wait, ownTimeOf(node, workMs)), lane.probability, lane.meanMs) : null;
  const [read, write] = [after(readMs), after(writeMs)];
  const waitMs = wait === null ? null : meanWaitMs(wait) + lane.probability * lane.meanMs;
  const places = served.places ?? null;
  return {
    offeredRps: served.offeredRps,
    capacityRps: served.capacityRps,
    limitedBy: served.limitedBy,
    utilization: served.utilization,
    connectionsUtilization: served.connectionsUtilization,
    saturated: served.saturated,
    refused: served.refused,
    readsPassed: served.passed,
    writesPassed: served.passed,
    waitProbability: wait === null ? null : eitherOf(waitProbability(wait), lane.probability),
    waitMs,
    serviceScv: serviceMix(node, load.readsRps, load.writesRps).scv,
    laneWaitMs: waitMs === null ? null : Math.max(0, waitMs - (places?.waitMs ?? 0)),
    places,
    read,
    write,
    mixed: read === null || write === null ? null : mixedResponse(load, read, write),
    readsReplicated: false,
    writesReplicated: false,
  };
}
