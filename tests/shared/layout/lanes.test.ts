import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import { nodeBoxes, overlaps } from '../../../shared/layout/geometry';
import { gutterPx, layoutInLanes } from '../../../shared/layout/lanes';
import { drawnResolved } from '../../support/drawn-tinyurl';
import { randomDesign } from '../../support/random-design';

const layersOf = (design: ResolvedDesign) => new Map(design.nodes.map(({ id, layer }) => [id, layer]));

describe('lanes', () => {
  test('are one for each layer in use, in the order of the layers', () => {
    const { lanes } = layoutInLanes(drawnResolved);
    expect(lanes.map(({ id }) => id)).toEqual([
      'client',
      'edge',
      'traffic',
      'service',
      'cache',
      'messaging',
      'data',
    ]);
  });

  test('have a gutter of one width between them', () => {
    const { lanes } = layoutInLanes(drawnResolved);
    const gutters = lanes.slice(1).map(({ x }, at) => x - (lanes[at]?.x ?? 0) - (lanes[at]?.width ?? 0));
    expect(gutters).toEqual(gutters.map(() => gutterPx));
  });

  test('hold the cards of their layer, whole, and no others; no two cards overlap', () => {
    fc.assert(
      fc.property(randomDesign({ maxNodes: 20 }), (design) => {
        const resolved = resolve(design);
        const { lanes, places } = layoutInLanes(resolved);
        const layers = layersOf(resolved);
        const cards = [...nodeBoxes(resolved, places)];
        expect(cards).toHaveLength(resolved.nodes.length);
        for (const [id, { x, width }] of cards) {
          const holding = lanes.filter((lane) => x >= lane.x && x + width <= lane.x + lane.width);
          expect(holding.map((lane) => lane.id)).toEqual([layers.get(id)]);
        }
        cards.forEach(([id, box], at) => {
          for (const [other, otherBox] of cards.slice(at + 1))
            expect(overlaps(box, otherBox), `${id} over ${other}`).toBe(false);
        });
      }),
      { numRuns: 150 },
    );
  });

  test('of no design at all are none', () => {
    const empty = { ...drawnResolved, nodes: [], edges: [], flows: [], groups: [] };
    expect(layoutInLanes(empty)).toEqual({ places: {}, boxes: {}, lanes: [] });
  });
});
