const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** ln Γ(x) for x > 0, to about 15 digits (Lanczos, g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  let sum = lanczos[0] as number;
  for (let i = 1; i < lanczos.length; i++) sum += (lanczos[i] as number) / (y + i);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** x^a e^−x ÷ Γ(a + 1), taken apart so that large a does not cost digits (Loader's deviance form is not needed below 1e6). */
const leading = (a: number, x: number): number => Math.exp(a * Math.log(x) - x - logGamma(a + 1));

function bySeries(a: number, x: number): number {
  const lead = leading(a, x);
  // Less than a number can hold; not a number where x is more than one.
  if (!(lead > 0)) return 0;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 100_000 && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * lead;
}

/** Lentz's form of the continued fraction of Γ(a, x). */
function byFraction(a: number, x: number): number {
  const lead = leading(a, x);
  if (!(lead > 0)) return 0;
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
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
  return a * lead * h;
}

/** P(a, x): the share of a gamma distribution of shape a and scale 1 that lies below x. Abramowitz & Stegun 6.5. */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  return x < a + 1 ? bySeries(a, x) : 1 - byFraction(a, x);
}

/** Q(a, x) = 1 − P(a, x), without cancellation in the tail. */
export function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - bySeries(a, x) : byFraction(a, x);
}
