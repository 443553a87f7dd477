import { eachPoint, integrate } from './quadrature';

/** One of several that can be picked: its weight and the probability that it is up. */
export interface Pickable {
  readonly weight: number;
  readonly up: number;
}

/** More than so many are not gone through one by one for each of them: what is picked of them follows from one integral. */
const mostSingly = 64;

/** With unequal weights, up to so many are picked from by listing who is up; more by an integral. */
const mostListed = 8;

/**
 * The probability that each is picked, where one of those that are up is, in proportion to their weights, and each is up by
 * itself: E[Uᵢwᵢ ÷ Σ Uⱼwⱼ]. What is missing from 1 is the probability that none is up.
 */
export function pickAmongUp(of: readonly Pickable[]): readonly number[] {
  const sure = of.every(({ up }) => up === 1);
  const total = of.reduce((sum, { weight }) => sum + weight, 0);
  if (sure) return of.map(({ weight }) => weight / total);
  if (of.length > mostSingly) return byOneIntegral(of, total);
  const first = of[0]?.weight ?? 1;
  if (of.every(({ weight }) => weight === first)) return of.map((_, i) => byCount(of, i));
  if (of.length <= mostListed) return byListing(of);
  return of.map((_, i) => byIntegral(of, i, total));
}

/** Equal weights: only how many of the others are up matters. */
function byCount(of: readonly Pickable[], picked: number): number {
  const counts = new Float64Array(of.length);
  counts[0] = 1;
  let others = 0;
  of.forEach(({ up }, i) => {
    if (i === picked) return;
    others += 1;
    for (let count = others; count >= 0; count--)
      counts[count] =
        (counts[count] as number) * (1 - up) + (count > 0 ? (counts[count - 1] as number) * up : 0);
  });
  return (of[picked]?.up ?? 0) * counts.reduce((sum, share, count) => sum + share / (count + 1), 0);
}

function byListing(of: readonly Pickable[]): readonly number[] {
  const picked = new Array<number>(of.length).fill(0);
  for (let state = 1; state < 2 ** of.length; state++) {
    let probability = 1;
    let weights = 0;
    of.forEach(({ weight, up }, i) => {
      const isUp = ((state >>> i) & 1) === 1;
      probability *= isUp ? up : 1 - up;
      if (isUp) weights += weight;
    });
    // Those without weight are not picked, even where no other is up.
    if (probability > 0 && weights > 0)
      of.forEach(({ weight }, i) => {
        if (((state >>> i) & 1) === 1) picked[i] = (picked[i] ?? 0) + (probability * weight) / weights;
      });
  }
  return picked;
}

/** What of all that can be picked may be left out. */
const negligible = 1e-12;

/** Those of one weight and one probability to be up: each is picked alike. */
interface Alike extends Pickable {
  count: number;
}

/**
 * `byIntegral` for many, at the same places for all: the product over all of them is taken once a place, and each divides its
 * own factor out. Panels grow until next to nothing is missing from the probability that one is up, which takes some forty of
 * them, and as many more as the weights are apart by powers of 1.3.
 */
function byOneIntegral(of: readonly Pickable[], total: number): readonly number[] {
  const { kinds, kindOf } = kindsOf(of);
  const picked = new Float64Array(kinds.length);
  const factors = new Float64Array(kinds.length);
  const least = kinds.reduce((least, { weight }) => (weight > 0 ? Math.min(least, weight) : least), total);
  const oneUp = -Math.expm1(
    kinds.reduce((sum, { weight, up, count }) => (weight > 0 ? sum + count * Math.log1p(-up) : sum), 0),
  );
  let sum = 0;
  for (let from = 0, width = 0.5 / total; from * least < 45; width *= 1.3) {
    eachPoint(from, from + width, (s, share) => {
      let logs = 0;
      for (const [i, { weight, up, count }] of kinds.entries()) {
        const factor = 1 - up + up * Math.exp(-weight * s);
        factors[i] = factor;
        logs += count * Math.log(factor);
      }
      for (const [i, { weight, up, count }] of kinds.entries()) {
        const factor = factors[i] as number;
        // Where the factor underflows, so does what it would divide.
        if (factor <= 0) continue;
        const value = (share * up * weight * Math.exp(logs - weight * s)) / factor;
        picked[i] = (picked[i] as number) + value;
        sum += count * value;
      }
    });
    if (sum >= oneUp * (1 - negligible)) break;
    from += width;
  }
  const scale = sum > 0 ? oneUp / sum : 0;
  return of.map((_, i) => (picked[kindOf[i] as number] as number) * scale);
}

function kindsOf(of: readonly Pickable[]): { readonly kinds: readonly Alike[]; readonly kindOf: Int32Array } {
  const kinds: Alike[] = [];
  const kindOf = new Int32Array(of.length);
  const known = new Map<number, Map<number, number>>();
  of.forEach(({ weight, up }, i) => {
    const byUp = known.get(weight) ?? new Map<number, number>();
    known.set(weight, byUp);
    const found = byUp.get(up) ?? kinds.length;
    byUp.set(up, found);
    if (found === kinds.length) kinds.push({ weight, up, count: 0 });
    (kinds[found] as Alike).count += 1;
    kindOf[i] = found;
  });
  return { kinds, kindOf };
}

/** 1 ÷ W = ∫ e^(−Ws) ds takes the states of the others apart: ∫ uwe^(−ws) Π (1 − uⱼ + uⱼe^(−wⱼs)) ds. */
function byIntegral(of: readonly Pickable[], picked: number, total: number): number {
  const own = of[picked] ?? { weight: 0, up: 0 };
  if (own.weight === 0) return 0;
  const density = (s: number): number =>
    of.reduce(
      (product, { weight, up }, i) =>
        i === picked ? product : product * (1 - up + up * Math.exp(-weight * s)),
      own.up * own.weight * Math.exp(-own.weight * s),
    );
  let sum = 0;
  // Panels grow by a factor each, so that there are as many as the logarithm of total ÷ own weight to the base 1.3, and some.
  for (let from = 0, width = 0.5 / total; from * own.weight < 45; width *= 1.3) {
    sum += integrate(density, from, from + width, Number.POSITIVE_INFINITY);
    from += width;
  }
  return sum;
}
