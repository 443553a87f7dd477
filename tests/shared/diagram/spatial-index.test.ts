import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spatialIndex } from '../../../shared/diagram/spatial-index';
import { uncounted } from '../../../shared/diagram/work';
import { overlaps } from '../../../shared/layout/geometry';
import type { Box } from '../../../shared/model/schema';

const near = fc.double({ min: -2000, max: 2000, noNaN: true });
// Coordinates of a document have no limit: some boxes are vast, some far away.
const far = fc.constantFrom(-1e12, 1e9, 3e15);
const size = fc.oneof(fc.double({ min: 0, max: 400, noNaN: true }), fc.constantFrom(1e7, 1e14));
const box = fc.record({
  x: fc.oneof({ arbitrary: near, weight: 9 }, far),
  y: near,
  width: fc.oneof({ arbitrary: size, weight: 9 }, fc.constant(1e13)),
  height: size,
});

const boxesAndAreas = (one: typeof box) =>
  [fc.array(one, { maxLength: 40 }), fc.array(one, { minLength: 1, maxLength: 10 })] as const;

function findsWhatAScanFinds(boxes: readonly Box[], areas: readonly Box[]): void {
  const index = spatialIndex(320, 160);
  for (const one of boxes) index.add(one);
  for (const area of areas) {
    const expected = boxes.filter((one) => overlaps(one, area));
    const found = index.within(area);
    expect(found).toHaveLength(expected.length);
    expect(new Set(found)).toEqual(new Set(expected));
    expect(index.hits(area)).toBe(expected.length > 0);
  }
}

test('the index finds what looking at all boxes finds, each once', () => {
  fc.assert(fc.property(...boxesAndAreas(box), findsWhatAScanFinds));
});

test('the index ends for every finite coordinate and size, and finds the same', () => {
  const any = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(2 ** 53, -(2 ** 53), 2 ** 53 + 2, 2 ** 60, 1e19, 1e300, -1e300, Number.MAX_VALUE),
  );
  const length = fc.oneof(
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 210, 4e5, 2 ** 53, 1e17, 1e300, Number.MAX_VALUE),
  );
  const boundless = fc.record({ x: any, y: any, width: length, height: length });
  fc.assert(fc.property(...boxesAndAreas(boundless), findsWhatAScanFinds));
});

/** What adding and asking looked at, for so many boxes. */
function workOf(boxes: readonly Box[]): number {
  const work = uncounted();
  const index = spatialIndex(320, 160, work);
  for (const one of boxes) index.add(one);
  for (const one of boxes) index.hits({ ...one, x: one.x + one.width + 1e-3, width: 1, height: 1 });
  return work.done;
}

test('a question looks at no more than all boxes, however far apart they are and however far it reaches', () => {
  const boxes = Array.from({ length: 100 }, (_, at) => ({
    x: at * 1e6,
    y: at * 1e6,
    width: 210,
    height: 92,
  }));
  const work = uncounted();
  const index = spatialIndex(320, 160, work);
  for (const one of boxes) index.add(one);
  expect(index.within({ x: -1e9, y: -1e9, width: 2e9, height: 2e9 })).toHaveLength(100);
  expect(work.done).toBeLessThanOrEqual(100);
});

test('boxes of any length are found among many others without looking at all of them', () => {
  const rows = (count: number, width: number): readonly Box[] =>
    Array.from({ length: count }, (_, at) => ({ x: 0, y: at * 200, width, height: 2 }));
  for (const width of [100, 1e4, 1e6, 1e9]) {
    const [few, many] = [workOf(rows(100, width)), workOf(rows(1_000, width))];
    expect(many, `${width} px`).toBeLessThan(15 * few);
  }
});
