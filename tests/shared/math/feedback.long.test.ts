import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gainOf, solveFeedback, type Transfer } from '../../../shared/math/feedback';

const ring = (size: number, gain: number): readonly Transfer[] =>
  Array.from({ length: size }, (_, i) => ({ from: i, to: (i + 1) % size, gain }));

describe('feedback', () => {
  test('a ring of two brings back the product of its gains', () => {
    // x0 = 1 + 0.5 x1, x1 = 0.8 x0: x0 = 1 ÷ 0.6.
    const solved = solveFeedback(
      [1, 0],
      [
        { from: 0, to: 1, gain: 0.8 },
        { from: 1, to: 0, gain: 0.5 },
      ],
    );
    expect(solved?.[0]).toBeCloseTo(1 / 0.6, 12);
    expect(solved?.[1]).toBeCloseTo(0.8 / 0.6, 12);
  });

  test('a gain of one or more has no solution', () => {
    expect(solveFeedback([1, 0, 0], ring(3, 1))).toBeNull();
    expect(solveFeedback([1], [{ from: 0, to: 0, gain: 1.5 }])).toBeNull();
    expect(gainOf(3, ring(3, 1.2))).toBeCloseTo(1.2, 9);
  });

  test('a ring of five thousand is solved', () => {
    const solved = solveFeedback([1, ...new Array<number>(4999).fill(0)], ring(5000, 0.9999));
    expect(solved?.[0]).toBeCloseTo(1 / (1 - 0.9999 ** 5000), 6);
  });

  test('what is solved satisfies its equations, and exists exactly below a gain of one', () => {
    const size = 6;
    const entry = fc.record({
      from: fc.nat(size - 1),
      to: fc.nat(size - 1),
      gain: fc.double({ min: 0, max: 0.7, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 14 }),
        fc.array(fc.nat(5), { minLength: size, maxLength: size }),
        (transfers, source) => {
          const solved = solveFeedback(source, transfers);
          const gain = gainOf(size, transfers);
          if (solved === null) {
            expect(gain).toBeGreaterThan(0.98);
            return;
          }
          expect(gain).toBeLessThan(1.02);
          const again = source.map(
            (own, i) =>
              own +
              transfers.reduce((sum, t) => (t.to === i ? sum + t.gain * (solved[t.from] ?? 0) : sum), 0),
          );
          again.forEach((value, i) => {
            expect(value).toBeCloseTo(solved[i] ?? Number.NaN, 6);
          });
        },
      ),
      { numRuns: 200, seed: 4 },
    );
  });
});

test('a loop of thousands of states that are all tied together is solved by turns, and agrees with itself', () => {
  const size = 3_000;
  // Pseudo-random, so that elimination would make all of them neighbours; each passes on 0.9 in all.
  const transfers = Array.from({ length: 3 * size }, (_, i) => ({
    from: i % size,
    to: (i * 7_919 + 13 * Math.floor(i / size) + 1) % size,
    gain: 0.3,
  }));
  const source = Array.from({ length: size }, (_, i) => (i === 0 ? 1 : 0));
  const solved = solveFeedback(source, transfers) ?? [];
  // What comes in and is passed on: Σ x = 1 + 0.9 Σ x.
  expect(solved.reduce((sum, value) => sum + value, 0)).toBeCloseTo(10, 9);
});
