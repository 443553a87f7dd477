import type { ResolvedNode } from '../catalog/resolved';
import { hasClosedTail, type Response, responseQuantile } from '../math/response';
import { responseLattice } from '../math/response-lattice';
import { own } from '../model/own';
import type { NodeFigures } from './analysis';
import { isStation } from './graph';
import { percentilesOf, readerOf, shownShares, stepOf } from './percentiles';
import type { NodeProvision } from './provision';
import type { StationState } from './station';
import { targetsOf } from './targets';

/** A number that may not exist, as the figures show it. */
export const figure = (value: number): number | null => (Number.isFinite(value) ? value : null);

const known = new WeakMap<Response, Map<readonly number[], readonly number[]>>();

/** Percentiles of one station's response, once for each list of shares: stations without load share theirs. */
export function responsePercentiles(response: Response, shares: readonly number[]): readonly number[] {
  const ofResponse = known.get(response) ?? new Map<readonly number[], readonly number[]>();
  known.set(response, ofResponse);
  const found = ofResponse.get(shares) ?? percentilesOfOne(response, shares);
  ofResponse.set(shares, found);
  return found;
}

/** From its tail where that is in closed form, else from a grid. */
function percentilesOfOne(response: Response, shares: readonly number[]): readonly number[] {
  if (hasClosedTail(response)) return percentilesOf((p) => responseQuantile(response, p), shares);
  const reader = readerOf((level) => responseLattice(response, stepOf(level)), response.meanMs);
  return percentilesOf(reader.quantile, shares);
}

/** What a node's figures take from elsewhere. */
export interface NodeContext {
  readonly visits: Readonly<Record<string, number>>;
  readonly withCallsMeanMs: number | null;
  readonly withCallsP99Ms: number | null;
  readonly percentiles: boolean;
  readonly provision: NodeProvision;
  /** Mean time in progress, and the callee that holds it up. */
  readonly heldMs: number | null;
  readonly heldUpBy: string | null;
  /** Requests that it accepts, a second. */
  readonly acceptedRps: number;
  readonly refused: number;
}

const noLoad = {
  offeredRps: null,
  carriedRps: null,
  capacityRps: null,
  limitedBy: null,
  utilization: null,
  connectionsUtilization: null,
  placesUtilization: null,
  waitProbability: null,
  waitMs: null,
  meanMs: null,
};

function loadFigures(node: ResolvedNode, state: StationState, carriedRps: number) {
  if (node.behaviour === 'source') return noLoad;
  const { offeredRps, capacityRps, limitedBy, utilization, waitProbability, waitMs, mixed } = state;
  return {
    offeredRps,
    carriedRps,
    capacityRps,
    limitedBy,
    utilization: isStation(node) ? utilization : null,
    connectionsUtilization: state.connectionsUtilization,
    placesUtilization: state.places?.utilization ?? null,
    waitProbability: isStation(node) ? waitProbability : null,
    waitMs,
    meanMs: mixed === null ? null : mixed.meanMs,
  };
}

/** Figures of one node. */
export function nodeFigures(
  node: ResolvedNode,
  state: StationState,
  carriedRps: number,
  context: NodeContext,
): NodeFigures {
  const { percentiles, visits, withCallsMeanMs, withCallsP99Ms, provision } = context;
  const isShown = percentiles && state.mixed !== null && node.behaviour !== 'source';
  const [p50Ms = null, p95Ms = null, p99Ms = null, p999Ms = null] =
    isShown && state.mixed !== null ? responsePercentiles(state.mixed, shownShares) : [];
  const load = loadFigures(node, state, carriedRps);
  const { availability } = provision;
  // Field by field: spread over a thousand nodes, three objects cost ten times as much.
  const actualOf = (metric: string): number | null | undefined => {
    const known: Readonly<Record<string, number | null>> = {
      meanMs: load.meanMs,
      p50Ms,
      p95Ms,
      p99Ms,
      p999Ms,
      withCallsMeanMs,
      withCallsP99Ms,
      maxUtilization: load.utilization,
      availability,
    };
    return own(known, metric);
  };
  return {
    id: node.id,
    offeredRps: load.offeredRps,
    carriedRps: load.carriedRps,
    capacityRps: load.capacityRps,
    limitedBy: load.limitedBy,
    utilization: load.utilization,
    connectionsUtilization: load.connectionsUtilization,
    placesUtilization: load.placesUtilization,
    heldUpBy: context.heldUpBy,
    heldMs: context.heldMs,
    inFlight: context.heldMs === null ? null : (context.acceptedRps * context.heldMs) / 1000,
    saturated: state.saturated,
    refused: context.refused,
    waitProbability: load.waitProbability,
    waitMs: load.waitMs,
    meanMs: load.meanMs,
    p50Ms,
    p95Ms,
    p99Ms,
    p999Ms,
    withCallsMeanMs,
    withCallsP99Ms,
    availability,
    servers: provision.servers,
    monthlyCostUsd: provision.monthlyCostUsd,
    cost: provision.cost,
    storageBytes: provision.storageBytes,
    memoryUtilization: provision.memoryUtilization,
    rpoSeconds: provision.rpoSeconds,
    rtoSeconds: provision.rtoSeconds,
    visits,
    targets: targetsOf(node.targets, actualOf),
  };
}
