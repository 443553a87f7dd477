import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../../shared/model/apply';
import type { Change } from '../../../shared/model/changes';
import { emptyDesign } from '../../../shared/model/empty-design';
import { parseDesign } from '../../../shared/model/parse';
import type { Design } from '../../../shared/model/schema';

const base: Design = {
  format: 'loadline',
  version: 1,
  id: 'd',
  name: 'D',
  system: {
    workload: { dailyActiveUsers: 864, requestsPerUserPerDay: 100 },
    targets: { availability: 0.999 },
    flows: [
      { id: 'read', kind: 'read', entry: 'user', rate: { rps: 100 }, targets: { p99Ms: 100 } },
      { id: 'write', kind: 'write', entry: 'user', rate: { rps: 1 } },
    ],
    nodes: [
      { id: 'user', kind: 'client' },
      { id: 'api', kind: 'service', group: 'az', config: { replicas: 2 }, targets: { p99Ms: 20 } },
      { id: 'cache', kind: 'cache', group: 'az', config: { hitRates: { read: 0.9 } } },
      { id: 'db', kind: 'sql-database' },
    ],
    edges: [
      { id: 'e1', from: 'user', to: 'api' },
      { id: 'e2', from: 'api', to: 'cache' },
      { id: 'e3', from: 'api', to: 'db', onMissOf: 'cache', flows: ['read', 'write'] },
    ],
    groups: [
      { id: 'region', kind: 'region' },
      { id: 'az', kind: 'zone', parent: 'region' },
    ],
    suppressions: [
      { rule: 'uncached-reads', target: 'db' },
      { rule: 'uncached-reads', target: '*' },
    ],
  },
  layout: {
    nodes: { api: { x: 0, y: 0 }, db: { x: 300, y: 0 } },
    groups: { az: { x: -20, y: -20, width: 400, height: 300 } },
    edges: { e3: { points: [{ x: 1, y: 2 }], fromSide: 'right' } },
    marks: [{ id: 'n1', kind: 'note', x: 5, y: 6, text: 'Why' }],
  },
};
const apply = (...changes: Change[]): Design => applyChanges(base, changes);
const node = (design: Design, id: string) => design.system.nodes?.find((part) => part.id === id);
const edge = (design: Design, id: string) => design.system.edges?.find((part) => part.id === id);
const flow = (design: Design, id: string) => design.system.flows?.find((part) => part.id === id);

describe('what a change does', () => {
  test('renames the design and nothing else', () => {
    const next = apply({ op: 'rename-design', name: 'TinyURL' });
    expect(next.name).toBe('TinyURL');
    expect(next.system).toBe(base.system);
    expect(next.layout).toBe(base.layout);
  });

  test('sets and takes away fields of the workload and of the targets, and drops what is emptied', () => {
    expect(apply({ op: 'patch-workload', patch: { peakFactor: 3 } }).system.workload).toEqual({
      dailyActiveUsers: 864,
      requestsPerUserPerDay: 100,
      peakFactor: 3,
    });
    const bare = apply({ op: 'patch-targets', patch: { availability: null } });
    expect('targets' in bare.system).toBe(false);
  });

  test('adds a node, at a place if it is given one', () => {
    const next = apply({ op: 'add-node', node: { id: 'q', kind: 'queue' }, at: { x: 1, y: 2 } });
    expect(node(next, 'q')).toEqual({ id: 'q', kind: 'queue' });
    expect(next.layout?.nodes?.['q']).toEqual({ x: 1, y: 2 });
    expect(apply({ op: 'add-node', node: { id: 'q', kind: 'queue' } }).layout).toBe(base.layout);
  });

  test('adds a node to a design in which there is nothing yet', () => {
    const next = applyChanges(emptyDesign('d', 'D', '2026-01-01T00:00:00Z'), [
      { op: 'add-node', node: { id: 'user', kind: 'client' }, at: { x: 0, y: 0 } },
    ]);
    expect(next.system).toEqual({ nodes: [{ id: 'user', kind: 'client' }] });
    expect(next.layout).toEqual({ nodes: { user: { x: 0, y: 0 } } });
  });

  test('patches a node and leaves its neighbours their references', () => {
    const next = apply({ op: 'patch-node', id: 'api', patch: { name: 'API', group: null } });
    expect(node(next, 'api')).toEqual({
      id: 'api',
      kind: 'service',
      name: 'API',
      config: { replicas: 2 },
      targets: { p99Ms: 20 },
    });
    expect(node(next, 'db')).toBe(node(base, 'db'));
    expect(next.system.edges).toBe(base.system.edges);
    expect(next.layout).toBe(base.layout);
  });

  test('drops a config and targets in which nothing is left', () => {
    const next = apply(
      { op: 'patch-config', id: 'api', patch: { replicas: null } },
      { op: 'patch-node-targets', id: 'api', patch: { p99Ms: null } },
      { op: 'patch-flow-targets', id: 'read', patch: { p99Ms: null } },
    );
    expect(node(next, 'api')).toEqual({ id: 'api', kind: 'service', group: 'az' });
    expect(flow(next, 'read')).toEqual({ id: 'read', kind: 'read', entry: 'user', rate: { rps: 100 } });
    expect(node(apply({ op: 'patch-node', id: 'api', patch: { config: {} } }), 'api')).not.toHaveProperty(
      'config',
    );
  });

  test('lowers quorums to the replicas that there are', () => {
    const next = apply(
      { op: 'patch-config', id: 'db', patch: { replicasPerShard: 5, readQuorum: 3, writeQuorum: 4 } },
      { op: 'patch-config', id: 'db', patch: { replicasPerShard: 3 } },
    );
    expect(node(next, 'db')?.config).toEqual({ replicasPerShard: 3, readQuorum: 3, writeQuorum: 3 });
  });

  test('adds and patches edges, flows, groups and marks', () => {
    const next = apply(
      { op: 'add-edge', edge: { id: 'e4', from: 'user', to: 'db' } },
      { op: 'patch-edge', id: 'e4', patch: { calls: 0.5, flows: ['write'] } },
      { op: 'add-flow', flow: { id: 'list', kind: 'read', entry: 'user', rate: { share: 0.5 } } },
      { op: 'patch-flow', id: 'list', patch: { rate: { rps: 7 }, name: 'List' } },
      { op: 'patch-flow-targets', id: 'list', patch: { p50Ms: 5 } },
      { op: 'add-group', group: { id: 'az2', kind: 'zone' }, box: { x: 0, y: 0, width: 1, height: 1 } },
      { op: 'patch-group', id: 'az2', patch: { parent: 'region' } },
      { op: 'add-mark', mark: { id: 't1', kind: 'text', x: 0, y: 0 } },
      { op: 'patch-mark', id: 't1', patch: { text: 'Here' } },
    );
    expect(edge(next, 'e4')).toEqual({ id: 'e4', from: 'user', to: 'db', calls: 0.5, flows: ['write'] });
    expect(flow(next, 'list')).toEqual({
      id: 'list',
      kind: 'read',
      entry: 'user',
      rate: { rps: 7 },
      name: 'List',
      targets: { p50Ms: 5 },
    });
    expect(next.system.groups?.at(-1)).toEqual({ id: 'az2', kind: 'zone', parent: 'region' });
    expect(next.layout?.groups?.['az2']).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(next.layout?.marks?.at(-1)).toEqual({ id: 't1', kind: 'text', x: 0, y: 0, text: 'Here' });
  });

  test('moves nodes, marks and groups without touching the system', () => {
    const next = apply({
      op: 'place',
      places: { api: { x: 9, y: 9 }, n1: { x: 7, y: 8 }, nobody: { x: 1, y: 1 } },
      boxes: { az: { x: 1, y: 1, width: 2, height: 2 }, nobody: { x: 1, y: 1, width: 2, height: 2 } },
    });
    expect(next.system).toBe(base.system);
    expect(next.layout?.nodes).toEqual({ api: { x: 9, y: 9 }, db: { x: 300, y: 0 } });
    expect(next.layout?.groups).toEqual({ az: { x: 1, y: 1, width: 2, height: 2 } });
    expect(next.layout?.marks).toEqual([{ id: 'n1', kind: 'note', x: 7, y: 8, text: 'Why' }]);
  });

  test('places bends on an edge and takes them away, the sides staying', () => {
    const bent = apply({ op: 'route', id: 'e1', points: [{ x: 3, y: 4 }] });
    expect(bent.system).toBe(base.system);
    expect(bent.layout?.edges?.['e1']).toEqual({ points: [{ x: 3, y: 4 }] });
    const straight = applyChanges(bent, [
      { op: 'route', id: 'e1', points: null },
      { op: 'route', id: 'e3', points: null },
    ]);
    expect(straight.layout?.edges).toEqual({ e3: { fromSide: 'right' } });
  });

  test('sets sides and style of an edge one by one, and the style of all edges', () => {
    const next = apply(
      { op: 'patch-route', id: 'e1', patch: { fromSide: 'bottom', style: 'curved' } },
      { op: 'patch-route', id: 'e3', patch: { fromSide: null } },
      { op: 'edge-style', style: 'straight' },
    );
    expect(next.system).toBe(base.system);
    expect(next.layout?.edges).toEqual({
      e1: { fromSide: 'bottom', style: 'curved' },
      e3: { points: [{ x: 1, y: 2 }] },
    });
    expect(next.layout?.edgeStyle).toBe('straight');
    const back = applyChanges(next, [{ op: 'edge-style', style: null }]);
    expect(back.layout).not.toHaveProperty('edgeStyle');
  });
});

describe('taking away', () => {
  test('a node takes its edges, the flows that enter at it and every name of them along', () => {
    const next = apply({ op: 'remove', ids: ['user'] });
    expect(next.system.nodes?.map((part) => part.id)).toEqual(['api', 'cache', 'db']);
    expect(next.system.edges).toEqual([
      { id: 'e2', from: 'api', to: 'cache' },
      { id: 'e3', from: 'api', to: 'db', onMissOf: 'cache', flows: [] },
    ]);
    expect('flows' in next.system).toBe(false);
    expect(node(next, 'cache')).toEqual({ id: 'cache', kind: 'cache', group: 'az' });
  });

  test('a cache leaves the store its edge, which carries everything again', () => {
    const next = apply({ op: 'remove', ids: ['cache'] });
    expect(next.system.edges).toEqual([
      { id: 'e1', from: 'user', to: 'api' },
      { id: 'e3', from: 'api', to: 'db', flows: ['read', 'write'] },
    ]);
  });

  test('a flow goes out of the lists and hit rates that name it', () => {
    const next = apply({ op: 'remove', ids: ['read'] });
    expect(edge(next, 'e3')?.flows).toEqual(['write']);
    expect(node(next, 'cache')).not.toHaveProperty('config');
  });

  test('what stood in a group stands in its parent, or in none', () => {
    expect(node(apply({ op: 'remove', ids: ['az'] }), 'api')?.group).toBe('region');
    const bare = apply({ op: 'remove', ids: ['region', 'az'] });
    expect(node(bare, 'api')).not.toHaveProperty('group');
    expect('groups' in bare.system).toBe(false);
    expect(bare.layout?.groups).toBeUndefined();
    const orphan = apply({ op: 'remove', ids: ['region'] });
    expect(orphan.system.groups).toEqual([{ id: 'az', kind: 'zone' }]);
  });

  test('places, bends and suppressions of what is gone go too', () => {
    const next = apply({ op: 'remove', ids: ['db', 'n1'] });
    expect(next.layout).toEqual({
      nodes: { api: { x: 0, y: 0 } },
      groups: { az: { x: -20, y: -20, width: 400, height: 300 } },
    });
    expect(next.system.suppressions).toEqual([{ rule: 'uncached-reads', target: '*' }]);
  });

  test('a mark leaves the system as it is', () => {
    const next = apply({ op: 'remove', ids: ['n1'] });
    expect(next.system).toBe(base.system);
    expect(next.layout?.nodes).toBe(base.layout?.nodes);
  });
});

describe('a change that changes nothing', () => {
  const same: readonly Change[] = [
    { op: 'rename-design', name: 'D' },
    { op: 'patch-workload', patch: { dailyActiveUsers: 864 } },
    { op: 'patch-workload', patch: { peakFactor: null } },
    { op: 'patch-targets', patch: { layers: null } },
    { op: 'patch-node', id: 'api', patch: { kind: 'service', name: null } },
    { op: 'patch-node', id: 'nobody', patch: { name: 'X' } },
    { op: 'patch-config', id: 'api', patch: { replicas: 2 } },
    { op: 'patch-config', id: 'db', patch: {} },
    { op: 'patch-config', id: 'cache', patch: { hitRates: { read: 0.9 } } },
    { op: 'patch-node-targets', id: 'api', patch: { p99Ms: 20 } },
    { op: 'patch-edge', id: 'e3', patch: { flows: ['read', 'write'] } },
    { op: 'patch-edge', id: 'nobody', patch: { calls: 2 } },
    { op: 'patch-flow', id: 'read', patch: { rate: { rps: 100 } } },
    { op: 'patch-flow-targets', id: 'write', patch: { p99Ms: null } },
    { op: 'patch-group', id: 'az', patch: { parent: 'region' } },
    { op: 'patch-mark', id: 'n1', patch: { text: 'Why' } },
    { op: 'place', places: { api: { x: 0, y: 0 }, n1: { x: 5, y: 6 } } },
    { op: 'place' },
    { op: 'route', id: 'e3', points: [{ x: 1, y: 2 }] },
    { op: 'route', id: 'e1', points: null },
    { op: 'route', id: 'nobody', points: [] },
    { op: 'patch-route', id: 'nobody', patch: { style: 'curved' } },
    { op: 'patch-route', id: 'e3', patch: { fromSide: 'right', style: null } },
    { op: 'edge-style', style: null },
    { op: 'remove', ids: ['nobody'] },
    { op: 'remove', ids: [] },
    {
      op: 'insert',
      fragment: { nodes: [], edges: [], groups: [], flows: [], marks: [], places: {}, boxes: {} },
    },
  ];
  test.each(same)('gives the same design: %j', (change) => {
    expect(apply(change)).toBe(base);
  });
});

describe('a change that would make the design unreadable', () => {
  const refused: readonly Change[] = [
    { op: 'add-node', node: { id: 'api', kind: 'service' } },
    { op: 'add-node', node: { id: 'x', kind: 'service', group: 'nobody' } },
    { op: 'add-node', node: { id: 'n1', kind: 'service' } },
    { op: 'patch-node', id: 'api', patch: { kind: null } },
    { op: 'patch-node', id: 'api', patch: { group: 'nobody' } },
    { op: 'patch-config', id: 'cache', patch: { hitRates: { nobody: 1 } } },
    { op: 'add-edge', edge: { id: 'e9', from: 'api', to: 'nobody' } },
    { op: 'add-edge', edge: { id: 'e1', from: 'api', to: 'db' } },
    { op: 'patch-edge', id: 'e1', patch: { to: 'nobody' } },
    { op: 'patch-edge', id: 'e1', patch: { from: null } },
    { op: 'patch-edge', id: 'e1', patch: { onMissOf: 'nobody' } },
    { op: 'patch-edge', id: 'e1', patch: { flows: ['nobody'] } },
    { op: 'add-flow', flow: { id: 'f', kind: 'read', entry: 'nobody', rate: { rps: 1 } } },
    { op: 'add-flow', flow: { id: 'f', kind: 'read', entry: 'user', rate: {} } },
    { op: 'patch-flow', id: 'read', patch: { entry: 'nobody' } },
    { op: 'patch-flow', id: 'read', patch: { rate: { rps: 1, share: 1 } } },
    {
      op: 'add-group',
      group: { id: 'g', kind: 'zone', parent: 'nobody' },
      box: { x: 0, y: 0, width: 1, height: 1 },
    },
    { op: 'patch-group', id: 'region', patch: { parent: 'az' } },
    { op: 'patch-group', id: 'az', patch: { parent: 'az' } },
    { op: 'add-mark', mark: { id: 'api', kind: 'note' } },
  ];
  test.each(refused)('leaves it as it is: %j', (change) => {
    expect(apply(change)).toBe(base);
  });

  test('a workload cannot lose the numbers that a share is of', () => {
    const shared = apply({ op: 'patch-flow', id: 'write', patch: { rate: { share: 0.01 } } });
    expect(applyChanges(shared, [{ op: 'patch-workload', patch: { dailyActiveUsers: null } }])).toBe(shared);
    const bare = apply({ op: 'patch-workload', patch: { dailyActiveUsers: null } });
    expect(applyChanges(bare, [{ op: 'patch-flow', id: 'write', patch: { rate: { share: 0.01 } } }])).toBe(
      bare,
    );
  });

  test('the base of these tests is itself readable', () => {
    expect(parseDesign(base)).toEqual({ ok: true, value: base });
  });
});
