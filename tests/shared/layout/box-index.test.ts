import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxIndex } from '../../../shared/layout/box-index';
import { overlaps } from '../../../shared/layout/geometry';
import type { Box } from '../../../shared/model/schema';

const length = fc.integer({ min: 0, max: 40_000 });
const place = fc.integer({ min: -100_000, max: 100_000 });
const anyBox: fc.Arbitrary<Box> = fc.record({ x: place, y: place, width: length, height: length });

const foundIn = (boxes: readonly Box[], area: Box): readonly string[] => {
  const found = new Set<string>();
  boxIndex(boxes.map((box, at) => [`${at}`, box] as const)).forEachIn(area, (id) => found.add(id));
  return [...found].sort();
};

test('an index finds what a look at every box finds, whatever their sizes', () => {
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 60 }), anyBox, (boxes, area) => {
      const each = boxes.flatMap((box, at) => (overlaps(box, area) ? [`${at}`] : []));
      expect(foundIn(boxes, area)).toEqual(each.sort());
    }),
  );
});

test('what is looked at for a view does not grow with the board', () => {
  const view = { x: 0, y: 0, width: 2_000, height: 1_500 };
  const lookedAt = (count: number): number => {
    let reads = 0;
    const side = Math.ceil(Math.sqrt(count));
    const boxes = Array.from({ length: count }, (_, at): readonly [string, Box] => {
      const y = Math.floor(at / side) * 160;
      return [
        `${at}`,
        {
          y,
          width: 200,
          height: 90,
          get x() {
            reads += 1;
            return (at % side) * 300;
          },
        },
      ];
    });
    const index = boxIndex(boxes);
    reads = 0;
    index.forEachIn(view, () => undefined);
    return reads;
  };
  expect(lookedAt(10_000)).toBeLessThan(400);
  expect(lookedAt(10_000)).toBe(lookedAt(40_000));
});
