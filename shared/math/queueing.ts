import { continuedFraction, gammaAbove, leading } from './gamma-function';
import { count } from './work';

/** Above so many servers the closed form takes the place of the recursion, which then has digits enough. */
const manyServers = 20_000;

/** A density below which a quotient of two loses its digits. */
const leastDensity = 1e-280;

/**
 * Erlang B: the share of arrivals that find all `servers` busy where none may wait, at an offered load of `load` erlang.
 * By the recursion B(k) = aB(k−1) ÷ (k + aB(k−1)), which neither overflows nor cancels.
 */
export function erlangB(servers: number, load: number): number {
  if (load <= 0) return servers === 0 ? 1 : 0;
  if (servers > manyServers) {
    const density = leading(servers, load);
    // Far above the servers both underflow; their quotient is that of Γ's continued fraction.
    if (density < leastDensity && load > servers + 2)
      return 1 / (load * continuedFraction(servers + 1, load));
    return density / gammaAbove(servers + 1, load);
  }
  let blocked = 1;
  // Where next to nobody is blocked the share underflows, and stays at nothing however many servers follow.
  let k = 1;
  for (; k <= servers && blocked > 0; k++) blocked = (load * blocked) / (k + load * blocked);
  count(k);
  return blocked;
}

/** From this share of a capacity on only rounding keeps what is offered below it, and its wait would be of centuries. */
const fullShare = 1 - 1e-11;

/** Whether as much is offered as a capacity, or more: what a rate limit or a full caller lets through is as much but for its last digit. */
export const isFull = (offered: number, capacity: number): boolean => offered >= capacity * fullShare;

/** Offered ÷ capacity; 1 where rounding alone keeps it below. */
export function usedShareOf(offered: number, capacity: number): number {
  const use = offered / capacity;
  return use < 1 && isFull(offered, capacity) ? 1 : use;
}

/** Erlang C: the probability that an arrival at an M/M/c waits; 1 where the load is at or above the servers. */
export function erlangC(servers: number, load: number): number {
  if (isFull(load, servers)) return 1;
  const blocked = erlangB(servers, load);
  return blocked / (1 - (load / servers) * (1 - blocked));
}

/** The wait in a queue: with `probability` it is exponential of `ratePerMs`, else nothing. */
export interface QueueWait {
  readonly probability: number;
  readonly ratePerMs: number;
  readonly meanMs: number;
}

/**
 * The wait in a G/G/c with `arrivalsPerMs` and mean service `serviceMs`: P(W > t) = C · exp(−t (c ÷ S − λ) · 2 ÷ (ca² + cv²)).
 * Exact for M/M/c; Allen & Cunneen's approximation for other squared coefficients of variation. Null at or above saturation.
 */
export function queueWait(
  servers: number,
  serviceMs: number,
  arrivalsPerMs: number,
  arrivalScv: number,
  serviceScv: number,
): QueueWait | null {
  const load = arrivalsPerMs * serviceMs;
  if (isFull(load, servers)) return null;
  if (load <= 0) return { probability: 0, ratePerMs: Number.POSITIVE_INFINITY, meanMs: 0 };
  const probability = erlangC(servers, load);
  const ratePerMs = ((servers / serviceMs - arrivalsPerMs) * 2) / (arrivalScv + serviceScv);
  return { probability, ratePerMs, meanMs: probability / ratePerMs };
}

/** An M/M/c/K: `refused` is p(K); the others are those of accepted arrivals. */
export interface BoundedQueue {
  readonly refused: number;
  readonly utilization: number;
  readonly waitProbability: number;
  readonly waitMs: number;
  /** Offered load over servers; the weights of the places j = 0, 1, … behind the servers are in proportion to ratio^j. */
  readonly ratio: number;
  readonly places: number;
}

/** Places that are summed one by one. */
const mostPlaces = 10_000;

/** Σ ρ^j and Σ (j + 1) ρ^j over j = 0 … n − 1 for ρ ≤ 1, from closed forms where n is large and they do not cancel. */
export function geometricSums(ratio: number, n: number): { readonly sum: number; readonly weighted: number } {
  const gap = 1 - ratio;
  if (n > mostPlaces && gap * n > 1e-6) {
    const powers = n * Math.log1p(-gap);
    const sum = -Math.expm1(powers) / gap;
    return { sum, weighted: (sum - n * Math.exp(powers)) / gap };
  }
  if (n > mostPlaces) return { sum: n * (1 - (gap * n) / 2), weighted: (n * n) / 2 - (gap * n * n * n) / 3 };
  let sum = 0;
  let weighted = 0;
  let power = 1;
  let j = 0;
  for (; j < n && power > 1e-30; j++) {
    sum += power;
    weighted += (j + 1) * power;
    power *= ratio;
  }
  count(j);
  return { sum, weighted };
}

/** What accepted arrivals find where `places` more may wait behind all servers. */
export interface WaitingBehind {
  readonly refused: number;
  readonly accepted: number;
  readonly waitProbability: number;
  /** Mean number of completions for which an accepted arrival waits. */
  readonly stages: number;
  /** Probability that all servers are busy and nothing waits. */
  readonly atServers: number;
}

/**
 * Numbers beyond the servers of a birth–death chain: each is `ratio` times as likely as the one before. `below` is how likely it is
 * that the servers are enough, in units of the probability that just all of them are busy.
 */
export function waitingBehind(below: number, ratio: number, places: number): WaitingBehind {
  const rising = ratio <= 1;
  const { sum, weighted } = geometricSums(rising ? ratio : 1 / ratio, places);
  // Above saturation everything is counted in units of p(K), so that ratio^places cannot overflow.
  const top = rising ? ratio ** places : 1;
  const scale = rising ? 1 : ratio ** -places;
  const waiting = rising ? sum : sum / ratio;
  const total = below * scale + (rising ? ratio * sum : sum);
  const accepted = total - top;
  // Seen from the top, place j is place places − 1 − j, with weight ratio^−(j + 1).
  const stages = rising ? weighted : ((places + 1) * sum - weighted) / ratio;
  return {
    refused: top / total,
    accepted: accepted / total,
    waitProbability: accepted > 0 ? waiting / accepted : 0,
    stages: accepted > 0 ? stages / accepted : 0,
    atServers: scale / total,
  };
}

/**
 * M/M/c/K: at most `limit` requests fit, waiting or served; a limit below `servers` leaves that many servers.
 * As `qsmmmk` of GNU Octave's queueing package.
 */
export function boundedQueue(
  servers: number,
  limit: number,
  serviceMs: number,
  arrivalsPerMs: number,
): BoundedQueue {
  const c = Math.min(servers, limit);
  const places = limit - c;
  const load = arrivalsPerMs * serviceMs;
  const ratio = load / c;
  if (load <= 0) return { refused: 0, utilization: 0, waitProbability: 0, waitMs: 0, ratio: 0, places };
  // At a vanishing load B underflows; the least number there is keeps what follows finite.
  const below = 1 / Math.max(erlangB(c, load), 1e-290);
  const { refused, accepted, waitProbability, stages } = waitingBehind(below, ratio, places);
  return {
    refused,
    utilization: (load * accepted) / c,
    waitProbability,
    waitMs: (stages * serviceMs) / c,
    ratio,
    places,
  };
}

/** How often a call with `retries` is tried when each attempt is refused with probability `refused`. */
export function attempts(refused: number, retries: number): number {
  if (refused >= 1) return retries + 1;
  return (1 - refused ** (retries + 1)) / (1 - refused);
}
