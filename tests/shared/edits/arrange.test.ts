import { describe, expect, test } from 'vitest';
import { withPlaces } from '../../../shared/edits/arrange';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';
import { designWithIds, hostileIds } from '../../support/hostile-ids';

const design: Design = {
  ...emptyDesign('a', 'Orders', '2026-01-05T10:00:00.000Z'),
  system: {
    nodes: [
      { id: 'client', kind: 'client' },
      { id: 'api', kind: 'service', group: 'zone' },
      { id: 'db', kind: 'sql-database' },
    ],
    edges: [
      { id: 'e1', from: 'client', to: 'api' },
      { id: 'e2', from: 'api', to: 'db' },
    ],
    groups: [{ id: 'zone', kind: 'zone' }],
  },
};

describe('a design that comes without its layout', () => {
  test('is laid out by layer, from the client to the store', () => {
    const { nodes = {}, groups = {} } = withPlaces(design).layout ?? {};
    const xs = ['client', 'api', 'db'].map((id) => nodes[id]?.x ?? Number.NaN);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(new Set(xs).size).toBe(3);
    expect(groups['zone']).toBeDefined();
  });

  test('keeps its system, so that nothing is analysed twice', () => {
    expect(withPlaces(design).system).toBe(design.system);
  });

  test('with a place for everything stays what it is', () => {
    const placed = withPlaces(design);
    expect(withPlaces(placed)).toBe(placed);
  });

  test('in part keeps the places it has and puts the rest below', () => {
    const half: Design = {
      ...design,
      layout: { nodes: { client: { x: 500, y: 900 } }, marks: [{ id: 'm', kind: 'ink' }] },
    };
    const { nodes = {}, marks } = withPlaces(half).layout ?? {};
    expect(nodes['client']).toEqual({ x: 500, y: 900 });
    expect(nodes['api']?.y).toBeGreaterThan(900);
    expect(marks).toEqual([{ id: 'm', kind: 'ink' }]);
  });
});

test.each(['placed', 'unplaced'] as const)(
  'ids that every object has as names are given places too, %s',
  (parts) => {
    const { layout, system } = withPlaces(designWithIds(hostileIds, parts));
    expect(Object.keys(layout?.nodes ?? {}).toSorted()).toEqual(
      (system.nodes ?? []).map(({ id }) => id).toSorted(),
    );
    expect(Object.keys(layout?.groups ?? {}).toSorted()).toEqual(
      (system.groups ?? []).map(({ id }) => id).toSorted(),
    );
  },
);
