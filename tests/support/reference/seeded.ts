import { createRandom } from '../../../shared/math/random';

/** Uniform numbers in [0, 1) from a seed: the same seed, the same numbers. */
export type Random = () => number;

export const seeded = (seed: number): Random => createRandom(seed).uniform;

export const exponential = (random: Random): number => -Math.log(1 - random());

function normal(random: Random): number {
  return Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random());
}

/** A gamma of this shape and scale 1 (Marsaglia and Tsang, 2000). */
function standardGamma(shape: number, random: Random): number {
  if (shape < 1) return standardGamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A service time: gamma with this mean and coefficient of variation, a constant where that is 0. */
export function serviceTime(mean: number, cv: number, random: Random): number {
  if (cv === 0 || mean === 0) return mean;
  if (cv === 1) return mean * exponential(random);
  return mean * cv ** 2 * standardGamma(1 / cv ** 2, random);
}
