import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { drainRateRps, isRetained, spikeBacklog, workingConsumers } from '../../../shared/analysis/backlog';
import { compareFigures } from '../../../shared/analysis/compare';
import { growth } from '../../../shared/analysis/growth';
import { loadDesign } from '../../../shared/analysis/load-design';
import { consistencyOf, recoveryOf } from '../../../shared/analysis/recovery';
import { sweep } from '../../../shared/analysis/sweep';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import { type DesignSketch, designOf, nodeOf } from '../../support/resolved';

const analysisOf = (design: ResolvedDesign, load = 1) => {
  const result = analyze(design, { percentiles: false, load });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.analysis;
};
const nothing = { readsRps: 0, writesRps: 0, bytesPerSecond: 0 };
const none = designOf({ nodes: {} });
const store = (config: object) => nodeOf('s', { behaviour: 'store', serviceMs: 5, config });

describe('recovery of a store', () => {
  const other = { backupEverySeconds: 3600, restoreSeconds: 900, failoverSeconds: 30 };

  test.each([
    [{ replicasPerShard: 3, replication: 'sync' as const }, 0, 30],
    [{ replicasPerShard: 3, replication: 'semi-sync' as const }, 0, 30],
    [{ replicasPerShard: 3, replication: 'quorum' as const, readQuorum: 2, writeQuorum: 2 }, 0, 30],
    // (2 ms there and back + 5 ms of an idle follower) ÷ 1000
    [
      { replicasPerShard: 3, replication: 'quorum' as const, readQuorum: 1, writeQuorum: 1, replicaRttMs: 2 },
      0.007,
      30,
    ],
    [{ replicasPerShard: 2, replicaRttMs: 2 }, 0.007, 30],
    [{ replicasPerShard: 1 }, 3600, 900],
  ])('of %o loses %d s and takes %d s', (config, rpo, rto) => {
    const recovery = recoveryOf(none, store({ ...config, other }), nothing);
    expect(recovery.rpoSeconds).toBeCloseTo(rpo, 9);
    expect(recovery).toMatchObject({ corruptionRpoSeconds: 3600, rtoSeconds: rto });
  });

  test('lags behind by what its followers have to do', () => {
    // 100 writes a second × 5 ms = half of one server: 5 ms ÷ (1 − 0.5)
    const lag = recoveryOf(none, store({ replicasPerShard: 2 }), { ...nothing, writesRps: 100 }).rpoSeconds;
    expect(lag).toBeCloseTo(0.01, 9);
  });

  test('of a design is that of the worst store that a write reaches', () => {
    const sketch = (kind: 'read' | 'write'): DesignSketch => ({
      nodes: {
        u: { behaviour: 'source' },
        a: { behaviour: 'store', config: { other } },
        b: { behaviour: 'store', config: { replicasPerShard: 3, replication: 'sync', other } },
      },
      edges: { 'u -> a': {}, 'u -> b': {} },
      flows: { f: { kind, entry: 'u', rateRps: 1 } },
      targets: { rpoSeconds: 60, rtoSeconds: 1000 },
    });
    const { totals } = analysisOf(designOf(sketch('write')));
    expect([totals.rpoSeconds, totals.rtoSeconds]).toEqual([3600, 900]);
    expect(totals.targets.map(({ met }) => met)).toEqual([false, true]);
    const read = analysisOf(designOf(sketch('read'))).totals;
    expect(read.rpoSeconds).toBeNull();
    // What does not exist misses its target
    expect(read.targets.map(({ met }) => met)).toEqual([false, false]);
  });

  test.each([
    [{}, 'strong'],
    [{ replicasPerShard: 3 }, 'read-your-writes'],
    [{ replicasPerShard: 3, readFrom: 'any' as const }, 'eventual'],
    [{ replicasPerShard: 3, readFrom: 'any' as const, replication: 'sync' as const }, 'strong'],
    [{ replicasPerShard: 3, replication: 'quorum' as const, readQuorum: 2, writeQuorum: 2 }, 'strong'],
    [{ replicasPerShard: 3, replication: 'quorum' as const, readQuorum: 1, writeQuorum: 2 }, 'eventual'],
  ])('with %o its readers see it %s', (config, expected) => {
    expect(consistencyOf(store(config))).toBe(expected);
  });
});

describe('the backlog of a spike', () => {
  test.each([
    [5000, 1000, 800, 60, 240_000, 1200, 240], // BKL-1 of the oracle
    [10_000, 2000, 1500, 120, 960_000, 1920, 480],
  ])('of %d a second against %d', (peak, drain, base, seconds, messages, drainSeconds, oldestSeconds) => {
    expect(spikeBacklog(peak, drain, base, seconds)).toEqual({ messages, drainSeconds, oldestSeconds });
  });

  test('never drains where the base is all that the consumers can do', () => {
    const backlog = spikeBacklog(200, 100, 100, 10);
    expect(backlog.drainSeconds).toBeNull();
    expect([isRetained(backlog, 9), isRetained(backlog, 10), isRetained(backlog, undefined)]).toEqual([
      false,
      true,
      null,
    ]);
  });

  test('is worked off by consumers that have a partition', () => {
    expect([workingConsumers(8, 4, 1), workingConsumers(8, 4, 2), workingConsumers(8, undefined, 1)]).toEqual(
      [4, 8, 8],
    );
    const design = designOf({
      nodes: {
        u: { behaviour: 'source' },
        q: { behaviour: 'buffer', config: { other: { partitions: 2, consumersPerPartition: 1 } } },
        w: { serviceMs: 10, config: { replicas: 4 } },
      },
      edges: { 'u -> q': {}, 'q -> w': {} },
      flows: { f: { entry: 'u', rateRps: 10 } },
    });
    const result = loadDesign(design);
    if (!result.ok) throw new Error('errors');
    // Four servers of 100 a second, of which two have a partition
    expect(drainRateRps(result.loaded.graph, analysisOf(design).nodes, 1)).toBeCloseTo(200, 9);
  });
});

const money: DesignSketch = {
  nodes: {
    u: { behaviour: 'source' },
    a: {
      config: { replicas: 3, scaleUp: 2, concurrency: 100, other: { unitCostUsd: 50, egressUsdPerGb: 0.1 } },
    },
    s: {
      behaviour: 'store',
      config: {
        shards: 2,
        replicasPerShard: 3,
        concurrency: 100,
        other: { unitCostUsd: 100, storageUsdPerGbMonth: 0.2, egressUsdPerGb: 0.02 },
      },
    },
  },
  edges: { 'u -> a': {}, 'a -> s': { network: 'cross-zone' } },
  flows: { w: { kind: 'write', entry: 'u', rateRps: 1000, requestBytes: 2000, responseBytes: 500 } },
};
const priced: ResolvedDesign = (() => {
  const design = designOf(money);
  return {
    ...design,
    workload: { peakFactor: 2, retentionYears: 2 },
    flows: design.flows.map((flow) => ({ ...flow, storedBytes: 400 })),
  };
})();

describe('storage and cost', () => {
  const { nodes, totals, layers } = analysisOf(priced);
  const month = (365.25 / 12) * 86_400;

  test('a store keeps what is written on average, in all copies, as long as it is kept', () => {
    const bytes = 400 * 500 * 2 * 365.25 * 86_400 * 3;
    expect(nodes[2]?.storageBytes).toBeCloseTo(bytes, 0);
    expect(totals.storageBytes).toBeCloseTo(bytes, 0);
    expect(nodes.map((node) => node.storageBytes === null)).toEqual([true, true, false]);
  });

  test('servers, bytes kept and bytes sent are paid for', () => {
    // 3 × 50 × 2; 500 a second on average: answers of 500 bytes to the source, and 2 500 bytes both ways across zones
    const egress = ((500 * 500 * month) / 1e9) * 0.1;
    const network = ((500 * 2500 * month) / 1e9) * 0.02;
    const service = 300 + egress + network;
    // What a year has brought together, of the two that are kept.
    const kept = ((400 * 500 * 12 * month * 3) / 1e9) * 0.2;
    const data = 600 + kept;
    expect(nodes[1]?.cost).toMatchObject({ serversUsd: 300, storageUsd: 0, requestsUsd: 0, unpriced: false });
    expect(nodes[1]?.cost?.networkUsd).toBeCloseTo(network, 6);
    expect(nodes[1]?.monthlyCostUsd).toBeCloseTo(service, 6);
    expect(nodes[2]?.monthlyCostUsd).toBeCloseTo(data, 6);
    expect(totals.monthlyCostUsd).toBeCloseTo(service + data, 6);
    expect(layers.map(({ monthlyCostUsd }) => monthlyCostUsd ?? 0).reduce((a, b) => a + b)).toBeCloseTo(
      service + data,
      6,
    );
    expect(totals.servers).toBe(9);
  });

  test('what is kept for an unknown time has no size, and costs what is known', () => {
    const unknown = analysisOf({ ...priced, workload: {} });
    expect(unknown.totals.storageBytes).toBeNull();
    expect(unknown.totals.monthlyCostUsd).toBeGreaterThan(900);
  });
});

describe('targets of availability', () => {
  const overloaded = designOf({
    nodes: { u: { behaviour: 'source' }, a: { serviceMs: 10, config: { multiZone: true } } },
    edges: { 'u -> a': {} },
    flows: { f: { entry: 'u', rateRps: 200, targets: { availability: 0.9 } } },
    targets: { availability: 0.9, layers: { service: { availability: 0.99 } } },
  });

  test('are missed by a flow that is not served in full, whose components are up all the same', () => {
    const { flows, totals } = analysisOf(overloaded);
    expect(flows[0]).toMatchObject({ availability: 1, servedShare: 0.5 });
    expect(flows[0]?.targets).toEqual([{ metric: 'availability', target: 0.9, actual: 1, met: false }]);
    expect(totals.targets).toEqual([{ metric: 'availability', target: 0.9, actual: 1, met: false }]);
  });

  test('are met under half of the load', () => {
    const { flows, totals, layers } = analysisOf(overloaded, 0.4);
    expect(
      [flows[0], totals, layers.find(({ id }) => id === 'service')].map((of) => of?.targets[0]?.met),
    ).toEqual([true, true, true]);
  });
});

describe('sweep and growth', () => {
  const two = designOf({
    nodes: {
      u: { behaviour: 'source' },
      a: { serviceMs: 4 },
      b: { serviceMs: 5, config: { replicas: 2 } },
      idle: {},
    },
    edges: { 'u -> a': {}, 'a -> b': {} },
    flows: { f: { entry: 'u', rateRps: 100 } },
  });

  test('a sweep goes from 0.05 to 1.2 times the load that saturates the first station', () => {
    const result = sweep(two, { percentiles: false });
    if (!result.ok) throw new Error('errors');
    const { saturationLoad, points, order } = result.sweep;
    // a: 100 a second × 4 ms = 0.4
    expect(saturationLoad).toBeCloseTo(2.5, 9);
    expect(points).toHaveLength(40);
    expect(points[0]?.load).toBeCloseTo(0.125, 12);
    expect(points[39]?.load).toBeCloseTo(3, 12);
    // At the planned limit of 0.7: 0.7 × 2.5 and 0.7 × 4.
    expect(order.map(({ node, load, plannedLoad }) => [node, load, Number(plannedLoad.toFixed(9))])).toEqual([
      ['a', 2.5, 1.75],
      ['b', 4, 2.8],
    ]);
    expect(result.sweep.plannedLoad).toBeCloseTo(1.75, 9);
    const goodput = points.map((point) => point.flows[0]?.goodputRps ?? 0);
    expect(goodput.every((rps, i) => i === 0 || rps >= (goodput[i - 1] ?? 0) - 1e-9)).toBe(true);
    expect(goodput[39]).toBeCloseTo(250, 9);
  });

  test('a station is outgrown in the month in which its load has grown to its limit', () => {
    const result = growth(two, 1);
    if (!result.ok) throw new Error('errors');
    // a: 0.7 ÷ 0.4 = 1.75 → 12 × log2(1.75) = 9.69; 2.5 → 15.86. b lies behind it and never gets more than a can pass on:
    // 0.25 × 2.5 = 0.625
    expect(result.stations).toEqual([
      { node: 'a', plannedMonth: 10, capacityMonth: 16 },
      { node: 'b', plannedMonth: null, capacityMonth: null },
      { node: 'idle', plannedMonth: null, capacityMonth: null },
    ]);
  });
});

describe('what an edit did to the figures', () => {
  test('is the list of those that are another', () => {
    const before = analysisOf(priced);
    expect(compareFigures(before, analysisOf(priced))).toEqual([]);
    const dearer = {
      ...priced,
      nodes: priced.nodes.map((node) =>
        node.id === 'a' ? { ...node, config: { ...node.config, replicas: 4 } } : node,
      ),
    };
    const changes = compareFigures(before, analysisOf(dearer));
    expect(changes).toContainEqual({ kind: 'node', part: 'a', metric: 'servers', before: 3, after: 4 });
    expect(changes).toContainEqual({
      kind: 'totals',
      part: 'totals',
      metric: 'servers',
      before: 9,
      after: 10,
    });
    expect(changes.some(({ part }) => part === 's')).toBe(false);
  });
});
