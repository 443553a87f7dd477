import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spatialIndex } from '../../../shared/diagram/spatial-index';
import { overlaps } from '../../../shared/layout/geometry';

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

test('the index finds what looking at all boxes finds, each once', () => {
  fc.assert(
    fc.property(
      fc.array(box, { maxLength: 40 }),
      fc.array(box, { minLength: 1, maxLength: 10 }),
      (boxes, areas) => {
        const index = spatialIndex(320, 160);
        for (const one of boxes) index.add(one);
        for (const area of areas) {
          const expected = boxes.filter((one) => overlaps(one, area));
          const found = index.within(area);
          expect(found).toHaveLength(expected.length);
          expect(new Set(found)).toEqual(new Set(expected));
          expect(index.hits(area)).toBe(expected.length > 0);
        }
      },
    ),
  );
});
