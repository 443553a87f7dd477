import { integrate } from './quadrature';

/** One of several that can be picked: its weight and the probability that it is up. */
export interface Pickable {
  readonly weight: number;
  readonly up: number;
}

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
    if (probability > 0)
      of.forEach(({ weight }, i) => {
        if (((state >>> i) & 1) === 1) picked[i] = (picked[i] ?? 0) + (probability * weight) / weights;
      });
  }
  return picked;
}

/** 1 ÷ W = ∫ e^(−Ws) ds takes the states of the others apart: ∫ uwe^(−ws) Π (1 − uⱼ + uⱼe^(−wⱼs)) ds. */
function byIntegral(of: readonly Pickable[], picked: number, total: number): number {
  const own = of[picked] ?? { weight: 0, up: 0 };
  const density = (s: number): number =>
    of.reduce(
      (product, { weight, up }, i) =>
        i === picked ? product : product * (1 - up + up * Math.exp(-weight * s)),
      own.up * own.weight * Math.exp(-own.weight * s),
    );
  let sum = 0;
  for (let from = 0, width = 0.5 / total; from * own.weight < 45; width *= 1.3) {
    sum += integrate(density, from, from + width, Number.POSITIVE_INFINITY);
    from += width;
  }
  return sum;
}
