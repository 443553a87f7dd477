import { describe, expect, test } from 'vitest';
import { clearestNear, sharedArea } from '../../../renderer/ui/float-clear';

const box = { x: 0, y: 0, width: 100, height: 50 };

describe('the area that two boxes share', () => {
  test.each([
    [{ x: 50, y: 25, width: 100, height: 50 }, 50 * 25],
    [{ x: 10, y: 10, width: 20, height: 20 }, 400],
    [{ x: 100, y: 0, width: 10, height: 50 }, 0],
    [{ x: 0, y: 60, width: 100, height: 50 }, 0],
    [{ x: 120, y: 70, width: 100, height: 50 }, 0],
  ])('of %j is %d', (other, area) => {
    expect(sharedArea(box, other)).toBe(area);
    expect(sharedArea(other, box)).toBe(area);
  });
});

const within = { x: 0, y: 0, width: 1000, height: 600 };
const anchor = { x: 500, y: 300, width: 72, height: 20 };

test('a sheet is moved off two cards where one move leaves it over the second', () => {
  // Above the anchor: one card at the right of the sheet, and another under its left half once it is moved off the first.
  const right = { x: 560, y: 150, width: 180, height: 92 };
  const left = { x: 330, y: 250, width: 160, height: 90 };
  const box = { x: 420, y: 170, width: 230, height: 120 };
  const place = clearestNear(box, { anchor, avoiding: [anchor, right, left], gapPx: 8, within });
  expect(place.covered).toBe(0);
  expect([right, left].map((card) => sharedArea(place, card))).toEqual([0, 0]);
  expect(place.away).toBeLessThanOrEqual(144);
});

test('a sheet covers a card rather than stand where it no longer belongs to its anchor', () => {
  const wide = { x: 100, y: 0, width: 800, height: 600 };
  const box = { x: 420, y: 170, width: 100, height: 120 };
  const place = clearestNear(box, {
    anchor,
    avoiding: [wide],
    gapPx: 8,
    within: { ...within, x: -500, width: 2000 },
  });
  expect(place).toMatchObject(box);
});

test('a sheet whose anchor is out of view is moved off what it covers all the same', () => {
  const tools = { x: 400, y: 540, width: 200, height: 40 };
  const box = { x: 420, y: 500, width: 160, height: 90 };
  const below = { ...anchor, y: 3_000 };
  expect(clearestNear(box, { anchor: below, avoiding: [tools], gapPx: 8, within }).covered).toBe(0);
});

test('a sheet at the very edge of its area is moved along it, though its place is a fraction of a pixel beyond', () => {
  const tools = { x: 600, y: 560, width: 300, height: 40 };
  const box = { x: 768.0001, y: 568, width: 232, height: 32 };
  const away = { x: 4000, y: 2500, width: 72, height: 20 };
  const place = clearestNear(box, { anchor: away, avoiding: [away, tools], gapPx: 8, within });
  expect(place.covered).toBe(0);
});
