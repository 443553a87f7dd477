import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import { arrangementOf } from '../../../shared/layout/arrangement';
import { nodeBoxes, overlaps } from '../../../shared/layout/geometry';
import { type Arrangement, layoutByLayer } from '../../../shared/layout/layered';
import type { Box, Design } from '../../../shared/model/schema';
import { drawnResolved, drawnTinyUrl } from '../../support/drawn-tinyurl';
import { randomDesign } from '../../support/random-design';

const holds = (outer: Box, inner: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

/** Ids of the groups a node or group is in, innermost first. */
function groupsAround(design: ResolvedDesign, first: string | null): readonly string[] {
  const around: string[] = [];
  for (let at = first; at !== null; at = design.groups.find((group) => group.id === at)?.parent ?? null) {
    around.push(at);
  }
  return around;
}

function expectSound(design: ResolvedDesign, { places, boxes }: Arrangement) {
  const cards = nodeBoxes(design, places);
  expect(cards.size).toBe(design.nodes.length);
  expect(Object.keys(boxes).sort()).toEqual(design.groups.map(({ id }) => id).sort());
  const all = [...cards];
  all.forEach(([id, box], i) => {
    for (const [other, otherBox] of all.slice(i + 1)) {
      expect(overlaps(box, otherBox), `${id} over ${other}`).toBe(false);
    }
    const around = groupsAround(design, design.nodes.find((node) => node.id === id)?.group ?? null);
    for (const [group, groupBox] of Object.entries(boxes)) {
      if (around.includes(group)) expect(holds(groupBox, box), `${id} in ${group}`).toBe(true);
      else expect(overlaps(groupBox, box), `${id} not in ${group}`).toBe(false);
    }
  });
  for (const { id, parent } of design.groups) {
    const box = boxes[id];
    for (const [other, otherBox] of Object.entries(boxes)) {
      if (box === undefined || other === id) continue;
      if (groupsAround(design, parent).includes(other) || groupsAround(design, other).includes(id)) continue;
      expect(overlaps(box, otherBox), `${id} over ${other}`).toBe(false);
    }
  }
}

describe('a layout by layer', () => {
  test('puts layers from left to right in their order', () => {
    const { places } = layoutByLayer(drawnResolved);
    const xs = ['visitors', 'cdn', 'lb', 'redirect-api', 'hot', 'clicks', 'links'].map(
      (id) => places[id]?.x ?? 0,
    );
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(new Set(xs).size).toBe(xs.length);
  });

  test('gives calls within a layer a column of their own', () => {
    const { places } = layoutByLayer(drawnResolved);
    expect(places['redirect-api']?.x).toBe(places['shorten-api']?.x);
    expect(places['ids']?.x).toBeGreaterThan(places['shorten-api']?.x ?? 0);
  });

  test('puts a chain at one height', () => {
    const chain: Design = {
      format: 'loadline',
      version: 1,
      id: 'chain',
      name: '',
      system: {
        nodes: ['cdn', 'load-balancer', 'service', 'sql-database'].map((kind) => ({ id: kind, kind })),
        edges: [
          { id: '1', from: 'cdn', to: 'load-balancer' },
          { id: '2', from: 'load-balancer', to: 'service' },
          { id: '3', from: 'service', to: 'sql-database' },
        ],
      },
    };
    const { places } = layoutByLayer(resolve(chain));
    expect(Object.values(places).map((place) => place.y)).toEqual([0, 0, 0, 0]);
  });

  test('lets no two cards or groups overlap, and keeps members in their boxes and others out', () => {
    fc.assert(
      fc.property(randomDesign({ maxNodes: 20 }), (design) => {
        const resolved = resolve(design);
        const nonEmpty = (id: string): boolean =>
          resolved.nodes.some((node) => node.group === id) ||
          resolved.groups.some((group) => group.parent === id && nonEmpty(group.id));
        const groups = resolved.groups.filter(({ id }) => nonEmpty(id));
        expectSound({ ...resolved, groups }, layoutByLayer({ ...resolved, groups }));
        // Empty groups get a box too, below everything.
        expect(Object.keys(layoutByLayer(resolved).boxes)).toHaveLength(resolved.groups.length);
      }),
      { numRuns: 150 },
    );
  });

  test('of no design at all is empty', () => {
    expect(layoutByLayer({ ...drawnResolved, nodes: [], edges: [], flows: [], groups: [] })).toEqual({
      places: {},
      boxes: {},
    });
  });
});

describe('an arrangement', () => {
  test('is what the document says where it says it', () => {
    const { places, boxes } = arrangementOf(drawnTinyUrl, drawnResolved);
    expect(places).toEqual(drawnTinyUrl.layout?.nodes);
    expect(boxes).toEqual(drawnTinyUrl.layout?.groups);
  });

  test('puts a node that lacks a place below the others', () => {
    const { visitors: _, ...nodes } = drawnTinyUrl.layout?.nodes ?? {};
    const { places } = arrangementOf({ layout: { nodes } }, drawnResolved);
    expect(places['visitors']?.y).toBeGreaterThan(498 + 92);
  });

  test('puts a box around the members of a group that lacks one', () => {
    const layout = { nodes: drawnTinyUrl.layout?.nodes ?? {} };
    const box = arrangementOf({ layout }, drawnResolved).boxes['region'];
    // Members reach from x 516 to 1106 + 188 and from y 72 to 498 + 92; 20 px around, 36 for the title.
    expect(box).toEqual({ x: 496, y: 36, width: 818, height: 574 });
  });
});
