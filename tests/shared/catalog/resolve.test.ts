import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import type { Config } from '../../../shared/model/config';
import type { Design, Edge, Node, System } from '../../../shared/model/schema';

const withSystem = (system: System): Pick<Design, 'id' | 'name' | 'system'> => ({
  id: 'd',
  name: 'D',
  system,
});

function nodeOf(node: Partial<Node> & { readonly kind: string }, groups: System['groups'] = []) {
  const [resolved] = resolve(withSystem({ nodes: [{ id: 'n', ...node }], groups })).nodes;
  if (resolved === undefined) throw new Error('not resolved');
  return resolved;
}

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
  const edge = edgesOf(system).e;
  if (edge === undefined) throw new Error('not resolved');
  return edge;
}

describe('a node', () => {
  test('takes what the document says, then its technology, then its kind, then what is neutral', () => {
    const { config, basis } = nodeOf({ kind: 'service', technology: 'golang', config: { replicas: 5 } });
    expect(config.replicas).toBe(5);
    expect(basis.replicas).toEqual({ kind: 'document' });
    expect(config.readMs).toBe(5);
    expect(config.cv).toBe(1.3);
    expect(basis.cv?.kind).toBe('default');
    expect(nodeOf({ kind: 'service' }).config.readMs).toBe(10);
    expect(config.shards).toBe(1);
    expect(config.maxUtilization).toBe(0.7);
  });

  test('of a technology that nobody knows keeps the name and the kind’s defaults', () => {
    const node = nodeOf({ kind: 'service', technology: 'COBOL' });
    expect(node.technology).toBe('COBOL');
    expect(node.config).toEqual(nodeOf({ kind: 'service' }).config);
  });

  test('of an unknown kind is taken as custom, under its own name', () => {
    const node = nodeOf({ kind: 'mainframe' });
    expect(node.kind.id).toBe('custom');
    expect(node.name).toBe('mainframe');
    expect(node.behaviour).toBe('pass-through');
  });

  test('is named by its kind where it has no name', () => {
    expect(nodeOf({ kind: 'service' }).name).toBe('Service');
    expect(nodeOf({ kind: 'service', name: ' ' }).name).toBe('Service');
    expect(nodeOf({ kind: 'service', name: 'API' }).name).toBe('API');
  });

  test('stands in its kind’s layer unless it says another', () => {
    expect(nodeOf({ kind: 'cache' }).layer).toBe('cache');
    expect(nodeOf({ kind: 'cache', layer: 'data' }).layer).toBe('data');
  });

  test('custom behaves as it is told, from neutral values; other kinds do not listen', () => {
    const node = nodeOf({ kind: 'custom', config: { behaviour: 'store' } });
    expect(node.behaviour).toBe('store');
    expect(node.config).toMatchObject({ replicas: 1, concurrency: 1, readMs: 0, writeMs: 0, shards: 1 });
    expect(nodeOf({ kind: 'service', config: { behaviour: 'store' } }).behaviour).toBe('station');
  });

  test.each<[string, Config, number, number]>([
    ['the kind’s own', {}, 2, 5],
    ['serviceMs in the document, which replaces both', { serviceMs: 7 }, 7, 7],
    ['readMs in the document beside it', { serviceMs: 7, readMs: 1 }, 1, 7],
    ['writeMs alone', { writeMs: 9 }, 2, 9],
  ])('works on reads and writes for %s', (_, config, readMs, writeMs) => {
    expect(nodeOf({ kind: 'sql-database', config }).config).toMatchObject({ readMs, writeMs });
  });

  test('scaled up has that much more of everything, up to what exists', () => {
    const node = nodeOf({
      kind: 'cache',
      config: { scaleUp: 4, concurrency: 10, bandwidthMbps: 100, memoryBytes: 1000 },
    });
    expect(node.config).toMatchObject({ scaleUp: 4, concurrency: 40, bandwidthMbps: 400 });
    expect(node.config.other.memoryBytes).toBe(4000);
    // A managed gateway comes in one size.
    expect(nodeOf({ kind: 'api-gateway', config: { scaleUp: 8 } }).config).toMatchObject({
      scaleUp: 1,
      concurrency: 50,
    });
  });

  test.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
  ])('of %i replicas has quorums of %i', (replicasPerShard, quorum) => {
    expect(nodeOf({ kind: 'key-value-store', config: { replicasPerShard } }).config).toMatchObject({
      readQuorum: quorum,
      writeQuorum: quorum,
    });
  });

  test('never asks a quorum of more replicas than the kind has', () => {
    expect(nodeOf({ kind: 'key-value-store', config: { readQuorum: 9 } }).config.readQuorum).toBe(3);
  });

  test.each<[string, Config, boolean]>([
    ['object-store', {}, true],
    ['service', {}, true],
    ['service', { replicas: 1 }, false],
    ['service', { multiZone: false }, false],
    ['sql-database', {}, true],
    ['sql-database', { replicasPerShard: 1 }, false],
    ['sql-database', { replicasPerShard: 1, replicas: 5 }, false],
  ])('%s with %j spreads over zones: %s', (kind, config, multiZone) => {
    expect(nodeOf({ kind, config }).config.multiZone).toBe(multiZone);
  });

  test('has no queue limit and no bandwidth unless they are said', () => {
    expect(nodeOf({ kind: 'service' }).config).toMatchObject({ queueLimit: null, bandwidthMbps: null });
    expect(nodeOf({ kind: 'service' }).basis).not.toHaveProperty('queueLimit');
  });

  test('hands on what the first sections of the analysis do not read', () => {
    const { other } = nodeOf({ kind: 'stream', config: { partitions: 3 } }).config;
    expect(other).toMatchObject({ partitions: 3, retentionSeconds: 604_800, delivery: 'at-least-once' });
    expect(other).not.toHaveProperty('replicas');
  });

  test('says the basis of every field that has a value', () => {
    const { config, basis } = nodeOf({ kind: 'service', config: { hitRates: {} } });
    const { other, ...known } = config;
    const valued = Object.entries({ ...known, ...other }).filter(([, value]) => value !== null);
    expect(
      valued.map(([field]) => field).filter((field) => !(field in basis) && field !== 'hitRates'),
    ).toEqual([]);
  });

  test('stands in the innermost zone and region around it', () => {
    const groups: System['groups'] = [
      { id: 'us', kind: 'region' },
      { id: 'az', kind: 'zone', parent: 'us' },
      { id: 'net', kind: 'vpc', parent: 'az' },
    ];
    expect(nodeOf({ kind: 'service', group: 'net' }, groups)).toMatchObject({
      zone: 'az',
      region: 'us',
      group: 'net',
    });
    expect(nodeOf({ kind: 'service', group: 'us' }, groups)).toMatchObject({ zone: null, region: 'us' });
    expect(nodeOf({ kind: 'service' }, groups)).toMatchObject({ zone: null, region: null, group: null });
  });
});

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
    expect(basis.calls).toEqual({ kind: 'document' });
    expect(basis.rttMs).toMatchObject({ kind: 'default', source: { kind: 'source' } });
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
    expect(edgesOf(system({})).e).toMatchObject({ mode: 'async', flows: [] });
    expect(edgesOf(system({ mode: 'sync', flows: 'all' })).e).toMatchObject({ mode: 'sync', flows: ['r'] });
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
    }).e;
    return [edge?.network, edge?.rttMs];
  };
  test.each<[string, Partial<Node>, Partial<Node>, string, number]>([
    ['from a client', { kind: 'client', group: 'us-a' }, { group: 'us-a' }, 'internet', 20],
    ['to a client', {}, { kind: 'client' }, 'internet', 20],
    ['from a web app', { kind: 'web-app' }, {}, 'internet', 20],
    ['from a mobile app', { kind: 'mobile-app' }, {}, 'internet', 20],
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

describe('a flow', () => {
  const flowOf = (system: System) => {
    const [flow] = resolve(withSystem({ nodes: [{ id: 'u', kind: 'client' }], ...system })).flows;
    if (flow === undefined) throw new Error('not resolved');
    return flow;
  };

  test('that is a share has that much of the workload’s peak', () => {
    const flow = flowOf({
      workload: { dailyActiveUsers: 10_000_000, requestsPerUserPerDay: 10, peakFactor: 2 },
      flows: [{ id: 'f', kind: 'read', entry: 'u', rate: { share: 0.99 } }],
    });
    // 10⁷ users × 10 a day ÷ 86 400 s × 2 × 0.99 = 2 291.67 rps
    expect(flow.rateRps).toBeCloseTo(2291.6667, 3);
    expect(flow.rateBasis.kind).toBe('derived');
  });

  test('without a peak factor is at its mean', () => {
    const flow = flowOf({
      workload: { dailyActiveUsers: 86_400, requestsPerUserPerDay: 1 },
      flows: [{ id: 'f', kind: 'read', entry: 'u', rate: { share: 0.5 } }],
    });
    expect(flow.rateRps).toBe(0.5);
  });

  test('without a target of its own takes the design’s, and only those that a flow can have', () => {
    const flow = flowOf({
      targets: { p99Ms: 100, availability: 0.999, rpoSeconds: 60 },
      flows: [{ id: 'f', kind: 'read', entry: 'u', rate: { rps: 1 }, targets: { p99Ms: 50 } }],
    });
    expect(flow.targets).toEqual({ p99Ms: 50, availability: 0.999 });
  });

  test('has no bytes and its id as its name unless it says so', () => {
    expect(flowOf({ flows: [{ id: 'f', kind: 'read', entry: 'u', rate: { rps: 1 } }] })).toMatchObject({
      name: 'f',
      requestBytes: 0,
      responseBytes: 0,
      storedBytes: 0,
      rateBasis: { kind: 'document' },
    });
  });
});

describe('a group', () => {
  test('that is a zone or a region can fail as a whole, another cannot', () => {
    const { groups } = resolve(
      withSystem({
        groups: [
          { id: 'r', kind: 'region' },
          { id: 'z', kind: 'zone', parent: 'r' },
          { id: 'z2', kind: 'zone', availability: 0.99, name: 'Zone' },
          { id: 'v', kind: 'vpc' },
        ],
      }),
    );
    expect(groups.map((group) => group.availability)).toEqual([0.9999, 0.999, 0.99, 1]);
    expect(groups.map((group) => group.parent)).toEqual([null, 'r', null, null]);
  });
});
