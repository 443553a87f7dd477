import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design, Edge, Node, System } from '../../../shared/model/schema';

const withSystem = (system: System): Pick<Design, 'id' | 'name' | 'system'> => ({
  id: 'd',
  name: 'D',
  system,
});

/** The edges of a system by id. */
function edgesOf(system: System) {
  return Object.fromEntries(resolve(withSystem(system)).edges.map((edge) => [edge.id, edge]));
}

/** One edge between two kinds. */
function edgeOf(from: string, to: string, fields: Partial<Edge> = {}) {
  const system: System = {
    flows: [
      { id: 'r', kind: 'read', entry: 'a', rate: { rps: 1 } },
      { id: 'w', kind: 'write', entry: 'a', rate: { rps: 1 } },
    ],
    nodes: [
      { id: 'a', kind: from },
      { id: 'b', kind: to },
    ],
    edges: [{ id: 'e', from: 'a', to: 'b', ...fields }],
  };
  const edge = edgesOf(system)['e'];
  if (edge === undefined) throw new Error('not resolved');
  return edge;
}

describe('an edge', () => {
  test('says only what it must; the rest is filled in', () => {
    expect(edgeOf('service', 'service')).toMatchObject({
      label: '',
      protocol: 'https',
      mode: 'sync',
      flows: ['r', 'w'],
      calls: 1,
      onMissOf: null,
      choice: false,
      weight: 1,
      step: 1,
      network: 'same-zone',
      rttMs: 0.5,
      retries: 0,
      timeoutMs: null,
      tls: true,
      optional: false,
    });
  });

  test('has a basis for every field', () => {
    const { id, from, to, basis, ...fields } = edgeOf('service', 'service', { calls: 2 });
    expect(Object.keys(fields).filter((field) => !(field in basis))).toEqual([]);
    expect(basis['calls']).toEqual({ kind: 'document' });
    expect(basis['rttMs']).toMatchObject({ kind: 'default', source: { kind: 'source' } });
    expect([id, from, to]).toEqual(['e', 'a', 'b']);
  });

  test('that leaves a buffer is asynchronous whatever it says', () => {
    expect(edgeOf('stream', 'worker').mode).toBe('async');
    expect(edgeOf('queue', 'worker', { mode: 'sync' }).mode).toBe('async');
    expect(edgeOf('service', 'queue').mode).toBe('sync');
  });

  test.each([
    ['read', ['r']],
    ['write', ['w']],
    ['all', ['r', 'w']],
  ] as const)('with flows %s carries %j', (flows, carried) => {
    expect(edgeOf('service', 'service', { flows }).flows).toEqual(carried);
  });

  test('with a list carries it in the document’s order', () => {
    expect(edgeOf('service', 'service', { flows: ['w', 'r'] }).flows).toEqual(['r', 'w']);
    expect(edgeOf('service', 'service', { flows: [] }).flows).toEqual([]);
  });

  test('to or from an observer carries nothing and waits for nothing, unless it says so', () => {
    const system = (fields: Partial<Edge>): System => ({
      flows: [{ id: 'r', kind: 'read', entry: 'a', rate: { rps: 1 } }],
      nodes: [
        { id: 'a', kind: 'service' },
        { id: 'b', kind: 'custom', config: { behaviour: 'observer' } },
      ],
      edges: [{ id: 'e', from: 'a', to: 'b', ...fields }],
    });
    expect(edgesOf(system({}))['e']).toMatchObject({ mode: 'async', flows: [] });
    expect(edgesOf(system({ mode: 'sync', flows: 'all' }))['e']).toMatchObject({
      mode: 'sync',
      flows: ['r'],
    });
  });

  test.each(['metrics', 'logs', 'traces', 'alerting', 'canary'])('to or from %s carries nothing', (kind) => {
    expect(edgeOf('service', kind)).toMatchObject({ mode: 'async', flows: [] });
    expect(edgeOf(kind, 'service')).toMatchObject({ mode: 'async', flows: [] });
    expect(edgeOf('service', kind, { flows: 'all' })).toMatchObject({ mode: 'async', flows: ['r', 'w'] });
  });

  test.each([
    ['load-balancer', 'service', true],
    ['dns', 'cdn', true],
    ['api-gateway', 'service', true],
    ['queue', 'worker', true],
    ['stream', 'worker', false],
    ['pub-sub', 'worker', false],
    ['service', 'read-replica', false],
    ['service', 'service', false],
    ['service', 'shard', false],
  ])('from %s to %s is a choice: %s', (from, to, choice) => {
    expect(edgeOf(from, to).choice).toBe(choice);
    expect(edgeOf(from, to, { choice: !choice }).choice).toBe(!choice);
  });

  test('is a choice among several shards or read replicas, not among two edges to one', () => {
    const nodes = [
      { id: 'a', kind: 'service' },
      { id: 's1', kind: 'shard' },
      { id: 's2', kind: 'shard' },
      { id: 'db', kind: 'sql-database' },
    ];
    const several = edgesOf({
      nodes,
      edges: [
        { id: 'e1', from: 'a', to: 's1' },
        { id: 'e2', from: 'a', to: 's2' },
        { id: 'e3', from: 'a', to: 'db' },
      ],
    });
    expect(Object.values(several).map((edge) => edge.choice)).toEqual([true, true, false]);
    const followers = edgesOf({
      flows: [
        { id: 'r', kind: 'read', entry: 'a', rate: { rps: 1 } },
        { id: 'w', kind: 'write', entry: 'a', rate: { rps: 1 } },
      ],
      nodes: [
        { id: 'a', kind: 'service' },
        { id: 'db', kind: 'sql-database' },
        { id: 'f1', kind: 'read-replica' },
        { id: 'f2', kind: 'read-replica', technology: 'Aurora replica' },
      ],
      edges: [
        { id: 'e1', from: 'a', to: 'db' },
        { id: 'e2', from: 'a', to: 'f1' },
        { id: 'e3', from: 'a', to: 'f2' },
      ],
    });
    expect(Object.values(followers).map(({ choice, flows }) => [choice, flows])).toEqual([
      [false, ['r', 'w']],
      [true, ['r']],
      [true, ['r']],
    ]);
    const twice = edgesOf({
      nodes,
      edges: [
        { id: 'e1', from: 'a', to: 's1' },
        { id: 'e2', from: 'a', to: 's1' },
      ],
    });
    expect(Object.values(twice).map((edge) => edge.choice)).toEqual([false, false]);
  });

  test.each([
    ['https', true],
    ['HTTP/2', true],
    ['gRPC', true],
    ['wss', true],
    ['sql', false],
    ['redis', false],
    ['kafka', false],
    ['dns', false],
  ])('over %s is encrypted by default: %s', (protocol, tls) => {
    expect(edgeOf('service', 'service', { protocol }).tls).toBe(tls);
    expect(edgeOf('service', 'service', { protocol, tls: !tls }).tls).toBe(!tls);
  });

  test('with an end that is not there is left out', () => {
    expect(resolve(withSystem({ edges: [{ id: 'e', from: 'a', to: 'b' }] })).edges).toEqual([]);
  });
});

describe('the network of an edge', () => {
  const groups: System['groups'] = [
    { id: 'us', kind: 'region' },
    { id: 'us-a', kind: 'zone', parent: 'us' },
    { id: 'us-b', kind: 'zone', parent: 'us' },
    { id: 'eu', kind: 'region' },
    { id: 'eu-a', kind: 'zone', parent: 'eu' },
    { id: 'loose', kind: 'zone' },
  ];
  const between = (from: Partial<Node>, to: Partial<Node>, fields: Partial<Edge> = {}) => {
    const edge = edgesOf({
      groups,
      nodes: [
        { id: 'a', kind: 'service', ...from },
        { id: 'b', kind: 'service', ...to },
      ],
      edges: [{ id: 'e', from: 'a', to: 'b', ...fields }],
    })['e'];
    return [edge?.network, edge?.rttMs];
  };
  test.each<[string, Partial<Node>, Partial<Node>, string, number]>([
    ['from a client', { kind: 'client', group: 'us-a' }, { group: 'us-a' }, 'internet', 20],
    ['to a client', {}, { kind: 'client' }, 'internet', 20],
    ['from a web app', { kind: 'web-app' }, {}, 'internet', 20],
    ['from a mobile app', { kind: 'mobile-app' }, {}, 'internet', 75],
    ['from a partner', { kind: 'partner' }, {}, 'internet', 20],
    ['to a payment provider', {}, { kind: 'payment-provider' }, 'internet', 20],
    ['to a provider of identities', {}, { kind: 'identity-provider' }, 'internet', 20],
    ['to one run oneself', {}, { kind: 'identity-provider', technology: 'Keycloak' }, 'same-zone', 0.5],
    ['to a secret manager', {}, { kind: 'secret-manager' }, 'same-zone', 0.5],
    ['from a scheduler', { kind: 'scheduler' }, {}, 'same-zone', 0.5],
    [
      'from a scheduler in another zone',
      { kind: 'scheduler', group: 'us-b' },
      { group: 'us-a' },
      'cross-zone',
      1.5,
    ],
    ['over regions', { group: 'us-a' }, { group: 'eu-a' }, 'cross-region', 70],
    ['over zones', { group: 'us-a' }, { group: 'us-b' }, 'cross-zone', 1.5],
    ['over zones, one in no region', { group: 'us-a' }, { group: 'loose' }, 'cross-zone', 1.5],
    ['in one zone', { group: 'us-a' }, { group: 'us-a' }, 'same-zone', 0.5],
    ['from a zone to its region', { group: 'us-a' }, { group: 'us' }, 'same-zone', 0.5],
    ['from a region to nowhere', { group: 'us' }, {}, 'same-zone', 0.5],
  ])('%s', (_, from, to, network, rttMs) => {
    expect(between(from, to)).toEqual([network, rttMs]);
  });

  test('is what the document says, and the round trip is that of it unless it is said too', () => {
    expect(between({}, {}, { network: 'cross-region' })).toEqual(['cross-region', 70]);
    expect(between({}, {}, { network: 'same-host' })).toEqual(['same-host', 0.05]);
    expect(between({}, {}, { rttMs: 3 })).toEqual(['same-zone', 3]);
  });
});

describe('the steps of a node’s calls', () => {
  const nodes = ['a', 'b', 'c', 'd', 'cache', 'second'].map((id) => ({
    id,
    kind: id === 'a' ? 'service' : 'cache',
  }));
  const steps = (edges: readonly Partial<Edge>[]): Record<string, number> =>
    Object.fromEntries(
      resolve(
        withSystem({
          nodes,
          edges: edges.map((edge, at) => ({ id: `e${at + 1}`, from: 'a', to: 'b', ...edge })),
        }),
      ).edges.map((edge) => [edge.id, edge.step]),
    );

  test('are one after the other, in the order of the document', () => {
    expect(steps([{}, { to: 'c' }, { to: 'd' }])).toEqual({ e1: 1, e2: 2, e3: 3 });
  });

  test('that are not named come after all that are', () => {
    expect(steps([{}, { to: 'c', step: 5 }, { to: 'd', step: 5 }, { to: 'cache' }])).toEqual({
      e1: 6,
      e2: 5,
      e3: 5,
      e4: 7,
    });
  });

  test('put the misses of a cache directly after it, wherever they stand in the document', () => {
    expect(steps([{ to: 'b', onMissOf: 'cache' }, { to: 'cache' }, { to: 'd' }])).toEqual({
      e1: 1.5,
      e2: 1,
      e3: 2,
    });
  });

  test('put several stores behind one cache one after the other', () => {
    const found = steps([
      { to: 'cache' },
      { to: 'b', onMissOf: 'cache' },
      { to: 'c', onMissOf: 'cache' },
      { to: 'd' },
    ]);
    expect(found).toEqual({ e1: 1, e2: 1 + 1 / 3, e3: 1 + 2 / 3, e4: 2 });
  });

  test('put a second cache behind the first, and the store behind the second', () => {
    const found = steps([
      { to: 'b', onMissOf: 'second' },
      { to: 'cache' },
      { to: 'second', onMissOf: 'cache' },
      { to: 'd' },
    ]);
    expect(found).toEqual({ e1: 1 + 2 / 3, e2: 1, e3: 1 + 1 / 3, e4: 2 });
  });

  test('let a person put the misses where they want', () => {
    expect(
      steps([
        { to: 'cache', step: 1 },
        { to: 'b', onMissOf: 'cache', step: 4 },
      ]),
    ).toEqual({ e1: 1, e2: 4 });
  });

  test('have a place even for two caches behind each other and for the misses of one that is not called', () => {
    const round = steps([
      { to: 'cache', onMissOf: 'second' },
      { to: 'second', onMissOf: 'cache' },
    ]);
    expect(Object.values(round).every(Number.isFinite)).toBe(true);
    expect(steps([{ to: 'b', onMissOf: 'cache' }])).toEqual({ e1: 1 });
  });

  test('are counted for each caller by itself', () => {
    const found = edgesOf({
      nodes,
      edges: [
        { id: 'e1', from: 'a', to: 'b' },
        { id: 'e2', from: 'c', to: 'b' },
        { id: 'e3', from: 'a', to: 'd' },
      ],
    });
    expect(Object.values(found).map((edge) => edge.step)).toEqual([1, 1, 2]);
  });
});
