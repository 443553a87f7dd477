import type { ResolvedNode } from '../catalog/resolved';
import { type Occupancy, occupancyOf } from '../math/place-occupancy';
import { mostCompletedPerMs, type PlacePool } from '../math/places';
import { usedShareOf } from '../math/queueing';
import { type BoundedWait, type FreeWait, noWait } from '../math/response';
import type { Moments } from '../math/response-variance';
import { thenExponential } from '../math/visit-response';
import type { Pool } from './server-pools';
import type { ServiceMix } from './station';

/** A wait that some have: exponential of this mean. */
export interface Exponential {
  readonly kind: 'exponential';
  readonly probability: number;
  readonly meanMs: number;
}

/** The waits of one pool: for a place, and for a server while it is held. */
export interface PlacedWaits {
  readonly place: Exponential | BoundedWait;
  readonly lane: Exponential;
}

/** A pool of places with what arrives at it. */
export interface PlacedPool {
  readonly pool: Pool;
  /** What is accepted ÷ the most that it completes. */
  readonly utilization: number;
  readonly refused: number;
  /** The most that it completes, a second. */
  readonly mostRps: number;
  /** null where more arrives than it completes, and no limit refuses it. */
  readonly waits: PlacedWaits | null;
}

const noneWaits: Exponential = { kind: 'exponential', probability: 0, meanMs: 0 };

/** What the waits of a pool are worked out from. */
export interface PlacedArrivals {
  readonly node: ResolvedNode;
  readonly mix: ServiceMix;
  /** Work, delay, slow part and steps of what arrives. */
  readonly rest: Moments;
  readonly arrivalScv: number;
}

/** Requests in progress wait for nothing but their server, beside the time of their own and of their calls. */
export const delayOf = (rest: Moments, workMs: number): number => Math.max(0, rest.meanMs - workMs);

const placePoolOf = ({ servers, places }: Pool, { mix, rest }: PlacedArrivals): PlacePool => ({
  lanes: servers,
  places,
  workMs: mix.meanMs,
  delayMs: delayOf(rest, mix.meanMs),
});

/** The most that a pool without a limit completes, a second, whatever arrives. */
export const mostRpsOf = (of: Pool, arrivals: PlacedArrivals): number =>
  1000 * mostCompletedPerMs(placePoolOf(of, arrivals));

/**
 * A pool at which `perMs` arrive. The lane wait has its mean
 * from the number in progress (Little), and is exponential given that there is one; a place is waited for as by Allen and Cunneen, with the
 * variation of how long one is held, or behind a limit for as many completions as are ahead.
 */
export function placedPool(of: Pool, perMs: number, arrivals: PlacedArrivals): PlacedPool {
  const { queueLimit } = arrivals.node.config;
  const pool = placePoolOf(of, arrivals);
  const occupancy = occupancyOf(pool, perMs, queueLimit);
  if (occupancy === null) {
    const mostPerMs = mostCompletedPerMs(pool);
    return {
      pool: of,
      utilization: usedShareOf(perMs, mostPerMs),
      refused: 0,
      mostRps: 1000 * mostPerMs,
      waits: null,
    };
  }
  const { utilization, refused, mostPerMs } = occupancy;
  const waits = perMs > 0 ? waitsIn(pool, perMs, arrivals, occupancy) : { place: noneWaits, lane: noneWaits };
  return { pool: of, utilization, refused, mostRps: 1000 * mostPerMs, waits };
}

function waitsIn(
  pool: PlacePool,
  perMs: number,
  arrivals: PlacedArrivals,
  occupancy: Occupancy,
): PlacedWaits {
  const { places } = pool;
  const { rest } = arrivals;
  const { queueLimit } = arrivals.node.config;
  const accepted = perMs * (1 - occupancy.refused);
  const lane = laneWait(pool, arrivals, occupancy, accepted);
  if (queueLimit !== null) {
    const ratio = perMs / occupancy.mostPerMs;
    const place: BoundedWait = {
      kind: 'bounded',
      probability: occupancy.waitProbability,
      ratePerMs: occupancy.mostPerMs,
      ratio,
      places: queueLimit - Math.min(places, queueLimit),
      meanMs: occupancy.stages / occupancy.mostPerMs,
    };
    return { place, lane };
  }
  const laneMs = lane.probability * lane.meanMs;
  const heldMs = rest.meanMs + laneMs;
  const variance = rest.varianceMs2() + 2 * laneMs * lane.meanMs - laneMs ** 2;
  const heldScv = heldMs > 0 ? variance / heldMs ** 2 : 0;
  const meanMs = (1 + heldScv) / (2 * (occupancy.mostPerMs - accepted));
  return { place: { kind: 'exponential', probability: occupancy.waitProbability, meanMs }, lane };
}

function laneWait(
  pool: PlacePool,
  { node, mix, arrivalScv }: PlacedArrivals,
  { inProgress }: Occupancy,
  acceptedPerMs: number,
): Exponential {
  const places = Math.min(pool.places, node.config.queueLimit ?? pool.places);
  if (places <= pool.lanes || mix.meanMs === 0) return noneWaits;
  const ratio = (arrivalScv + mix.scv) / 2;
  const waitMs = Math.max(0, inProgress / acceptedPerMs - mix.meanMs - pool.delayMs) * ratio;
  if (waitMs === 0) return noneWaits;
  const meanMs = ratio / (pool.lanes / mix.meanMs - acceptedPerMs);
  // Where as much is accepted as its servers can do, that is without bound; the mean over all is what it is.
  if (!(meanMs > 0 && meanMs < Number.POSITIVE_INFINITY))
    return { kind: 'exponential', probability: 1, meanMs: waitMs };
  return { kind: 'exponential', probability: waitMs / meanMs, meanMs };
}

/** Both waits after each other, where no limit refuses anything. */
export function freeWaitOf({ place, lane }: PlacedWaits): FreeWait {
  const { probability, meanMs } = place;
  const isWaited = probability > 0 && meanMs > 0;
  const forPlace: FreeWait = isWaited
    ? { kind: 'free', terms: [{ weight: probability, ratePerMs: 1 / meanMs }] }
    : noWait;
  return thenExponential(forPlace, lane.probability, lane.meanMs);
}
