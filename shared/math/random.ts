/** Random numbers of one stream: the same seed gives the same numbers, on every machine. */
export interface Random {
  /** A whole number from 0 up to 2³² − 1. */
  readonly uint32: () => number;
  /** A number from 0 up to, and without, 1: one of 2⁵³, evenly spaced. */
  readonly uniform: () => number;
  /** A number of the exponential distribution of this mean. */
  readonly exponential: (mean: number) => number;
  /** A whole number from 0 up to, and without, `count`, each as likely as the others. Throws where `count` is not 1 … 2³². */
  readonly below: (count: number) => number;
  /** A stream of its own, beginning here; this one goes on 2⁶⁴ numbers later, so that the two never meet. */
  readonly split: () => Random;
}

/** The four words of the generator; not all of them are 0. */
export type RandomState = readonly [number, number, number, number];

const words = 2 ** 32;

/** Random numbers of a seed, any safe integer: xoshiro128** with the state that SplitMix64 makes of it. */
export function createRandom(seed: number): Random {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`The seed ${seed} is not a safe integer.`);
  const next = splitMix64(BigInt(seed));
  const [first, second] = [next(), next()];
  const low = (value: bigint): number => Number(BigInt.asUintN(32, value));
  return xoshiro128([low(first), low(first >> 32n), low(second), low(second >> 32n)]);
}

/** The numbers of 64 bits that follow a seed. Source: Vigna, https://prng.di.unimi.it/splitmix64.c */
export function splitMix64(seed: bigint): () => bigint {
  let state = BigInt.asUintN(64, seed);
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let mixed = state;
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n);
    mixed = BigInt.asUintN(64, (mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn);
    return mixed ^ (mixed >> 31n);
  };
}

/** What 2⁶⁴ steps of the generator come to, as a polynomial of single steps. */
const jump = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b];

/**
 * xoshiro128** 1.1: period 2¹²⁸ − 1, sound in all its bits, and in whole numbers of 32 bits alone.
 * Source: Blackman, Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47 (2021),
 * https://prng.di.unimi.it/xoshiro128starstar.c
 */
export function xoshiro128(state: RandomState): Random {
  let [a, b, c, d] = state;

  const uint32 = (): number => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  const uniform = (): number => {
    const high = uint32() >>> 5;
    return (high * 2 ** 26 + (uint32() >>> 6)) / 2 ** 53;
  };
  const below = (count: number): number => {
    if (!Number.isInteger(count) || count < 1 || count > words)
      throw new RangeError(`There is no whole number from 0 up to, and without, ${count}.`);
    // The last numbers, too few to go round, would make the first results likelier.
    const even = words - (words % count);
    for (;;) {
      const drawn = uint32();
      if (drawn < even) return drawn % count;
    }
  };
  const split = (): Random => {
    const stream = xoshiro128([a, b, c, d]);
    const sum = [0, 0, 0, 0] as [number, number, number, number];
    for (const word of jump)
      for (let bit = 0; bit < 32; bit++) {
        if (((word >>> bit) & 1) === 1) {
          sum[0] ^= a;
          sum[1] ^= b;
          sum[2] ^= c;
          sum[3] ^= d;
        }
        uint32();
      }
    [a, b, c, d] = sum;
    return stream;
  };
  return { uint32, uniform, exponential: (mean) => -mean * Math.log1p(-uniform()), below, split };
}
