import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/catalog/resolve';
import type { Config } from '../../../shared/model/config';
import type { Design, Node, System } from '../../../shared/model/schema';

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

describe('a node', () => {
  test('takes what the document says, then its technology, then its kind, then what is neutral', () => {
    const { config, basis } = nodeOf({ kind: 'service', technology: 'golang', config: { replicas: 5 } });
    expect(config.replicas).toBe(5);
    expect(basis.replicas).toEqual({ kind: 'document' });
    expect(config.readMs).toBe(0.667);
    expect(config.delayMs).toBe(4.33);
    expect(basis.delayMs?.kind).toBe('default');
    expect(config.cv).toBe(2);
    expect(basis.cv?.kind).toBe('default');
    expect(nodeOf({ kind: 'service' }).config.readMs).toBe(0.625);
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

  test('scaled has that much more or less of everything, within what exists', () => {
    const node = nodeOf({
      kind: 'cache',
      config: { scaleUp: 4, concurrency: 10, bandwidthMbps: 100, memoryBytes: 1000 },
    });
    expect(node.config).toMatchObject({ scaleUp: 4, concurrency: 40, bandwidthMbps: 400 });
    expect(node.config.other.memoryBytes).toBe(4000);
    // A database server comes in a quarter of its usual size, a cache does not.
    const small = nodeOf({ kind: 'sql-database', config: { scaleUp: 0.25, memoryBytes: 1000 } });
    expect(small.config).toMatchObject({ scaleUp: 0.25, concurrency: 8 });
    expect(small.config.other.memoryBytes).toBe(250);
    expect(
      nodeOf({ kind: 'sql-database', config: { scaleUp: 0.25, concurrency: 2 } }).config.concurrency,
    ).toBe(1);
    expect(nodeOf({ kind: 'cache', config: { scaleUp: 0.5 } }).config.scaleUp).toBe(1);
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
