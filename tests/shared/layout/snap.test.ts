import { describe, expect, test } from 'vitest';
import { guidesOf, snapMove, snapSides, snapTargets } from '../../../shared/layout/snap';
import type { Box } from '../../../shared/model/schema';
import { growth } from '../../support/growth';

const box = (x: number, y: number, width = 100, height = 50): Box => ({ x, y, width, height });
const within = box(-5000, -5000, 10_000, 10_000);
const reach = { reach: 6, within };

describe('a box that is moved', () => {
  const targets = snapTargets([box(0, 0), box(400, 300, 60, 60)]);

  test.each([
    // Left sides 4 px apart; right sides 96 + … the same.
    ['its left side to a left side', box(4, 200), { x: -4, y: null }],
    ['its right side to a left side', box(303, 200), { x: -3, y: null }],
    // The middle of the other is 400 + 30 = 430, its own 377 + 50 = 427.
    ['its middle to a middle', box(377, 200), { x: 3, y: null }],
    ['both axes by themselves', box(5, 52), { x: -5, y: -2 }],
    ['nothing beyond the reach', box(207, 200), { x: null, y: null }],
  ])('is taken by %s', (_what, moved, offset) => {
    expect(snapMove(targets, moved, reach)).toEqual(offset);
  });

  test('is taken to nothing that cannot be seen', () => {
    expect(snapMove(targets, box(4, 200), { ...reach, within: box(200, 100, 500, 500) }).x).toBeNull();
  });
});

describe('equal gaps', () => {
  // 100 px between the first two.
  const row = snapTargets([box(0, 0), box(200, 0)]);

  test('behind two others: as far from the second as it from the first', () => {
    // 200 + 100 + 100 = 400; no side or middle of the others is near 404, 454 or 504.
    expect(snapMove(row, box(404, 3), reach)).toEqual({ x: -4, y: -3 });
    expect(guidesOf(row, box(400, 0), within).gaps).toEqual([
      { axis: 'x', from: 300, to: 400, at: 25 },
      { axis: 'x', from: 100, to: 200, at: 25 },
    ]);
  });

  test('before two others, and halfway between two', () => {
    expect(snapMove(row, box(-197, 3), reach).x).toBe(-3);
    const wide = snapTargets([box(0, 0), box(600, 0)]);
    // (100 + 600) ÷ 2 = 350 is the middle, so that it begins at 300.
    expect(snapMove(wide, box(304, 10), reach).x).toBe(-4);
  });

  test('down a column as well as along a row', () => {
    const column = snapTargets([box(0, 0), box(0, 150)]);
    expect(snapMove(column, box(0, 302), reach).y).toBe(-2);
  });

  test('are counted between peers only', () => {
    const targets = snapTargets([box(0, 0), box(200, 0)], []);
    expect(snapMove(targets, box(404, 30), reach).x).toBeNull();
  });
});

describe('a box that is resized', () => {
  const targets = snapTargets([box(0, 0), box(200, 0)]);

  test('has its held sides taken, and no others', () => {
    const resized = box(3, 200, 194, 80);
    expect(snapSides(targets, resized, { x: 'end' }, reach)).toEqual({ x: 3, y: null });
    expect(snapSides(targets, resized, { x: 'start' }, reach)).toEqual({ x: -3, y: null });
  });
});

test('guides are drawn through all that is aligned, from one end to the other', () => {
  const targets = snapTargets([box(0, 0), box(0, 400), box(700, 200)]);
  expect(guidesOf(targets, box(0, 200), within).lines).toEqual(
    expect.arrayContaining([
      { axis: 'x', at: 0, from: 0, to: 450 },
      { axis: 'y', at: 200, from: 0, to: 800 },
    ]),
  );
});

test('a movement takes time in proportion to the boxes around, at the most', () => {
  const among = (count: number): (() => void) => {
    const boxes = Array.from({ length: count }, (_, index) =>
      box((index % 40) * 240, Math.floor(index / 40) * 140, 188, 92),
    );
    const targets = snapTargets(boxes);
    return () => {
      for (let index = 0; index < 40; index += 1) {
        const moved = box(1000 + index * 7, 800 + index * 3, 188, 92);
        snapMove(targets, moved, { reach: 20, within });
        guidesOf(targets, moved, within);
      }
    };
  };
  // Eight times as many: quadratic growth would be 64.
  expect(growth(among(500), among(4000))).toBeLessThan(32);
});
