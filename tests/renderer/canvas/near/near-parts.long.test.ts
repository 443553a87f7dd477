import { beforeEach, expect, test } from 'vitest';
import { edgeDeriver } from '../../../../renderer/canvas/edges/flow-edges';
import { nodeDeriver } from '../../../../renderer/canvas/flow-nodes';
import { nearArea } from '../../../../renderer/canvas/near/near-area';
import { nearFinder } from '../../../../renderer/canvas/near/near-index';
import { nearFindersOf, nearKeeper, withEnds } from '../../../../renderer/canvas/near/near-parts';
import { activeEditor } from '../../../../renderer/store/editors';
import { resolvedOf } from '../../../../renderer/store/report';
import { elbowRoutes, routeEdgesOf } from '../../../../shared/diagram/route';
import { nodeBoxes } from '../../../../shared/layout/geometry';
import { applyChanges } from '../../../../shared/model/apply';
import type { Box, Design } from '../../../../shared/model/schema';

const view: Box = { x: 3_000, y: 1_600, width: 1_280, height: 800 };
const still = { places: {}, boxes: {} };

/** A square of so many services in columns and rows, each calling the next in its row and the one below. */
function gridOf(count: number): Design {
  const side = Math.ceil(Math.sqrt(count));
  const all = Array.from({ length: count }, (_, at) => at);
  return {
    format: 'loadline',
    version: 1,
    id: `grid-${count}`,
    name: 'Grid',
    system: {
      nodes: all.map((at) => ({ id: `n${at % side}-${Math.floor(at / side)}`, kind: 'service' })),
      edges: all.flatMap((at) => {
        const [x, y] = [at % side, Math.floor(at / side)];
        const to = (id: string, next: string) => ({ id, from: `n${x}-${y}`, to: next });
        return [
          ...(x + 1 < side && at + 1 < count ? [to(`r${x}-${y}`, `n${x + 1}-${y}`)] : []),
          ...(at + side < count ? [to(`d${x}-${y}`, `n${x}-${y + 1}`)] : []),
        ];
      }),
    },
    layout: {
      nodes: Object.fromEntries(
        all.map((at) => [
          `n${at % side}-${Math.floor(at / side)}`,
          { x: (at % side) * 300, y: Math.floor(at / side) * 160 },
        ]),
      ),
    },
  };
}

function routesIn(design: Design) {
  const resolved = resolvedOf(design).design;
  return elbowRoutes(routeEdgesOf(design, resolved), nodeBoxes(resolved, design.layout?.nodes ?? {}));
}

let keeper: ReturnType<typeof nearKeeper>;
beforeEach(() => {
  keeper = nearKeeper(nearFindersOf(activeEditor()));
});

const query = (design: Design, more: Partial<Parameters<typeof keeper>[0]> = {}) => ({
  design,
  routes: routesIn(design),
  area: nearArea(view, null),
  always: [],
  isHeld: false,
  ...more,
});

test('React Flow is given as many nodes and edges at 10 000 as at 1 000', () => {
  const given = (count: number) => {
    const design = gridOf(count);
    const asked = query(design);
    const near = nearKeeper(nearFindersOf(activeEditor()))(asked);
    const nodes = nodeDeriver()(design, new Set(), still, withEnds(design, near.parts, near.edges));
    const edges = edgeDeriver()(design, asked.routes, new Set(), near.edges);
    return { nodes: nodes.map(({ id }) => id), edges: edges.map(({ id }) => id).sort() };
  };
  const [small, large] = [given(1_000), given(10_000)];
  expect(small.nodes.length).toBeGreaterThan(50);
  expect(small.nodes.length).toBeLessThan(160);
  expect(large).toEqual(small);
});

test('an edge that is near comes with both of its ends, however far away they are', () => {
  const design = applyChanges(gridOf(1_000), [
    { op: 'add-edge', edge: { id: 'long', from: 'n0-11', to: 'n31-11' } },
  ]);
  const near = keeper(query(design));
  expect(near.edges.has('long')).toBe(true);
  expect(near.parts.has('n0-11')).toBe(false);
  const parts = withEnds(design, near.parts, near.edges);
  expect([parts.has('n0-11'), parts.has('n31-11')]).toEqual([true, true]);
});

test('a part that one edit moved is found where it is now', () => {
  const design = gridOf(1_000);
  expect(keeper(query(design)).parts.has('n0-0')).toBe(false);
  const moved = applyChanges(design, [{ op: 'place', places: { 'n0-0': { x: 3_100, y: 1_700 } } }]);
  expect(keeper(query(moved)).parts.has('n0-0')).toBe(true);
  const removed = applyChanges(moved, [{ op: 'remove', ids: ['n0-0'] }]);
  expect(keeper(query(removed)).parts.has('n0-0')).toBe(false);
});

test('what a gesture began with stays until it ends', () => {
  const design = gridOf(1_000);
  keeper(query(design));
  const away = { area: nearArea({ ...view, x: -9_000 }, null) };
  expect(keeper(query(design, { ...away, isHeld: true })).parts.has('n11-11')).toBe(true);
  expect(keeper(query(design, away)).parts.has('n11-11')).toBe(false);
});

test('the same is given again where nothing came near or went', () => {
  const design = gridOf(1_000);
  const routes = routesIn(design);
  const first = keeper(query(design, { routes }));
  const again = keeper(query(design, { routes }));
  expect(again.parts).toBe(first.parts);
  expect(again.edges).toBe(first.edges);
});

test('a few changes are looked at beside the index, many make it anew', () => {
  let boxesAsked = 0;
  const find = nearFinder<Box>(
    (box) => {
      boxesAsked += 1;
      return [box];
    },
    (a, b) => a.x === b.x,
  );
  const items = new Map(
    Array.from({ length: 2_000 }, (_, at) => [`${at}`, { x: at * 300, y: 0, width: 200, height: 90 }]),
  );
  const area = { x: 0, y: 0, width: 1_000, height: 100 };
  expect(find(items, area).size).toBe(4);
  boxesAsked = 0;
  const edited = new Map(items).set('1999', { x: 50, y: 0, width: 200, height: 90 });
  expect(find(edited, area)).toEqual(new Set(['0', '1', '2', '3', '1999']));
  expect(boxesAsked).toBe(1);
  const shifted = new Map([...items].map(([id, box]) => [id, { ...box, x: box.x + 90_000 }]));
  expect(find(shifted, area).size).toBe(0);
  expect(boxesAsked).toBeGreaterThan(2_000);
});
