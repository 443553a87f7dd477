import { type Law, type OwnTime, responseLaw, responseOfWait } from './law';
import { exponential, type Random } from './seeded';

/** What arrives at one pool of servers, a second. */
export interface Arrivals {
  readonly readRps: number;
  readonly writeRps: number;
}

/** One pool of servers with its queue, as section 2 describes it. */
export interface Queue {
  readonly rho: number;
  readonly waitProbability: number;
  readonly waitMs: number;
  readonly lossShare: number;
  drawWait(random: Random): number;
  /** Rate of the exponential wait of those who wait, per ms; null where the wait has another form. */
  readonly waitRate: number | null;
  /** Second moment of the wait, where it is not that of an exponential with some probability. */
  readonly waitSecond?: number;
  /** Where requests hold places: the wait for one, and the wait for a lane after it. */
  readonly place?: { readonly probability: number; readonly waitMs: number };
  readonly lane?: { readonly mean: number; readonly second: number };
  /** Wait and a visit's own time. */
  law(own: OwnTime): Law;
}

/** A queue whose wait is an exponential with some probability. */
function queueOf(of: Pick<Queue, 'rho' | 'waitProbability' | 'waitMs' | 'drawWait' | 'waitRate'>): Queue {
  const queue: Queue = { ...of, lossShare: 0, law: (own) => responseLaw(queue, own) };
  return queue;
}

export const idle: Queue = queueOf({
  rho: 0,
  waitProbability: 0,
  waitMs: 0,
  drawWait: () => 0,
  waitRate: 1,
});

export interface Times {
  readonly readMs: number;
  readonly writeMs: number;
  readonly cv: number;
}

/** Mean service time of the mix that arrives, ms; that of reads where nothing arrives. */
export function mixedMs({ readRps, writeRps }: Arrivals, { readMs, writeMs }: Times): number {
  const total = readRps + writeRps;
  return total === 0 ? readMs : (readRps * readMs + writeRps * writeMs) / total;
}

/** cv² = Σ pᵢSᵢ²(1 + cvᵢ²) ÷ S² − 1 */
export function mixedCvSquared(
  { readRps, writeRps }: Arrivals,
  { readMs, writeMs, cv }: Times,
  s: number,
): number {
  const second = (readRps * readMs ** 2 + writeRps * writeMs ** 2) / (readRps + writeRps);
  return (second * (1 + cv ** 2)) / s ** 2 - 1;
}

/** Erlang C: the share of arrivals that wait at `servers` servers offered `erlangs`. */
export function erlangC(servers: number, erlangs: number): number {
  let blocked = 1;
  for (let n = 1; n <= servers; n += 1) blocked = (erlangs * blocked) / (n + erlangs * blocked);
  const rho = erlangs / servers;
  return blocked / (1 - rho + rho * blocked);
}

/** M/M/c with Allen and Cunneen's correction; ρ ≥ 1 has a utilization and nothing else. */
export function unboundedQueue(servers: number, arrivals: Arrivals, times: Times, caSquared: number): Queue {
  const perMs = (arrivals.readRps + arrivals.writeRps) / 1000;
  const s = mixedMs(arrivals, times);
  if (perMs === 0 || s === 0) return idle;
  const rho = (perMs * s) / servers;
  if (rho >= 1) {
    const never = Number.NaN;
    return queueOf({
      rho,
      waitProbability: never,
      waitMs: never,
      drawWait: () => never,
      waitRate: never,
    });
  }
  const waitProbability = erlangC(servers, perMs * s);
  const waitRate = ((servers / s - perMs) * 2) / (caSquared + mixedCvSquared(arrivals, times, s));
  return queueOf({
    rho,
    waitProbability,
    waitMs: waitProbability / waitRate,
    drawWait: (random) => (random() < waitProbability ? exponential(random) / waitRate : 0),
    waitRate,
  });
}

/** M/M/c/K whatever the cv: what accepted requests meet. */
export function boundedQueue(allServers: number, limit: number, arrivals: Arrivals, times: Times): Queue {
  const servers = Math.min(allServers, limit);
  const perMs = (arrivals.readRps + arrivals.writeRps) / 1000;
  const s = mixedMs(arrivals, times);
  if (perMs === 0 || s === 0) return idle;
  const weights = [1];
  for (let n = 1; n <= limit; n += 1)
    weights.push(((weights[n - 1] ?? 0) * perMs * s) / Math.min(n, servers));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.map((weight) => weight / total);
  const lossShare = found[limit] ?? 0;
  const accepted = found.slice(0, limit).map((share) => share / (1 - lossShare));
  const waiting = accepted.map((share, n) => (n < servers ? 0 : share));
  const drawWait = (random: Random): number => {
    let left = random();
    const n = accepted.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    let wait = 0;
    for (let ahead = servers; ahead <= n; ahead += 1) wait += (exponential(random) * s) / servers;
    return wait;
  };
  const step = s / servers;
  return {
    rho: (perMs * (1 - lossShare) * s) / servers,
    waitProbability: waiting.reduce((sum, share) => sum + share, 0),
    waitMs: waiting.reduce((sum, share, n) => sum + share * (n - servers + 1) * step, 0),
    // A sum of r exponentials has the second moment r (r + 1) of one.
    waitSecond: waiting.reduce(
      (sum, share, n) => sum + share * (n - servers + 1) * (n - servers + 2) * step ** 2,
      0,
    ),
    lossShare,
    drawWait,
    waitRate: null,
    law: (own) => responseOfWait(drawWait, own),
  };
}

/** Second moment of a wait: of an exponential with some probability 2 p ÷ θ², unless the queue says otherwise. */
export const waitSecondOf = ({ waitSecond, waitProbability, waitMs }: Queue): number =>
  waitSecond ?? (waitProbability > 0 ? (2 * waitMs ** 2) / waitProbability : 0);
