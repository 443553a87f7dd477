import { deviance, stirlingError } from './deviance';
import { logGamma } from './log-gamma';
import { count } from './work';

/** Shapes beyond which the digits of ln Γ do not do, and a hundred thousand turns not either. */
const manyStages = 1e8;

/** x^a e^−x ÷ Γ(a + 1); for a large a by Loader's deviance, which costs no digits. */
export const leading = (a: number, x: number): number =>
  a <= manyStages
    ? Math.exp(a * Math.log(x) - x - logGamma(a + 1))
    : Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);

function bySeries(a: number, x: number): number {
  const lead = leading(a, x);
  // Less than a number can hold; not a number where x is more than one.
  if (!(lead > 0)) return 0;
  let term = 1;
  let sum = 1;
  let n = 1;
  for (; n < 100_000 && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  count(n);
  return sum * lead;
}

function byFraction(a: number, x: number): number {
  const lead = leading(a, x);
  return lead > 0 ? a * lead * continuedFraction(a, x) : 0;
}

/** Γ(a, x) ÷ (x^a e^−x) for x over a + 1, by Lentz's form of its continued fraction. */
export function continuedFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  let i = 1;
  for (; i < 100_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < tiny) d = tiny;
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    d = 1 / d;
    const factor = d * c;
    h *= factor;
    // Two units in the last place: rounding keeps the factor from ever coming nearer to 1 for some arguments.
    if (Math.abs(factor - 1) <= 2 * Number.EPSILON) break;
  }
  count(i);
  return h;
}

/** Standard deviations from its mean up to which a gamma of a large shape is taken for a normal one that leans a little. */
const farOut = 12;
const isNearMean = (a: number, x: number): boolean =>
  a > manyStages && Math.abs(x - a) < farOut * Math.sqrt(a);

/**
 * Q(a, x) for a large a and an x near it, by the first term of Temme's uniform expansion (DLMF 8.12): ½ erfc(η √(a ÷ 2)) plus
 * e^(−aη² ÷ 2) ÷ √(2πa) × (1 ÷ (x ÷ a − 1) − 1 ÷ η), with a relative error of 1 ÷ a.
 */
function aboveNearMean(a: number, x: number): number {
  const apart = x / a - 1;
  const half = deviance(a, x);
  const eta = Math.sign(apart) * Math.sqrt((2 * half) / a);
  // Where both are small their inverses cancel; the limit of the difference is taken instead.
  const leaning = Math.abs(apart) < 1e-4 ? -1 / 3 + eta / 12 : 1 / apart - 1 / eta;
  const tail = gammaAbove(0.5, half) / 2;
  const normal = apart > 0 ? tail : 1 - tail;
  return Math.min(1, Math.max(0, normal + (Math.exp(-half) / Math.sqrt(2 * Math.PI * a)) * leaning));
}

/** P(a, x): the share of a gamma distribution of shape a and scale 1 that lies below x. Abramowitz & Stegun 6.5. */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  if (isNearMean(a, x)) return 1 - aboveNearMean(a, x);
  return x < a + 1 ? bySeries(a, x) : 1 - byFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), without cancellation in the tail. */
export function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1;
  if (isNearMean(a, x)) return aboveNearMean(a, x);
  return x < a + 1 ? 1 - bySeries(a, x) : byFraction(a, x);
}
