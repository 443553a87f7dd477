/** What a pool of places holds, and how fast it can be done with it. Times in ms, rates a ms. */
export interface Pool {
  readonly lanes: number;
  readonly places: number;
  /** Mean work, which holds a lane, and the mean of everything else that a request in progress waits for. */
  readonly workMs: number;
  readonly delayMs: number;
}

const logSum = (terms: readonly number[]): number => {
  const most = Math.max(...terms);
  return most === Number.NEGATIVE_INFINITY
    ? most
    : most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0));
};

/** Sums of the logarithms of what each step of a sequence is multiplied by, from 0 on. */
function logProducts(count: number, factor: (l: number) => number): readonly number[] {
  const products = [0];
  for (let l = 1; l <= count; l += 1) products.push((products[l - 1] ?? 0) + Math.log(factor(l)));
  return products;
}

/**
 * X(1), …, X(P): completions a ms with so many in progress, X(i) = G(i − 1) ÷ G(i),
 * G(n) = Σ_{j=0..n} Dʲ ÷ j! · Π_{l=1..n−j} S ÷ min(l, c): a closed network of one pool of lanes and one delay, in which a
 * request that leaves is replaced at once (Buzen, Computational algorithms for closed queueing networks, 1973).
 */
export function completionRates({ lanes, places, workMs, delayMs }: Pool): readonly number[] {
  if (workMs + delayMs === 0) return Array.from({ length: places }, () => Number.POSITIVE_INFINITY);
  const logOf = logConstants({ lanes, places, workMs, delayMs });
  const logG = Array.from({ length: places + 1 }, (_, n) => logOf(n));
  return logG.slice(1).map((g, i) => Math.exp((logG[i] ?? 0) - g));
}

/** log G(n), n up to P. */
function logConstants({ lanes, places, workMs, delayMs }: Pool): (n: number) => number {
  const waiting = logProducts(places, (j) => delayMs / j);
  const working = logProducts(places, (l) => workMs / Math.min(l, lanes));
  return (n) => logSum(Array.from({ length: n + 1 }, (_j, j) => (waiting[j] ?? 0) + (working[n - j] ?? 0)));
}

/** X(P): the most that the pool completes, a ms. */
export function mostOf(pool: Pool): number {
  if (pool.workMs + pool.delayMs === 0) return Number.POSITIVE_INFINITY;
  const logOf = logConstants(pool);
  return Math.exp(logOf(pool.places - 1) - logOf(pool.places));
}

/** The number of requests in the node and before it: birth and death with λ and X(min(i, P)). */
export interface Occupancy {
  /** λ ÷ X(P) of what is accepted. */
  readonly phi: number;
  /** Share that finds all places taken; of what is accepted. */
  readonly waitProbability: number;
  /** E[min(N, P)] */
  readonly inProgress: number;
  readonly lossShare: number;
  /** Shares of the accepted requests that find n, where there is a limit. */
  readonly found: readonly number[];
}

/** `limit` bounds waiting and in progress together; null: no bound. λ a ms; φ ≥ 1 without a limit has φ and nothing else. */
export function occupancyOf(pool: Pool, perMs: number, limit: number | null): Occupancy {
  const places = limit === null ? pool.places : Math.min(pool.places, limit);
  const rates = completionRates({ ...pool, places });
  const most = rates[places - 1] ?? Number.POSITIVE_INFINITY;
  const weights = [1];
  const last = limit ?? places;
  for (let n = 1; n <= last; n += 1)
    weights.push(((weights[n - 1] ?? 0) * perMs) / (rates[Math.min(n, places) - 1] ?? Number.NaN));
  const phi = perMs / most;
  if (limit === null) {
    if (phi >= 1)
      return { phi, waitProbability: Number.NaN, inProgress: Number.NaN, lossShare: 0, found: [] };
    // Beyond the places each state is φ times the one before.
    const full = (weights[places] ?? 0) / (1 - phi);
    const below = weights.slice(0, places);
    const total = below.reduce((sum, weight) => sum + weight, full);
    const busy = below.reduce((sum, weight, n) => sum + n * weight, full * places);
    return { phi, waitProbability: full / total, inProgress: busy / total, lossShare: 0, found: [] };
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const lossShare = (weights[limit] ?? 0) / total;
  const found = weights.slice(0, limit).map((weight) => weight / total / (1 - lossShare));
  return {
    phi: (perMs * (1 - lossShare)) / most,
    waitProbability: found.slice(places).reduce((sum, share) => sum + share, 0),
    inProgress: weights.reduce((sum, weight, n) => sum + (Math.min(n, places) * weight) / total, 0),
    lossShare,
    found,
  };
}

/** The least number of replicas on which neither lanes nor places saturate, at least 1 and at most all. */
export function neededReplicas(
  perMs: number,
  replicas: number,
  perReplica: Omit<Pool, 'places' | 'lanes'> & { readonly lanes: number; readonly places: number | null },
): number {
  if (perMs === 0) return 1;
  const { lanes, places, workMs, delayMs } = perReplica;
  const byLanes = Math.floor((perMs * workMs) / lanes + 1e-9) + 1;
  let needed = Math.min(replicas, Math.max(1, byLanes));
  if (places === null) return needed;
  const isEnough = (n: number) => perMs < mostOf({ lanes: n * lanes, places: n * places, workMs, delayMs });
  while (needed < replicas && !isEnough(needed)) needed += 1;
  return needed;
}
