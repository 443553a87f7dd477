import { belowPlaces } from './place-weights';
import { mostCompletedPerMs, type PlacePool } from './places';
import { isFull, type WaitingBehind, waitingBehind } from './queueing';

/** The number of requests in a pool and before it. */
export interface Occupancy {
  /** What is accepted ÷ the most that the pool completes. */
  readonly utilization: number;
  /** Share of what arrives that finds its limit reached. */
  readonly refused: number;
  /** Share of what is accepted that finds all places taken. */
  readonly waitProbability: number;
  /** Mean number of completions for which an accepted request waits. */
  readonly stages: number;
  /** Mean number of places that are taken. */
  readonly inProgress: number;
  /** The most that the pool completes, a ms. */
  readonly mostPerMs: number;
}

/**
 * Birth and death with arrivals of `perMs` and X(min(n, places)). A `limit` bounds waiting and in progress together; null: no bound.
 * Null where, without a limit, more arrives than the pool completes.
 */
export function occupancyOf(given: PlacePool, perMs: number, limit: number | null): Occupancy | null {
  const pool = limit === null ? given : { ...given, places: Math.min(given.places, limit) };
  const { places } = pool;
  const mostPerMs = mostCompletedPerMs(pool);
  if (perMs <= 0 || mostPerMs === Number.POSITIVE_INFINITY)
    return { utilization: 0, refused: 0, waitProbability: 0, stages: 0, inProgress: 0, mostPerMs };
  const ratio = perMs / mostPerMs;
  if (limit === null && isFull(perMs, mostPerMs)) return null;
  const { sum, first, reachesPlaces } = belowPlaces(pool, perMs, mostPerMs);
  if (!reachesPlaces)
    return { utilization: ratio, refused: 0, waitProbability: 0, stages: 0, inProgress: first, mostPerMs };
  const found = limit === null ? unbounded(sum + 1, ratio) : waitingBehind(sum + 1, ratio, limit - places);
  const { refused, accepted, waitProbability, stages, atServers } = found;
  const inProgress = first * atServers + places * Math.max(0, 1 - sum * atServers);
  return { utilization: ratio * accepted, refused, waitProbability, stages, inProgress, mostPerMs };
}

/** The same without a bound on what waits. */
function unbounded(below: number, ratio: number): WaitingBehind {
  const waiting = 1 / (1 - ratio);
  const all = below - 1 + waiting;
  return {
    refused: 0,
    accepted: 1,
    waitProbability: waiting / all,
    stages: (waiting * waiting) / all,
    atServers: 1 / all,
  };
}
