import type { ResolvedNode } from '../catalog/resolved';
import { isFull } from '../math/queueing';
import { type FreeWait, noWait } from '../math/response';
import type { Moments } from '../math/response-variance';
import {
  freeWaitOf,
  mostRpsOf,
  type PlacedArrivals,
  type PlacedPool,
  type PlacedWaits,
  placedPool,
} from './placed-wait';
import { limitsOf, type Served, stateAfter } from './served-station';
import { joinedPool, type Pool, poolsOf, servedByPools } from './server-pools';
import {
  boundOf,
  lowerOf,
  type NodeLoad,
  type PlaceState,
  type Spread,
  type StationState,
  serviceMix,
  utilizationOf,
  workingReplicas,
} from './station';

/** Squared coefficient of variation of what arrives at each queue. */
export const arrivalScvOf = (node: ResolvedNode, spread: Spread): number =>
  spread.kind === 'round-robin' ? 1 / workingReplicas(node) : 1;

/** Its places where how long one is held does not exist, or where its servers are full: they say nothing. */
const unknownPlaces: PlaceState = { utilization: null, capacityRps: null, waitProbability: 0, waitMs: 0 };

/** The same station without figures of its places: held up by what it calls, or with full servers. */
export const withoutPlaces = (plain: StationState, isHeldUp: boolean): StationState => ({
  ...plain,
  places: unknownPlaces,
  ...(isHeldUp && {
    waitProbability: null,
    waitMs: null,
    laneWaitMs: null,
    read: null,
    write: null,
    mixed: null,
  }),
});

/** The pools of a station and what of its traffic each takes; all together behind a limit. */
export function placedPools(
  node: ResolvedNode,
  spread: Spread,
  load: NodeLoad,
  rest: Moments,
): readonly PlacedPool[] {
  const perMs = (load.readsRps + load.writesRps) / 1000;
  const arrivals = arrivalsOf(node, spread, load, rest);
  return usedPools(node, spread).map((pool) => placedPool(pool, perMs * pool.share, arrivals));
}

function usedPools(node: ResolvedNode, spread: Spread): readonly Pool[] {
  const all = poolsOf(node, spread);
  const pools = node.config.queueLimit === null ? all : [joinedPool(all)];
  return pools.filter(({ share }) => share > 0);
}

const arrivalsOf = (node: ResolvedNode, spread: Spread, load: NodeLoad, rest: Moments): PlacedArrivals => ({
  node,
  mix: serviceMix(node, load.readsRps, load.writesRps),
  rest,
  arrivalScv: node.config.queueLimit === null ? arrivalScvOf(node, spread) : 1,
});

/** The pools of a station without a limit and the most that each completes, a second, for a mix of reads and writes. */
export function completedByPools(
  node: ResolvedNode,
  spread: Spread,
  load: NodeLoad,
  rest: Moments,
): readonly { readonly pool: Pool; readonly mostRps: number }[] {
  const arrivals = arrivalsOf(node, spread, load, rest);
  return usedPools(node, spread).map((pool) => ({ pool, mostRps: mostRpsOf(pool, arrivals) }));
}

/** Whether more arrives than a station without a limit has servers for. */
export function hasFullServers(node: ResolvedNode, spread: Spread, load: NodeLoad): boolean {
  const { readMs, writeMs, queueLimit } = node.config;
  const erlang = (load.readsRps * readMs + load.writesRps * writeMs) / 1000;
  return (
    queueLimit === null && poolsOf(node, spread).some(({ share, servers }) => isFull(erlang * share, servers))
  );
}

/** What the places of all of them let through together, each pool's share of it counted; null: no bound. */
export function placesRpsOf(
  pools: readonly { readonly pool: Pool; readonly mostRps: number }[],
): number | null {
  let placesRps: number | null = null;
  for (const { pool, mostRps } of pools) placesRps = lowerOf(placesRps, boundOf(mostRps / pool.share));
  return placesRps;
}

/** A station whose requests hold a place until they are answered, where it is known how long that is. */
export function placedState(node: ResolvedNode, spread: Spread, load: NodeLoad, rest: Moments): StationState {
  const mix = serviceMix(node, load.readsRps, load.writesRps);
  const { queueLimit } = node.config;
  const placed = placedPools(node, spread, load, rest);
  const placesRps = placesRpsOf(placed);
  const limits = limitsOf(node, limitedPools(node, placed), mix, load, placesRps);
  const { offeredRps, serversRps, beside } = limits;
  const refused = placed.reduce((most, of) => Math.max(most, of.refused), 0);
  const busy = serversRps === null ? 0 : utilizationOf(offeredRps * (1 - refused), serversRps);
  const byPlaces = placed.reduce((most, of) => Math.max(most, of.utilization), 0);
  const utilization = Math.max(busy, byPlaces, beside);
  const erlang = (offeredRps * mix.meanMs) / 1000;
  const pools = placed.map(({ pool }) => pool);
  const served = queueLimit !== null ? 1 - refused : erlang > 0 ? servedByPools(pools, erlang) : 1;
  const waits = placed.map((of) => of.waits).filter((of) => of !== null);
  const [first] = waits;
  const whole: Served = {
    ...limits,
    utilization,
    saturated: beside >= 1 || (queueLimit === null && utilization >= 1),
    refused,
    passed: Math.min(served, beside > 1 ? 1 / beside : 1),
    places: { ...placeWait(placed), utilization: byPlaces, capacityRps: placesRps },
  };
  if (first === undefined || waits.length < placed.length) return stateAfter(node, load, null, whole);
  if (first.place.kind === 'bounded')
    return stateAfter(node, load, first.place.probability > 0 ? first.place : noWait, whole, first.lane);
  return stateAfter(node, load, freeWait(placed), whole);
}

/** The pools by which its servers' capacity is counted: a limit leaves no more of them than fit. */
function limitedPools({ config }: ResolvedNode, placed: readonly PlacedPool[]): readonly Pool[] {
  const { queueLimit } = config;
  const pools = placed.map(({ pool }) => pool);
  return queueLimit === null
    ? pools
    : pools.map((pool) => ({ ...pool, servers: Math.min(pool.servers, queueLimit) }));
}

const weighed = (placed: readonly PlacedPool[], value: (waits: PlacedWaits) => number): number =>
  placed.reduce(
    (sum, { pool, waits }) => sum + (waits === null ? 0 : pool.share * pool.count * value(waits)),
    0,
  );

/** The wait for a place over all pools by traffic. */
const placeWait = (placed: readonly PlacedPool[]) => ({
  waitProbability: weighed(placed, ({ place }) => place.probability),
  waitMs: weighed(placed, ({ place }) =>
    place.kind === 'bounded' ? place.meanMs : place.probability * place.meanMs,
  ),
});

function freeWait(placed: readonly PlacedPool[]): FreeWait {
  const terms = placed.flatMap(({ pool, waits }) =>
    waits === null
      ? []
      : freeWaitOf(waits).terms.map(({ weight, ratePerMs }) => ({
          weight: weight * pool.share * pool.count,
          ratePerMs,
        })),
  );
  return { kind: 'free', terms };
}
