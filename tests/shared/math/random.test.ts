import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, type RandomState, splitMix64, xoshiro128 } from '../../../shared/math/random';

const several = <T>(count: number, draw: () => T): readonly T[] => Array.from({ length: count }, draw);

describe('the generators give the numbers of their published sources', () => {
  test('xoshiro128** 1.1 from the state 1, 2, 3, 4', () => {
    expect(several(10, xoshiro128([1, 2, 3, 4]).uint32)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test('SplitMix64 from the seed 1477776061723855037', () => {
    expect(several(6, splitMix64(1477776061723855037n))).toEqual([
      1985237415132408290n,
      2979275885539914483n,
      13511426838097143398n,
      8488337342461049707n,
      15141737807933549159n,
      17093170987380407015n,
    ]);
  });
});

/** One step of the generator as a matrix over bits: where it leads each of the 128 single bits of the state. */
function stepOf(bit: number): bigint {
  const word = (at: number): bigint => (bit >> 5 === at ? 1n << BigInt(bit & 31) : 0n);
  const turned = (value: bigint, by: bigint): bigint =>
    BigInt.asUintN(32, value << by) | (value >> (32n - by));
  let [a, b, c, d] = [word(0), word(1), word(2), word(3)];
  const shifted = BigInt.asUintN(32, b << 9n);
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= shifted;
  d = turned(d, 11n);
  return a | (b << 32n) | (c << 64n) | (d << 96n);
}

function led(matrix: readonly bigint[], state: bigint): bigint {
  let sum = 0n;
  for (let bit = 0, rest = state; rest > 0n; bit++, rest >>= 1n)
    if ((rest & 1n) === 1n) sum ^= matrix[bit] ?? 0n;
  return sum;
}

test('after a split, the stream goes on where it was and the generator 2⁶⁴ numbers later', () => {
  let steps: readonly bigint[] = Array.from({ length: 128 }, (_, bit) => stepOf(bit));
  for (let doubling = 0; doubling < 64; doubling++) {
    const before = steps;
    steps = before.map((column) => led(before, column));
  }
  const state: RandomState = [0x12345678, 0x9abcdef0, 3, 0xfffffff1];
  const joined = state.reduce((sum, word, at) => sum | (BigInt(word) << BigInt(32 * at)), 0n);
  const later = led(steps, joined);
  const word = (at: number): number => Number(BigInt.asUintN(32, later >> BigInt(32 * at)));
  const generator = xoshiro128(state);
  const stream = generator.split();
  expect(several(20, stream.uint32)).toEqual(several(20, xoshiro128(state).uint32));
  const expected = xoshiro128([word(0), word(1), word(2), word(3)]);
  expect(several(20, generator.uint32)).toEqual(several(20, expected.uint32));
});

test('the same seed gives the same numbers, another seed others', () => {
  const seeds = fc.maxSafeInteger();
  fc.assert(
    fc.property(seeds, seeds, (one, other) => {
      const numbers = several(4, createRandom(one).uint32);
      expect(several(4, createRandom(one).uint32)).toEqual(numbers);
      if (one !== other) expect(several(4, createRandom(other).uint32)).not.toEqual(numbers);
    }),
  );
});

test('uniform numbers have 53 bits, mean ½ and variance 1⁄12', () => {
  const count = 100_000;
  const drawn = several(count, createRandom(1).uniform);
  expect(drawn.every((value) => value >= 0 && value < 1 && Number.isInteger(value * 2 ** 53))).toBe(true);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / count;
  const variance = drawn.reduce((sum, value) => sum + (value - 0.5) ** 2, 0) / count;
  // Five standard errors: 1 ÷ √(12 n) of the mean, 1 ÷ √(180 n) of the variance.
  expect(Math.abs(mean - 1 / 2)).toBeLessThan(5 / Math.sqrt(12 * count));
  expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 / Math.sqrt(180 * count));
});

test('exponential numbers have the mean asked for, and as much of them above it as they should', () => {
  const count = 100_000;
  const { exponential } = createRandom(2);
  const drawn = several(count, () => exponential(8));
  const mean = drawn.reduce((sum, value) => sum + value, 0) / count;
  expect(Math.abs(mean - 8)).toBeLessThan((5 * 8) / Math.sqrt(count));
  // P(X > mean) = 1 ÷ e.
  const above = drawn.filter((value) => value > 8).length / count;
  expect(Math.abs(above - 1 / Math.E)).toBeLessThan((5 * 0.483) / Math.sqrt(count));
});

describe('whole numbers below a count', () => {
  test('stay below it', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, count) => {
        const drawn = createRandom(seed).below(count);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < count).toBe(true);
      }),
    );
  });

  test('are as likely one as the other where the count does not divide 2³²', () => {
    // Without rejection numbers below 2³² ÷ 4 would be drawn twice as often: half of the time instead of a third.
    const count = 3 * 2 ** 30;
    const { below } = createRandom(3);
    const draws = 30_000;
    const first = several(draws, () => below(count)).filter((value) => value < 2 ** 30).length / draws;
    expect(Math.abs(first - 1 / 3)).toBeLessThan((5 * Math.sqrt(2 / 9)) / Math.sqrt(draws));
  });

  test.each([0, -1, 1.5, 2 ** 32 + 1, Number.NaN])('there is none below %s', (count) => {
    expect(() => createRandom(1).below(count)).toThrow(RangeError);
  });

  test.each([0.5, Number.NaN, 2 ** 53])('%s is no seed', (seed) => {
    expect(() => createRandom(seed)).toThrow(RangeError);
  });
});
