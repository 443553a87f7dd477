import { gammaAbove, gammaBelow } from './gamma-function';
import { logGamma } from './log-gamma';
import { count } from './work';

/** A gamma distribution by its mean and coefficient of variation; a constant where `cv` or the mean is 0. */
export interface Service {
  readonly meanMs: number;
  readonly cv: number;
}

/**
 * Whether a service time is as good as a constant: a standard deviation of less than a ten-thousandth of the mean is seen
 * by nobody, while the shape of its gamma, 1 ÷ cv², loses its digits and then overflows.
 */
export const isConstant = ({ meanMs, cv }: Service): boolean => meanMs === 0 || cv < 1e-4;

/** P(S > t). */
export function serviceAbove(service: Service, tMs: number): number {
  const { meanMs, cv } = service;
  if (tMs < 0) return 1;
  if (isConstant(service)) return tMs < meanMs ? 1 : 0;
  if (cv === 1) return Math.exp(-tMs / meanMs);
  const shape = 1 / (cv * cv);
  return gammaAbove(shape, (tMs * shape) / meanMs);
}

/** From so many expected events on, a Poisson number is so close to its mean that its moments say all. */
const manyEvents = 1e6;

/**
 * M(a; a + 1; −x) e^x ÷ e^x by its positive series, scaled so that nothing overflows: e^−x Σ a x^n ÷ (n! (a + n)), which is
 * the mean of a ÷ (a + N) for a Poisson number N of mean x. The sum goes from the largest term, about 1 ÷ √(2πx), to both
 * sides and ends within some 10 √x terms of it; for a large x the mean follows from the moments of N.
 */
function scaledSeries(a: number, x: number): number {
  if (!(x < manyEvents)) return meanOfShares(a, x);
  const peak = Math.max(0, Math.floor(x));
  const first = Math.exp(peak * Math.log(x || 1) - x - logGamma(peak + 1));
  let sum = 0;
  let turns = 0;
  for (let n = peak, term = first; term > 1e-18 * (sum + 1e-300) || n < peak + 5; n++) {
    sum += (term * a) / (a + n);
    term *= x / (n + 1);
    turns += 1;
  }
  for (let n = peak - 1, term = first; n >= 0; n--) {
    term *= (n + 1) / x;
    sum += (term * a) / (a + n);
    turns += 1;
    if (!(term >= 1e-18 * sum)) break;
  }
  count(turns);
  return sum;
}

/** E[a ÷ (a + N)] for a Poisson number N of a large mean x, by the moments of N up to the sixth: what is left out is below x⁻⁴. */
function meanOfShares(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0;
  const all = a + x;
  // Powers of x ÷ (a + x), which is at most 1, and of 1 ÷ (a + x).
  const r = x / all;
  const u = 1 / all;
  const second = r * u;
  const third = r * u * u;
  const fourth = 3 * r * r * u * u + r * u * u * u;
  const fifth = 10 * r * r * u * u * u;
  const sixth = 15 * r * r * r * u * u * u;
  return (a / all) * (1 + second - third + fourth - fifth + sixth);
}

/**
 * P(S ≤ t < S + X) for an exponential X of `ratePerMs` independent of S: e^(−ηt) ∫ f(x) e^(ηx) dx over 0 … t.
 * Closed forms: difference of exponentials (the limit t e^(−μt) where both rates agree), incomplete gamma,
 * and Kummer's function where X is the faster (DLMF 8.5, 13.6).
 */
export function overtaken(service: Service, ratePerMs: number, tMs: number): number {
  const { meanMs, cv } = service;
  if (tMs < 0 || ratePerMs === Number.POSITIVE_INFINITY) return 0;
  if (isConstant(service)) return tMs < meanMs ? 0 : Math.exp(-ratePerMs * (tMs - meanMs));
  if (cv === 1) {
    const rate = 1 / meanMs;
    const apart = Math.abs(rate - ratePerMs);
    const spread = apart * tMs < 1e-12 ? tMs : -Math.expm1(-apart * tMs) / apart;
    return rate * Math.exp(-Math.min(rate, ratePerMs) * tMs) * spread;
  }
  const shape = 1 / (cv * cv);
  const rate = shape / meanMs;
  const slower = rate - ratePerMs;
  if (slower > rate * 1e-9) {
    const below = gammaBelow(shape, slower * tMs);
    return below === 0 ? 0 : Math.exp(shape * Math.log(rate / slower) - ratePerMs * tMs + Math.log(below));
  }
  if (tMs === 0) return 0;
  const logScale = shape * Math.log(rate * tMs) - rate * tMs - logGamma(shape + 1);
  return Math.exp(logScale) * scaledSeries(shape, Math.max(0, -slower) * tMs);
}
