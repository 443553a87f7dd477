import { expect, test } from 'vitest';
import { edgesOfSelected, isDense, isSparse } from '../../../../renderer/canvas/edges/dense-edges';
import type { CanvasEdge } from '../../../../renderer/canvas/edges/flow-edges';
import type { Box, Design } from '../../../../shared/model/schema';

/** So many pairs of cards below each other, an edge in each. */
function pairs(count: number): { readonly design: Design; readonly boxes: ReadonlyMap<string, Box> } {
  const all = Array.from({ length: count }, (_, at) => at);
  return {
    design: {
      format: 'loadline',
      version: 1,
      id: 'pairs',
      name: 'Pairs',
      system: { edges: all.map((at) => ({ id: `e${at}`, from: `a${at}`, to: `b${at}` })) },
    },
    boxes: new Map(
      all.flatMap((at): [string, Box][] => [
        [`a${at}`, { x: 0, y: at * 100, width: 200, height: 90 }],
        [`b${at}`, { x: 300, y: at * 100, width: 200, height: 90 }],
      ]),
    ),
  };
}

test('a design is dense by the edges in view, and only where it has many', () => {
  const { design, boxes } = pairs(1_000);
  const view = (count: number): Box => ({ x: -100, y: 0, width: 1000, height: count * 100 });
  expect(isDense(pairs(800).design, null)).toBe(false);
  expect(isDense(design, null)).toBe(true);
  expect(isDense(design, 'pairs')).toBe(false);
  expect(isSparse(design, boxes, view(1_000), false)).toBe(false);
  expect(isSparse(design, boxes, view(500), false)).toBe(true);
});

test('a small movement does not change it to and fro', () => {
  const { design, boxes } = pairs(1_000);
  const view = { x: -100, y: 0, width: 1000, height: 70_000 };
  expect(isSparse(design, boxes, view, true)).toBe(true);
  expect(isSparse(design, boxes, view, false)).toBe(false);
});

test('what is selected keeps its edges as elements, however dense the rest is', () => {
  const edges = [
    { id: 'x', source: 'a', target: 'b' },
    { id: 'y', source: 'b', target: 'c' },
    { id: 'z', source: 'c', target: 'd' },
  ] as CanvasEdge[];
  const ids = (selected: readonly string[]) => edgesOfSelected(edges, new Set(selected)).map(({ id }) => id);
  expect(ids([])).toEqual([]);
  expect(ids(['b'])).toEqual(['x', 'y']);
  expect(ids(['z'])).toEqual(['z']);
});
