import { count } from './work';

/**
 * A pool in which a request holds a place from its acceptance to its answer, and a server (a lane) for its work alone. Times in ms;
 * `delayMs` is the mean of all that it waits for while it holds a place and no lane.
 */
export interface PlacePool {
  readonly lanes: number;
  readonly places: number;
  readonly workMs: number;
  readonly delayMs: number;
}

/** Share of a sum below which its further terms are left out. */
const negligible = 1e-18;

/** Factors of e that leave next to nothing. */
export const negligiblePowers = 46;

/**
 * More than it a Poisson or binomial count of some mean next to never is: P(count ≥ mean + t) ≤ exp(−t² ÷ 2 (mean + t ÷ 3)), Bernstein's
 * inequality, solved for t.
 */
export function nearlyMost(mean: number): number {
  const third = negligiblePowers / 3;
  return mean + third + Math.sqrt(third * third + 2 * negligiblePowers * mean);
}

/**
 * Requests a ms that a pool completes with all its places taken: X(P) = G(P − 1) ÷ G(P), the throughput of a closed network of one pool
 * of lanes and one delay (Buzen, Computational algorithms for closed queueing networks with exponential servers, 1973). It is
 * the mean number of busy lanes ÷ work, over the probabilities that j of P requests wait without a lane, which are in
 * proportion to Dʲ ÷ j! × Π S ÷ min(l, lanes): summed from their largest to both sides.
 */
export function mostCompletedPerMs({ lanes, places, workMs, delayMs }: PlacePool): number {
  if (workMs + delayMs === 0) return Number.POSITIVE_INFINITY;
  if (places <= lanes || workMs === 0) return places / (workMs + delayMs);
  // All lanes are always busy, or one is always free.
  if (nearlyMost((delayMs * lanes) / workMs) <= places - lanes) return lanes / workMs;
  if (nearlyMost((places * workMs) / (workMs + delayMs)) <= lanes) return places / (workMs + delayMs);
  const busy = (waiting: number) => Math.min(places - waiting, lanes);
  const byLanes = Math.floor((delayMs * lanes) / workMs);
  const byPlaces = Math.max(0, Math.floor((delayMs * places - workMs) / (workMs + delayMs)));
  const mode = places - byLanes >= lanes ? byLanes : byPlaces;
  let total = 1;
  let weighted = busy(mode);
  const add = (term: number, waiting: number): boolean => {
    total += term;
    weighted += term * busy(waiting);
    return term > negligible * total;
  };
  let turns = 0;
  for (let j = mode, term = 1; j < places; j++, turns++) {
    term *= (delayMs / (j + 1)) * (busy(j) / workMs);
    if (!add(term, j + 1)) break;
  }
  for (let j = mode, term = 1; j > 0; j--, turns++) {
    term *= (j / delayMs) * (workMs / busy(j - 1));
    if (!add(term, j - 1)) break;
  }
  count(turns);
  return weighted / total / workMs;
}
