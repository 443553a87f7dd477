import { atLeastUp } from '../../math/k-of-n';
import { tolerance } from '../facts/tolerance';

/** What decides how many servers a station needs. */
export interface StationLoad {
  readonly replicas: number;
  /** Utilization of the busiest server at the demand, with `replicas` of them; may pass 1. */
  readonly utilization: number;
  readonly maxUtilization: number;
  /** Share of the requests that all go to one server. */
  readonly hotShare: number;
  readonly instanceAvailability: number;
  readonly availabilityTarget: number | null;
}

/** Beyond so many spare servers a target is out of reach of more of them. */
const mostSpares = 32;

/** A pool beyond this is another design, not more of the same. */
const mostServers = 10_000;

/**
 * The fewest servers whose utilization stays within `maxUtilization` with one of them lost, and that are up often enough
 * for the availability target, where servers alone can reach it. The busiest of n takes h + (1 − h) ÷ n of the requests, so
 * the needed m satisfy m ≥ (1 − h) ÷ (t − h), where t is the share that one server may take. Null where h alone is too much, or
 * more servers than anybody would run in one pool are.
 */
export function sizeStation(load: StationLoad): number | null {
  const { hotShare: h, replicas, utilization } = load;
  const busiestShare = h + (1 - h) / replicas;
  const allowedShare =
    utilization > 0 ? (load.maxUtilization * busiestShare) / utilization : Number.POSITIVE_INFINITY;
  if (allowedShare <= h) return null;
  const needed = Math.max(1, Math.ceil((1 - h) / (allowedShare - h) - tolerance));
  const spared = needed + 1;
  if (spared > mostServers) return null;
  if (load.availabilityTarget === null || load.availabilityTarget >= 1) return spared;
  for (let n = spared; n <= needed + mostSpares; n += 1) {
    if (atLeastUp(n, needed, load.instanceAvailability) >= load.availabilityTarget) return n;
  }
  return spared;
}
