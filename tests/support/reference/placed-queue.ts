import { responseOfWait } from './law';
import { mostOf, occupancyOf } from './places';
import type { PoolShape } from './pools';
import { type Arrivals, idle, mixedCvSquared, mixedMs, type Queue, type Times } from './queue';
import { exponential } from './seeded';
import type { Moments } from './station';

export interface PlacedQueue {
  readonly queue: Queue;
  readonly phi: number;
  /** Utilization of its lanes by what is accepted. */
  readonly rho: number;
  /** X(P), a second. */
  readonly mostRps: number;
}

/** A pool whose requests hold a place until all that they wait for is done; `rest` is a visit without its waits here. */
export function placedQueue(
  shape: PoolShape,
  arrivals: Arrivals,
  times: Times,
  rest: Moments,
  limit: number | null,
): PlacedQueue {
  const workMs = mixedMs(arrivals, times);
  const places = Math.min(shape.places, limit ?? shape.places);
  const pool = { lanes: shape.lanes, places, workMs, delayMs: Math.max(0, rest.mean - workMs) };
  const mostRps = 1000 * mostOf(pool);
  const offered = (arrivals.readRps + arrivals.writeRps) / 1000;
  if (offered === 0) return { queue: idle, phi: 0, rho: 0, mostRps };
  const { phi, waitProbability, inProgress, lossShare, found } = occupancyOf(pool, offered, limit);
  const perMs = offered * (1 - lossShare);
  const ratio = (shape.caSquared + (workMs === 0 ? 0 : mixedCvSquared(arrivals, times, workMs))) / 2;
  const excess = Math.max(0, inProgress / perMs - workMs - pool.delayMs);
  const laneRate = workMs === 0 ? Number.POSITIVE_INFINITY : (shape.lanes / workMs - perMs) / ratio;
  // Rounding of the sums leaves some 10⁻¹⁶ of a wait where there are no more places than lanes.
  const laneMs = places <= shape.lanes ? 0 : excess * ratio;
  const lane = { mean: laneMs, second: laneMs === 0 ? 0 : (2 * laneMs) / laneRate };
  const laneProbability = laneMs === 0 ? 0 : laneMs * laneRate;
  const held = rest.mean + laneMs;
  const cvSquared = (rest.variance + lane.second - laneMs ** 2) / held ** 2;
  const most = mostRps / 1000;
  const placeRate = (2 * (most - perMs)) / (1 + cvSquared);
  const placeMs =
    limit === null
      ? waitProbability / placeRate
      : found.reduce((sum, share, n) => sum + share * Math.max(0, n - places + 1), 0) / most;
  const placeSecond =
    limit === null
      ? (2 * placeMs) / placeRate
      : found.reduce((sum, share, n) => {
          const turns = Math.max(0, n - places + 1);
          return sum + share * turns * (turns + 1);
        }, 0) /
        most ** 2;
  const drawPlace = (random: () => number): number => {
    if (limit === null) return random() < waitProbability ? exponential(random) / placeRate : 0;
    let left = random();
    const n = found.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    let wait = 0;
    for (let ahead = places; ahead <= n; ahead += 1) wait += exponential(random) / most;
    return wait;
  };
  const drawWait = (random: () => number): number =>
    drawPlace(random) + (random() < laneProbability ? exponential(random) / laneRate : 0);
  const queue: Queue = {
    rho: (perMs * workMs) / shape.lanes,
    waitProbability: 1 - (1 - waitProbability) * (1 - laneProbability),
    waitMs: placeMs + laneMs,
    lossShare,
    drawWait,
    waitRate: null,
    waitSecond: placeSecond + 2 * placeMs * laneMs + lane.second,
    place: { probability: waitProbability, waitMs: placeMs },
    lane,
    law: (own) => responseOfWait(drawWait, own),
  };
  return { queue, phi, rho: queue.rho, mostRps };
}
