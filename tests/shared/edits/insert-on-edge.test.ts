import { describe, expect, test } from 'vitest';
import { resolvedOf } from '../../../shared/catalog/resolved-index';
import { insertOnEdge } from '../../../shared/edits/insert-on-edge';
import { partBoxes } from '../../../shared/edits/part-boxes';
import { overlaps } from '../../../shared/layout/geometry';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import { type Design, edgesOf, nodesOf } from '../../../shared/model/schema';

const base: Design = {
  ...emptyDesign('d', 'D', '2026-01-01T00:00:00.000Z'),
  system: {
    nodes: [
      { id: 'user', kind: 'client' },
      { id: 'api', kind: 'service', group: 'west' },
      { id: 'db', kind: 'sql-database', group: 'west' },
      { id: 'audit', kind: 'custom' },
    ],
    flows: [{ id: 'read', kind: 'read', entry: 'user', rate: { rps: 100 } }],
    edges: [
      { id: 'in', from: 'user', to: 'api', label: 'all', calls: 0.5 },
      { id: 'out', from: 'api', to: 'db', protocol: 'postgresql' },
    ],
    groups: [{ id: 'west', kind: 'region' }],
  },
  layout: {
    nodes: { user: { x: 0, y: 0 }, api: { x: 300, y: 0 }, db: { x: 600, y: 0 }, audit: { x: 0, y: 400 } },
    groups: { west: { x: 270, y: -60, width: 570, height: 200 } },
    edges: { in: { points: [{ x: 250, y: 40 }], toSide: 'top' } },
  },
};

function inserted(args: Parameters<typeof insertOnEdge>[1], design = base): Design {
  const result = insertOnEdge(design, args);
  if (!result.ok) throw new Error(result.reason.text);
  return applyChanges(design, result.edit.changes);
}

const calls = (design: Design) => edgesOf(design).map(({ from, to }) => `${from} > ${to}`);

function expectApart(design: Design): void {
  const boxes = partBoxes(design);
  const cards = nodesOf(design).map(({ id }) => boxes.get(id));
  for (const [index, one] of cards.entries())
    for (const other of cards.slice(index + 1))
      if (one !== undefined && other !== undefined) expect(overlaps(one, other)).toBe(false);
}

describe('a component inserted on an edge', () => {
  test('is called by the caller and calls what was called, once', () => {
    const design = inserted({ edge: 'in', kind: 'load-balancer' });
    expect(calls(design)).toEqual(['user > load-balancer', 'api > db', 'load-balancer > api']);
    expect(edgesOf(design)[0]).toMatchObject({ id: 'in', label: 'all', calls: 0.5, to: 'load-balancer' });
  });

  test('stands between its two neighbours, and what is behind makes room, in its group too', () => {
    const design = inserted({ edge: 'in', kind: 'load-balancer' });
    const places = design.layout?.nodes ?? {};
    const at = places['load-balancer'];
    expect(at?.y).toBe(0);
    expect(at?.x).toBeGreaterThan(places['user']?.x ?? 0);
    expect(at?.x).toBeLessThan(places['api']?.x ?? 0);
    expect((places['db']?.x ?? 0) - (places['api']?.x ?? 0)).toBe(300);
    expect(places['audit']).toEqual({ x: 0, y: 400 });
    expect(nodesOf(design).filter(({ group }) => group === 'west')).toHaveLength(2);
    expectApart(design);
  });

  test('in a group makes the group wider', () => {
    const design = inserted({ edge: 'out', kind: 'queue' });
    const { x, width } = design.layout?.groups?.['west'] ?? { x: 0, width: 0 };
    expect(x).toBe(270);
    expect(width).toBeGreaterThan(570);
    expect(nodesOf(design).find(({ kind }) => kind === 'queue')?.group).toBe('west');
    expectApart(design);
  });

  test('takes the bends away and gives the side of the callee to the new edge', () => {
    const design = inserted({ edge: 'in', kind: 'load-balancer' });
    expect(design.layout?.edges).toEqual({ 'load-balancer-api': { toSide: 'top' } });
  });

  test('is spoken to in its own protocol, not in that of what was called', () => {
    const design = inserted({ edge: 'out', kind: 'service' });
    const first = edgesOf(design).find(({ id }) => id === 'out');
    expect(first?.protocol).toBeUndefined();
    const { edges } = resolvedOf(design);
    const behind = edgesOf(design).find(({ to }) => to === 'db');
    expect(edges.get(behind?.id ?? '')?.protocol).not.toBe('https');
  });

  test('is called beside where it answers and calls nothing: a cache takes the reads before the store', () => {
    const design = inserted({ edge: 'out', kind: 'cache', technology: 'Redis', name: 'Link cache' });
    expect(calls(design)).toEqual(['user > api', 'api > db', 'api > Link-cache'.replace('Link', 'link')]);
    expect(edgesOf(design).find(({ to }) => to === 'db')?.onMissOf).toBe('link-cache');
    expectApart(design);
  });

  test('can be one that is there without edges, which moves in between', () => {
    const design = inserted({ edge: 'in', node: 'audit' });
    expect(calls(design)).toEqual(['user > audit', 'api > db', 'audit > api']);
    expect(nodesOf(design)).toHaveLength(4);
    // The middle of a plain box, 56 px high, on that of the cards beside it, 92 px: 18, on the grid.
    expect(design.layout?.nodes?.['audit']?.y).toBe(20);
    expectApart(design);
  });

  test('finds a free row where another card stands in the column', () => {
    const wide = applyChanges(base, [
      { op: 'place', places: { db: { x: 1200, y: 0 }, audit: { x: 760, y: 0 } } },
    ]);
    expectApart(inserted({ edge: 'out', kind: 'service' }, wide));
  });

  test.each([
    [{ edge: 'nobody', kind: 'service' }],
    [{ edge: 'in', kind: 'nothing' }],
    [{ edge: 'in', kind: 'client' }],
    [{ edge: 'in', node: 'db' }],
    [{ edge: 'in', node: 'nobody' }],
    [{ edge: 'in' }],
  ])('is refused for %j', (args) => {
    expect(insertOnEdge(base, args).ok).toBe(false);
  });
});
