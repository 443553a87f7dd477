import { expect, test } from 'vitest';
import { edgesOfSelected, isDense, isSparse } from '../../../../renderer/canvas/edges/dense-edges';
import type { Design } from '../../../../shared/model/schema';

/** So many edges. */
const pairs = (count: number): Design => ({
  format: 'loadline',
  version: 1,
  id: 'pairs',
  name: 'Pairs',
  system: {
    edges: Array.from({ length: count }, (_, at) => ({ id: `e${at}`, from: `a${at}`, to: `b${at}` })),
  },
});

test('a design is dense by the edges in view, and only where it has many', () => {
  const design = pairs(1_000);
  expect(isDense(pairs(800), null)).toBe(false);
  expect(isDense(design, null)).toBe(true);
  expect(isDense(design, 'pairs')).toBe(false);
  expect(isSparse(1_000, false)).toBe(false);
  expect(isSparse(500, false)).toBe(true);
});

test('a small movement does not change it to and fro', () => {
  expect(isSparse(700, true)).toBe(true);
  expect(isSparse(700, false)).toBe(false);
});

test('what is selected keeps its edges as elements, however dense the rest is', () => {
  const edges = [
    { id: 'x', from: 'a', to: 'b' },
    { id: 'y', from: 'b', to: 'c' },
    { id: 'z', from: 'c', to: 'd' },
  ];
  const ids = (selected: readonly string[]) => [...edgesOfSelected(edges, new Set(selected))];
  expect(ids([])).toEqual([]);
  expect(ids(['b'])).toEqual(['x', 'y']);
  expect(ids(['z'])).toEqual(['z']);
});
