import { mostCompletedPerMs, nearlyMost, negligiblePowers, type PlacePool } from './places';
import { geometricSums } from './queueing';
import { count } from './work';

/** Numbers 0 … places − 1 in progress: Σ p(n) and Σ n p(n) in units of p(places), or of all where that is next to nothing. */
interface Below {
  readonly sum: number;
  readonly first: number;
  readonly reachesPlaces: boolean;
}

/** A weight beyond which all are scaled down. */
const largeWeight = 1e250;
/** Share of all numbers below which it does not matter how many more there are. */
const rare = 1e-24;
/** So many roots of a Poisson mean below it next to nothing is left: e^(−9.6² ÷ 2) = 1e-20. */
const widths = 9.6;
/** A share of a weight's growth that does not change it. */
const negligible = 1e-18;

/**
 * Weights of the number in progress, each λ ÷ X(n) times the one before, from where they begin to matter. Beyond the lanes X follows
 * from y(n) = G(n) n! ÷ (S + D)ⁿ, y(n) = n p ÷ c × y(n − 1) + E[(1 − B(n, p) ÷ c)⁺], with p = S ÷ (S + D) and B binomial: the
 * generating function of G times 1 − S z ÷ c has these coefficients. Where no lane is ever free the rest is a geometric sum.
 */
export function belowPlaces(pool: PlacePool, perMs: number, mostPerMs: number): Below {
  const { lanes, places, workMs, delayMs } = pool;
  const heldMs = workMs + delayMs;
  const load = perMs * heldMs;
  const p = workMs / heldMs;
  // Where a lane is always free their number is Poisson's.
  const highest = nearlyMost(load);
  if (highest <= places && nearlyMost(highest * p) <= lanes)
    return { sum: 1, first: load, reachesPlaces: false };
  const start = firstThatMatters(places, load, perMs / mostPerMs);
  let [sum, first, weight] = [0, 0, 1];
  let { free, under, logLast, inverse } = freeLanes(pool, Math.max(start, lanes));
  let n = start;
  for (; n < places; n++) {
    let rise = load / (n + 1);
    if (n >= lanes && p > 0) {
      free = Math.max(0, free - p * under);
      under = Math.max(0, under - p * Math.exp(logLast));
      logLast += Math.log((n + 1) / (n + 2 - lanes)) + Math.log1p(-p);
      const byFree = free * inverse;
      if (byFree <= negligible * (n + 1) * p) break;
      const growth = ((n + 1) * p + byFree) / lanes;
      inverse /= growth;
      rise *= growth;
    }
    sum += weight;
    first += n * weight;
    if (weight < rare * sum && rise < 1) {
      count(n - start);
      return { sum: 1, first: first / sum, reachesPlaces: false };
    }
    weight *= rise;
    if (weight > largeWeight) {
      sum /= weight;
      first /= weight;
      weight = 1;
    }
  }
  count(n - start);
  return withGeometric(sum / weight, first / weight, n, places, (load * p) / lanes);
}

/** Below it next to nothing is: weights rise by at least load ÷ n, and by at least `ratio`. */
function firstThatMatters(places: number, load: number, ratio: number): number {
  const most = Math.min(load, places);
  const byLoad = most - widths * Math.sqrt(most) - 1;
  const byRatio = ratio > 1 ? places - negligiblePowers / Math.log(ratio) - 1 : 0;
  return Math.max(0, Math.floor(Math.max(byLoad, byRatio)));
}

/** With n in progress, in any one unit: E[(c − B(n, p))⁺], P(B(n, p) < c), the logarithm of P(B(n, p) = c − 1); and what makes y of it. */
interface FreeLanes {
  readonly free: number;
  readonly under: number;
  readonly logLast: number;
  readonly inverse: number;
}

function freeLanes(pool: PlacePool, n: number): FreeLanes {
  const { lanes, places, workMs, delayMs } = pool;
  const p = workMs / (workMs + delayMs);
  if (n >= places || p === 0) return { free: 0, under: 0, logLast: 0, inverse: 0 };
  if (n === lanes)
    return {
      free: lanes * (1 - p),
      under: 1 - p ** lanes,
      logLast: Math.log(lanes) + (lanes - 1) * Math.log(p) + Math.log1p(-p),
      inverse: 1,
    };
  const odds = p / (1 - p);
  const mode = Math.min(lanes - 1, Math.floor((n + 1) * p));
  let [under, free] = [1, lanes - mode];
  let turns = 0;
  for (let k = mode, term = 1; k > 0 && term > negligible * under; k--, turns++) {
    term *= k / (n - k + 1) / odds;
    under += term;
    free += term * (lanes - k + 1);
  }
  let logLast = 0;
  for (let k = mode; k < lanes - 1; k++, turns++) {
    logLast += Math.log(((n - k) / (k + 1)) * odds);
    const term = Math.exp(logLast);
    under += term;
    free += term * (lanes - k - 1);
  }
  count(turns);
  const growth = (n + 1) / ((workMs + delayMs) * mostCompletedPerMs({ ...pool, places: n + 1 }));
  const nextFree = free - p * under;
  const inverse = nextFree > 0 ? Math.max(0, growth * lanes - (n + 1) * p) / nextFree : 0;
  return { free, under, logLast, inverse };
}

/** Adds the numbers from n on, each `ratio` times as likely as the one before; all in units of p(n) before, of p(places) after. */
function withGeometric(sum: number, first: number, n: number, places: number, ratio: number): Below {
  const steps = places - n;
  if (steps === 0) return { sum, first, reachesPlaces: true };
  if (ratio <= 1) {
    const of = geometricSums(ratio, steps);
    const [total, firsts] = [sum + of.sum, first + (n - 1) * of.sum + of.weighted];
    const top = ratio ** steps;
    if (top < rare * total) return { sum: 1, first: firsts / total, reachesPlaces: false };
    return { sum: total / top, first: firsts / top, reachesPlaces: true };
  }
  const falling = 1 / ratio;
  const of = geometricSums(falling, steps);
  const below = falling ** steps;
  return {
    sum: sum * below + falling * of.sum,
    first: first * below + falling * (places * of.sum - of.weighted),
    reachesPlaces: true,
  };
}
