import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Point, riseToOne } from '../../../shared/math/rise-to-one';

const never = () => false;

/** The ends of a search, and how many places it looked at. */
function searched(
  at: (x: number) => readonly number[],
  bracket: { readonly low: number; readonly high: number },
  walls: readonly number[] = [],
): { readonly low: Point; readonly high: Point; readonly looks: number } {
  let looks = 0;
  const counted = (x: number): readonly number[] => {
    looks += 1;
    return at(x);
  };
  const [low, high] = [bracket.low, bracket.high].map((x) => ({ x, values: at(x) }));
  const ends = riseToOne({
    at: counted,
    low: low as Point,
    high: high as Point,
    sought: [0],
    walls,
    within: 1e-11,
    isOver: never,
  });
  return { ...ends, looks };
}

describe('the first of some rising functions that becomes 1', () => {
  test('is found at once where it is a straight line', () => {
    const { high, looks } = searched((x) => [x / 3], { low: 1, high: 100 });
    expect(high.x).toBeCloseTo(3, 9);
    expect(looks).toBeLessThan(4);
  });

  test('is found in a few steps where it grows as waits do, next to the wall on the way to which they do', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (steep, wall) => {
          const at = (x: number) => [x < wall ? 0.3 + (steep * x) / (wall - x) : Number.NaN, x / wall];
          const { low, high, looks } = searched(at, { low: wall / 100, high: wall * 2 }, [1]);
          // 0.3 + steep x ÷ (wall − x) = 1
          const exact = (0.7 * wall) / (0.7 + steep);
          expect(Math.abs(low.x / exact - 1)).toBeLessThan(1e-9);
          expect(Math.abs(high.x / exact - 1)).toBeLessThan(1e-9);
          expect(looks).toBeLessThan(24);
        },
      ),
    );
  });

  test('is at the wall where nothing is known beyond and it is below 1 until then', () => {
    const at = (x: number) => [x < 5 ? 0.2 : Number.NaN, x / 5];
    const { low, high, looks } = searched(at, { low: 0.1, high: 1000 }, [1]);
    expect(low.x).toBeCloseTo(5, 8);
    expect(high.x).toBeCloseTo(5, 8);
    expect(looks).toBeLessThan(8);
  });

  test('is found beyond a wall that is none', () => {
    const at = (x: number) => [x / 8, x / 5];
    expect(searched(at, { low: 0.1, high: 1000 }, [1]).high.x).toBeCloseTo(8, 8);
  });

  test('is found by halves where there is a jump that nothing tells of', () => {
    const { low, high, looks } = searched((x) => [x < 7 ? 0.5 : 3], { low: 0.1, high: 1000 });
    expect(low.x).toBeLessThan(7);
    expect(high.x).toBeGreaterThanOrEqual(7);
    expect(high.x - low.x).toBeLessThan(1e-9);
    expect(looks).toBeLessThan(80);
  });

  test('is the least of several', () => {
    const at = (x: number) => [x / 9, x / 4, x ** 2 / 50];
    const bracket = { low: 0.1, high: 100 };
    const [low, high] = [bracket.low, bracket.high].map((x) => ({ x, values: at(x) }));
    const found = riseToOne({
      at,
      low: low as Point,
      high: high as Point,
      sought: [0, 1, 2],
      walls: [],
      within: 1e-11,
      isOver: never,
    });
    expect(found.high.x).toBeCloseTo(4, 8);
  });

  test('stops when told to, with what it has', () => {
    const ends = riseToOne({
      at: (x) => [x / 3],
      low: { x: 1, values: [1 / 3] },
      high: { x: 10, values: [10 / 3] },
      sought: [0],
      walls: [],
      within: 1e-11,
      isOver: () => true,
    });
    expect([ends.low.x, ends.high.x]).toEqual([1, 10]);
  });
});
