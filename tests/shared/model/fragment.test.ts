import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import { emptyDesign } from '../../../shared/model/empty-design';
import { copyFragment, insertable } from '../../../shared/model/fragment';
import { freeId, kebab } from '../../../shared/model/ids';
import type { Design } from '../../../shared/model/schema';

const design: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    workload: { dailyActiveUsers: 86_400, requestsPerUserPerDay: 10 },
    flows: [{ id: 'read', kind: 'read', entry: 'user', rate: { share: 0.5 } }],
    nodes: [
      { id: 'user', kind: 'client' },
      { id: 'api', kind: 'service', group: 'az' },
      { id: 'cache', kind: 'cache', group: 'az', config: { hitRates: { read: 0.9 }, replicas: 2 } },
      { id: 'db', kind: 'sql-database' },
    ],
    edges: [
      { id: 'in', from: 'user', to: 'api' },
      { id: 'ask', from: 'api', to: 'cache' },
      { id: 'miss', from: 'api', to: 'db', onMissOf: 'cache', flows: ['read'] },
    ],
    groups: [
      { id: 'region', kind: 'region' },
      { id: 'az', kind: 'zone', parent: 'region' },
    ],
  },
  layout: {
    nodes: { user: { x: 0, y: 0 }, api: { x: 300, y: 0 }, cache: { x: 600, y: 0 }, db: { x: 900, y: 0 } },
    groups: { az: { x: 280, y: -20, width: 560, height: 200 } },
    marks: [{ id: 'why', kind: 'note', x: 1, y: 2 }],
  },
};
const names = (list: readonly { readonly id: string }[]) => list.map((part) => part.id);

describe('a copy', () => {
  test('has the edges both ends of which travel, and no other', () => {
    const copy = copyFragment(design, ['api', 'cache']);
    expect(names(copy.nodes)).toEqual(['api', 'cache']);
    expect(names(copy.edges)).toEqual(['ask']);
    expect(names(copy.flows)).toEqual([]);
    expect(copy.places).toEqual({ api: { x: 300, y: 0 }, cache: { x: 600, y: 0 } });
  });

  test('of a client has its flows, a share as requests a second', () => {
    // 86 400 users × 10 a day ÷ 86 400 s × 0.5 = 5 rps
    expect(copyFragment(design, ['user']).flows).toEqual([
      { id: 'read', kind: 'read', entry: 'user', rate: { rps: 5 } },
    ]);
  });

  test('of a group has what stands in it, however deep', () => {
    const copy = copyFragment(design, ['region']);
    expect(names(copy.groups)).toEqual(['region', 'az']);
    expect(names(copy.nodes)).toEqual(['api', 'cache']);
    expect(copy.boxes).toEqual({ az: { x: 280, y: -20, width: 560, height: 200 } });
  });

  test('has the marks that are named', () => {
    expect(names(copyFragment(design, ['why']).marks)).toEqual(['why']);
  });
});

describe('the routes of edges', () => {
  const bent: Design = {
    ...design,
    layout: {
      ...design.layout,
      edges: {
        ask: { points: [{ x: 500, y: 30 }], style: 'straight', fromSide: 'bottom' },
        miss: { points: [{ x: 700, y: 90 }] },
      },
    },
  };

  test('travel with their edges, moved by the offset', () => {
    const fragment = insertable(bent, copyFragment(bent, ['api', 'cache']), { x: 20, y: 40 });
    expect(fragment.routes).toEqual({
      'ask-2': { points: [{ x: 520, y: 70 }], style: 'straight', fromSide: 'bottom' },
    });
    const pasted = applyChanges(bent, [{ op: 'insert', fragment }]);
    expect(pasted.layout?.edges?.['ask-2']).toEqual(fragment.routes?.['ask-2']);
    expect(pasted.layout?.edges?.['ask']).toEqual(bent.layout?.edges?.['ask']);
  });

  test('of an edge that cannot stand are left out, and those of edges that are there stay', () => {
    const fragment = copyFragment(bent, ['api', 'cache']);
    const routes = { ask: { points: [{ x: 0, y: 0 }] }, gone: { points: [{ x: 1, y: 1 }] } };
    const pasted = applyChanges(bent, [{ op: 'insert', fragment: { ...fragment, routes } }]);
    expect(pasted.layout?.edges).toEqual(bent.layout?.edges);
  });
});

describe('a paste', () => {
  const paste = (ids: readonly string[], into = design, offset = { x: 20, y: 40 }) =>
    insertable(into, copyFragment(design, ids), offset);

  test('into the same design gets free ids and keeps what its parts say of each other', () => {
    const fragment = paste(['user', 'api', 'cache', 'db']);
    expect(names(fragment.nodes)).toEqual(['user-2', 'api-2', 'cache-2', 'db-2']);
    expect(fragment.edges).toEqual([
      { id: 'in-2', from: 'user-2', to: 'api-2' },
      { id: 'ask-2', from: 'api-2', to: 'cache-2' },
      { id: 'miss-2', from: 'api-2', to: 'db-2', onMissOf: 'cache-2', flows: ['read-2'] },
    ]);
    expect(fragment.nodes[2]?.config).toEqual({ hitRates: { 'read-2': 0.9 }, replicas: 2 });
    expect(fragment.flows).toEqual([{ id: 'read-2', kind: 'read', entry: 'user-2', rate: { rps: 5 } }]);
  });

  test('of a second copy counts on', () => {
    const twice = applyChanges(design, [{ op: 'insert', fragment: paste(['api']) }]);
    expect(names(paste(['api'], twice).nodes)).toEqual(['api-3']);
    expect(names(insertable(twice, copyFragment(twice, ['api-2']), { x: 0, y: 0 }).nodes)).toEqual(['api-3']);
  });

  test('is moved by the offset, marks and boxes too', () => {
    const fragment = paste(['region', 'why']);
    expect(fragment.places).toEqual({ 'api-2': { x: 320, y: 40 }, 'cache-2': { x: 620, y: 40 } });
    expect(fragment.boxes).toEqual({ 'az-2': { x: 300, y: 20, width: 560, height: 200 } });
    expect(fragment.marks).toEqual([{ id: 'why-2', kind: 'note', x: 21, y: 42 }]);
  });

  test('stays in the group in whose box it lands, and leaves it outside', () => {
    expect(paste(['api']).nodes).toEqual([{ id: 'api-2', kind: 'service', group: 'az' }]);
    expect(paste(['api'], design, { x: 0, y: 900 }).nodes).toEqual([{ id: 'api-2', kind: 'service' }]);
  });

  test('into another design keeps its ids and names nothing that is not there', () => {
    const other = emptyDesign('o', 'O', '2026-01-01T00:00:00Z');
    const fragment = paste(['api', 'db'], other);
    expect(fragment.nodes).toEqual([
      { id: 'api', kind: 'service' },
      { id: 'db', kind: 'sql-database' },
    ]);
    expect(fragment.edges).toEqual([{ id: 'miss', from: 'api', to: 'db' }]);
    const pasted = applyChanges(other, [{ op: 'insert', fragment }]);
    expect(pasted.system).toEqual({ nodes: fragment.nodes, edges: fragment.edges });
    expect(pasted.layout).toEqual({ nodes: fragment.places });
  });
});

describe('a free id', () => {
  test('is the stem in kebab-case, numbered where it is taken', () => {
    expect(freeId(design, 'Redirect API')).toBe('redirect-api');
    expect(freeId(design, 'API')).toBe('api-2');
    expect(freeId(design, 'why')).toBe('why-2');
    expect(freeId(design, 'region')).toBe('region-2');
  });

  test('always is an id, whatever the stem', () => {
    for (const stem of ['', '  ', 'Ссылки', '数据库', '-', 'Ünïcode & more!', 'x'.repeat(200)]) {
      expect(freeId(design, stem)).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    }
    expect(kebab('Ünïcode & more!')).toBe('unicode-more');
  });

  test('of a longest stem is still short enough when numbered', () => {
    const long = 'x'.repeat(64);
    const taken = applyChanges(design, [{ op: 'add-node', node: { id: long, kind: 'service' } }]);
    expect(freeId(taken, long)).toBe(`${'x'.repeat(62)}-2`);
  });
});

test('a pasted annotation keeps its layer where the design has one of that id, and is in none where not', () => {
  const fragment = {
    ...copyFragment(design, ['why']),
    marks: [{ id: 'why', kind: 'note' as const, x: 1, y: 2, layer: 'review' }],
  };
  const layerIn = (target: Design) => insertable(target, fragment, { x: 0, y: 0 }).marks[0]?.layer;
  const withLayer: Design = { ...design, layout: { annotations: { layers: [{ id: 'review' }] } } };
  expect(layerIn(withLayer)).toBe('review');
  expect(layerIn(design)).toBeUndefined();
});
