import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import { farthestLabelPx, handlesOf, labelHeight } from '../../../shared/diagram/label-places';
import { type Route, routeEdgesOf, routesOf } from '../../../shared/diagram/route';
import { nodeBoxes, overlaps } from '../../../shared/layout/geometry';
import { layoutByLayer } from '../../../shared/layout/layered';
import { type Box, type Design, edgesOf, type Point } from '../../../shared/model/schema';
import { edgeStyles, sides } from '../../../shared/model/vocabulary';
import { randomDesign } from '../../support/random-design';

/** Points of a line so close to each other that a label of 16 px cannot be between two of them. */
function sampled(line: readonly Point[]): readonly Point[] {
  return line.slice(1).flatMap((b, at) => {
    const a = line[at] ?? b;
    const count = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 2));
    return Array.from({ length: count + 1 }, (_, step) => ({
      x: a.x + ((b.x - a.x) * step) / count,
      y: a.y + ((b.y - a.y) * step) / count,
    }));
  });
}

const distance = (box: Box, { x, y }: Point): number =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));

const strictlyIn = (box: Box, { x, y }: Point): boolean =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

function labelBox({ label }: Route, scale: number): Box | null {
  if (label === null) return null;
  const height = labelHeight * scale;
  return { x: label.x - label.room / 2, y: label.y - height / 2, width: label.room, height };
}

/** Designs whose edges have every style, and sides that a person chose. */
const designs: fc.Arbitrary<Design> = fc
  .record({
    design: randomDesign({ placed: true }),
    ways: fc.array(
      fc.record({
        style: fc.constantFrom(...edgeStyles),
        fromSide: fc.option(fc.constantFrom(...sides), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ design, ways }) => ({
    ...design,
    layout: {
      ...design.layout,
      edges: Object.fromEntries(
        edgesOf(design).map(({ id }, at) => {
          const { style, fromSide } = ways[at % ways.length] ?? { style: 'elbow' as const };
          return [id, { style, ...(fromSide === undefined ? {} : { fromSide }) }];
        }),
      ),
    },
  }));

function check(design: Design, boxes: ReadonlyMap<string, Box>, scale: number): number {
  const routes = routesOf(
    routeEdgesOf(design, resolve(design)),
    boxes,
    () => [96 * scale, 64 * scale, 40 * scale],
    scale,
  );
  const lines = [...routes].map(([id, { line }]) => ({ id, points: sampled(line) }));
  const handles = [...routes.values()].flatMap(({ points }) => handlesOf(points));
  const labels = [...routes].flatMap(([id, route]) => {
    const box = labelBox(route, scale);
    return box === null ? [] : [{ id, box }];
  });
  for (const { id, box } of labels) {
    const own = lines.find((line) => line.id === id)?.points ?? [];
    expect(Math.min(...own.map((point) => distance(box, point))), id).toBeLessThanOrEqual(
      farthestLabelPx * scale,
    );
    for (const other of lines) {
      if (other.id === id) continue;
      expect(
        other.points.find((point) => strictlyIn(box, point)),
        `${id} on ${other.id}`,
      ).toBeUndefined();
    }
    for (const card of boxes.values()) expect(overlaps(box, card), `${id} over a card`).toBe(false);
    for (const other of labels)
      if (other.id !== id) expect(overlaps(box, other.box), `${id} over ${other.id}`).toBe(false);
    expect(
      handles.find((point) => strictlyIn(box, point)),
      `${id} on a handle`,
    ).toBeUndefined();
  }
  return labels.length;
}

describe('the labels of any design stand near their own edge, on no other edge, card, label or handle', () => {
  test.each([1, 2])('wherever its cards stand, in every style, at %s times the size', (scale) => {
    let count = 0;
    fc.assert(
      fc.property(designs, (design) => {
        count += check(design, nodeBoxes(resolve(design), design.layout?.nodes ?? {}), scale);
      }),
      { numRuns: 60 },
    );
    expect(count).toBeGreaterThan(60);
  });

  test('laid out by layer', () => {
    let count = 0;
    fc.assert(
      fc.property(randomDesign(), (design) => {
        const resolved = resolve(design);
        count += check(design, nodeBoxes(resolved, layoutByLayer(resolved).places), 1);
      }),
      { numRuns: 60 },
    );
    expect(count).toBeGreaterThan(60);
  });
});
