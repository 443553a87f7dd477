import { integrate } from './quadrature';

/** So many of the most popular items are summed one by one; the others, among which nothing changes quickly, by integral. */
const summedSingly = 200;

/**
 * Σ over i = 1 … items of f(i), for an f that varies on the scale of i itself, as functions of a popularity i^−α do: terms
 * up to 200, then the integral from 200.5 to items + 0.5 with the first correction of Euler and Maclaurin at midpoints.
 */
function sumOver(items: number, f: (rank: number) => number): number {
  let sum = 0;
  const single = Math.min(items, summedSingly);
  for (let rank = 1; rank <= single; rank++) sum += f(rank);
  if (items <= summedSingly) return sum;
  const from = summedSingly + 0.5;
  const to = items + 0.5;
  const tail = tailOver(from, to, f);
  const slope = (x: number) => (f(x + 0.5) - f(x - 0.5)) / 24;
  return sum + tail - (slope(to) - slope(from));
}

/** ∫ f over [from, to] in panels of at most half a unit of the logarithm, over which f is as good as a polynomial. */
function tailOver(from: number, to: number, f: (rank: number) => number): number {
  const start = Math.log(from);
  const panels = Math.max(1, Math.ceil((Math.log(to) - start) * 2));
  const width = (Math.log(to) - start) / panels;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++)
    sum += integrate(
      (u) => f(Math.exp(u)) * Math.exp(u),
      start + panel * width,
      start + (panel + 1) * width,
      Number.POSITIVE_INFINITY,
    );
  return sum;
}

/** A cache of the least recently used items, by Che's approximation. */
export interface CacheHits {
  readonly hitRate: number;
  /** Requests in which an item that is not requested is evicted. */
  readonly characteristicRequests: number;
}

/**
 * Hit rate of an LRU cache that holds `capacity` of `items` items requested by a Zipf law of exponent `zipfExponent`:
 * p(i) = i^−α ÷ Σ j^−α; the characteristic time T solves Σ (1 − e^(−p(i)T)) = capacity; hit rate = Σ p(i)(1 − e^(−p(i)T)).
 * Che, Tung, Wang, IEEE JSAC 20 (2002); why it is so close: Fricker, Robert, Roberts, arXiv 1202.3974.
 */
export function cacheHits(items: number, capacity: number, zipfExponent: number): CacheHits {
  if (!(capacity > 0) || items < 1) return { hitRate: 0, characteristicRequests: 0 };
  if (capacity >= items) return { hitRate: 1, characteristicRequests: Number.POSITIVE_INFINITY };
  const weight = sumOver(items, (rank) => rank ** -zipfExponent);
  const kept = (rank: number, requests: number) => -Math.expm1(-(rank ** -zipfExponent / weight) * requests);
  const filled = (requests: number) => sumOver(items, (rank) => kept(rank, requests));
  const requests = characteristic(filled, capacity);
  const hitRate = sumOver(items, (rank) => (rank ** -zipfExponent / weight) * kept(rank, requests));
  return { hitRate: Math.min(1, hitRate), characteristicRequests: requests };
}

/** The requests after which `capacity` different items were requested: bracketed by doubling, then bisected on a log scale. */
function characteristic(filled: (requests: number) => number, capacity: number): number {
  let low = capacity;
  let high = 2 * capacity;
  while (filled(high) < capacity && high < Number.MAX_VALUE / 4) {
    low = high;
    high *= 2;
  }
  for (let turn = 0; turn < 60 && high - low > 1e-12 * high; turn++) {
    const middle = Math.sqrt(low * high);
    if (filled(middle) < capacity) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
