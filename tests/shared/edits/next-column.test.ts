import { describe, expect, test } from 'vitest';
import { kinds } from '../../../shared/catalog/index';
import { nextColumn } from '../../../shared/edits/next-column';
import { card } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';

const kind = (id: string) => {
  const found = kinds.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const empty = emptyDesign('d', 'D', '2026-01-01T00:00:00Z');
const placed = (...parts: readonly (readonly [string, string, number, number])[]): Design =>
  applyChanges(
    empty,
    parts.map(([id, of, x, y]) => ({ op: 'add-node', node: { id, kind: of }, at: { x, y } })),
  );

describe('the place of a new node', () => {
  test('is the middle of nothing where there is nothing', () => {
    expect(nextColumn(empty, null, kind('client'))).toEqual({ x: 0, y: 0 });
  });

  test('is one column to the right, in the same row', () => {
    const design = placed(['user', 'client', 0, 100]);
    expect(nextColumn(design, 'user', kind('service'))).toEqual({ x: 240, y: 100 });
  });

  test('is the next row down where that is taken, then up', () => {
    const once = placed(['api', 'service', 0, 0], ['cache', 'cache', 240, 0]);
    expect(nextColumn(once, 'api', kind('sql-database'))).toEqual({ x: 240, y: 140 });
    const twice = placed(
      ['api', 'service', 0, 0],
      ['cache', 'cache', 240, 0],
      ['db', 'sql-database', 240, 140],
    );
    expect(nextColumn(twice, 'api', kind('stream'))).toEqual({ x: 240, y: -140 });
  });

  test('is the column in which its layer stands already', () => {
    const design = placed(['lb', 'load-balancer', 0, 0], ['a', 'service', 340, 0]);
    expect(nextColumn(design, 'lb', kind('service'))).toEqual({ x: 340, y: 140 });
  });

  test('is on the grid, wherever the selected node was put', () => {
    expect(nextColumn(placed(['a', 'service', 13, 47]), 'a', kind('cache'))).toEqual({ x: 260, y: 40 });
  });

  test('without a selected node is right of everything', () => {
    const design = placed(['a', 'service', 0, 40], ['b', 'service', 600, 0]);
    expect(nextColumn(design, null, kind('cache'))).toEqual({ x: 840, y: 0 });
  });

  test('never overlaps a card, however many are added one after the other', () => {
    let design = placed(['a', 'service', 0, 0]);
    for (let number = 0; number < 30; number += 1) {
      const of = kinds[number % kinds.length] ?? kind('service');
      const from = number % 3 === 0 ? null : 'a';
      const at = nextColumn(design, from, of);
      design = applyChanges(design, [{ op: 'add-node', node: { id: `n${number}`, kind: of.id }, at }]);
    }
    const places = Object.values(design.layout?.nodes ?? {});
    expect(places).toHaveLength(31);
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(at + 1)) {
        const apart = Math.abs(one.x - other.x) >= card.width || Math.abs(one.y - other.y) >= card.height;
        expect([one, other, apart]).toEqual([one, other, true]);
      }
    }
  });
});
