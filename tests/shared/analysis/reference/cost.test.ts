import { describe, expect, test } from 'vitest';
import type { ResolvedDesign } from '../../../../shared/catalog/resolved';
import { nodeOf } from '../../../support/reference/calls';
import { costOf, crossingsOf, tieredUsd, totalOf, usdPerMillion } from '../../../support/reference/cost';
import { estimatesOf } from '../../../support/reference/estimates';
import { recoveryOf } from '../../../support/reference/recovery';
import { memoryUtilization, storedBytes } from '../../../support/reference/storage';
import { trafficOf } from '../../../support/reference/traffic';
import { designOf, type NodeSketch } from '../../../support/resolved';

const source = { behaviour: 'source' } as const;
const month = (365.25 * 86_400) / 12;

function storing(config: NonNullable<NodeSketch['config']>, edge: object = {}): ResolvedDesign {
  const design = designOf({
    nodes: { u: source, s: { behaviour: 'store', config } },
    edges: { 'u -> s': edge },
    flows: { f: { entry: 'u', kind: 'write', rateRps: 200 } },
  });
  return {
    ...design,
    workload: { peakFactor: 2, retentionYears: 1 },
    flows: design.flows.map((flow) => ({ ...flow, storedBytes: 1000 })),
  };
}

const stored = (design: ResolvedDesign) => storedBytes(design, nodeOf(design, 's'));

describe('storage', () => {
  test('is calls × bytes × average rate × retention × copies × overhead', () => {
    // 200 ÷ 2 a second · 1000 B · a year · 3 copies · 1.5
    const year = 100 * 1000 * 365.25 * 86_400;
    expect(stored(storing({ replicasPerShard: 3, other: { storageFactor: 1.5 } }))).toBeCloseTo(
      4.5 * year,
      0,
    );
    // A provider keeps the copies itself; a day of its own; an update in place adds nothing.
    expect(stored(storing({ replicasPerShard: 3, other: { durable: true } }))).toBeCloseTo(year, 0);
    expect(stored(storing({ other: { retentionSeconds: 86_400 } }))).toBeCloseTo(100 * 1000 * 86_400, 3);
    expect(stored(storing({}, { storedBytes: 0 }))).toBe(0);
    expect(stored({ ...storing({}), workload: {} })).toBeNull();
  });

  test("a flow's own peak factor replaces the workload's", () => {
    const design = storing({});
    const flat = { ...design, flows: design.flows.map((flow) => ({ ...flow, peakFactor: 1 })) };
    expect(stored(flat)).toBeCloseTo(2 * (stored(design) ?? 0), 0);
  });

  test('in memory is compared with the memory of all servers', () => {
    // 100 · 1000 B · 86 400 s · 2 copies = 17.28 GB on 2 copies · 2 shards · 8.64 GB
    const design = storing({
      replicasPerShard: 2,
      shards: 2,
      other: { inMemory: true, memoryBytes: 8.64e9, retentionSeconds: 86_400 },
    });
    expect(memoryUtilization(design, nodeOf(design, 's'))).toBeCloseTo(0.5, 12);
  });

  test('Twitter in the textbook: 3 472.2 posts a second and 54.75 PB', () => {
    // 150 million users · 2 posts a day ÷ 86 400 s; media of 30 TB a day · 365 · 5: 10 % of the posts with 1 MB
    const rateRps = (150e6 * 2) / 86_400;
    expect(rateRps).toBeCloseTo(3472.2, 1);
    const design = designOf({
      nodes: {
        u: source,
        s: { behaviour: 'store', config: { other: { retentionSeconds: 5 * 365 * 86_400 } } },
      },
      edges: { 'u -> s': { storedBytes: 1e6, calls: 0.1 } },
      flows: { f: { entry: 'u', kind: 'write', rateRps } },
    });
    expect((stored(design) ?? 0) / 1e15).toBeCloseTo(54.75, 9);
  });
});

describe('cost', () => {
  test('of tiers: each for what lies in it', () => {
    // 10 240 · 0.09 + 39 760 · 0.085
    const tiers = [{ uptoGb: 10_240, usd: 0.09 }, { usd: 0.085 }];
    expect(tieredUsd(50_000, tiers)).toBeCloseTo(921.6 + 3379.6, 9);
    expect(tieredUsd(100, tiers)).toBeCloseTo(9, 9);
  });

  test('is servers, storage, requests, what is sent, and what crosses zones', () => {
    const design = designOf({
      nodes: {
        u: source,
        a: {
          config: {
            replicas: 3,
            multiZone: true,
            scaleUp: 2,
            other: { unitCostUsd: 50, requestUsdPerMillion: 0.4, egressUsdPerGb: 0.09 },
          },
        },
        s: {
          behaviour: 'store',
          config: {
            replicasPerShard: 2,
            multiZone: true,
            other: { storageUsdPerGbMonth: 0.1, writeUsdPerMillion: 1.25, unitCostUsd: 100 },
          },
        },
      },
      edges: {
        'u -> a': { network: 'internet' },
        'a -> s': { requestBytes: 500, responseBytes: 500, storedBytes: 1000 },
      },
      flows: { f: { entry: 'u', kind: 'write', rateRps: 10, responseBytes: 20_000 } },
    });
    const a = costOf(design, nodeOf(design, 'a'));
    expect(a.serversUsd).toBeCloseTo(3 * 50 * 2, 9);
    expect(a.requestsUsd).toBeCloseTo((10 * month * 0.4) / 1e6, 9);
    expect(a.egressUsd).toBeCloseTo(((10 * month * 20_000) / 1e9) * 0.09, 9);
    // Two pools spread over three zones: two thirds of 1000 B a call at $0.02 a GB.
    expect(a.networkUsd).toBeCloseTo(((10 * month * 1000) / 1e9) * (2 / 3) * 0.02, 9);
    const s = costOf(design, nodeOf(design, 's'));
    // 12 months of 1000 B a call, two copies
    expect(s.storageUsd).toBeCloseTo(((10 * 12 * month * 1000 * 2) / 1e9) * 0.1, 9);
    expect(s.requestsUsd).toBeCloseTo((10 * month * 1.25) / 1e6, 9);
    expect(s.serversUsd).toBeCloseTo(200, 9);
    const [flow] = design.flows;
    const all = totalOf(a) + totalOf(s);
    expect(flow && usdPerMillion(design, flow)).toBeCloseTo((1e6 * all) / (10 * month), 6);
  });

  test('a region with four zone groups has three quarters of the bytes between spread pools cross them', () => {
    const zone = (id: string, kind: 'zone' | 'region', parent: string | null) => ({
      id,
      kind,
      name: id,
      parent,
      availability: 1,
      jurisdiction: null,
    });
    const design = designOf({
      nodes: {
        a: { zone: 'z1', region: 'r' },
        b: { region: 'r', config: { multiZone: true } },
        c: { zone: 'z2', region: 'r' },
      },
      edges: { 'a -> b': {}, 'a -> c': { network: 'cross-zone' }, 'a -> a': {} },
      groups: [zone('r', 'region', null), ...['z1', 'z2', 'z3', 'z4'].map((id) => zone(id, 'zone', 'r'))],
    });
    expect(design.edges.map((edge) => crossingsOf(design, edge).zones)).toEqual([0.75, 1, 0]);
  });
});

describe('recovery of a store', () => {
  const recovery = (config: NonNullable<NodeSketch['config']>) => {
    const design = storing(config);
    return recoveryOf(nodeOf(design, 's'), trafficOf(design, 1e-9));
  };

  test('nothing is lost where a second copy has every write, or the provider keeps it', () => {
    const two = { replicasPerShard: 2 } as const;
    expect(recovery({ ...two, replication: 'sync' }).rpoSeconds).toBe(0);
    expect(recovery({ ...two, replication: 'quorum', writeQuorum: 2 }).rpoSeconds).toBe(0);
    // 4 ms of round trip and 1 ms of work
    expect(recovery({ ...two, replicaRttMs: 4 }).rpoSeconds).toBeCloseTo(0.005, 9);
    expect(recovery({ other: { durable: true } })).toEqual({ rpoSeconds: 0, rtoSeconds: 0 });
    expect(recovery({ other: { durable: true, failoverSeconds: 60 } }).rtoSeconds).toBe(60);
  });

  test('one copy loses what came after the backup, and everything without one', () => {
    expect(recovery({ other: { backupEverySeconds: 3600, restoreSeconds: 600 } })).toEqual({
      rpoSeconds: 3600,
      rtoSeconds: 600,
    });
    expect(recovery({})).toEqual({ rpoSeconds: null, rtoSeconds: null });
  });
});

describe('totals as estimates', () => {
  test('are those of the flows, the stores and the caches', () => {
    const design = designOf({
      nodes: {
        u: source,
        a: { serviceMs: 10, config: { replicas: 4, concurrency: 8 } },
        c: { behaviour: 'aside-cache', serviceMs: 0, config: { replicas: 2, other: { memoryBytes: 1e9 } } },
        s: { behaviour: 'store', serviceMs: 0, config: { replicasPerShard: 3 } },
      },
      edges: { 'u -> a': {}, 'a -> c': {}, 'a -> s': {} },
      flows: {
        r: { entry: 'u', rateRps: 900, responseBytes: 2000 },
        w: { entry: 'u', kind: 'write', rateRps: 100, requestBytes: 500 },
      },
    });
    const full = {
      ...design,
      workload: { peakFactor: 2, retentionYears: 2 },
      flows: design.flows.map((flow) => ({ ...flow, storedBytes: 100, connections: 7 })),
    };
    const found = estimatesOf(full, trafficOf(full));
    expect(found).toMatchObject({
      averageReadRps: 450,
      peakWriteRps: 100,
      readsPerWrite: 9,
      bytesInPerSecond: 50_000,
      bytesOutPerSecond: 1_800_000,
      bytesOutPerDay: 450 * 2000 * 86_400,
      storedBytesPerDay: 50 * 100 * 86_400,
      cacheMemoryBytes: 2e9,
      connections: 14,
      servers: 4 + 2 + 3,
    });
    expect(found.storedBytes).toBeCloseTo(3 * (found.storedRawBytes ?? 0), 0);
    expect(found.storedRawBytes).toBeCloseTo(2 * found.storedBytesPerYear, 0);
    // Little's law: 1000 a second · a little over 10 ms
    expect(found.inProgress).toBeCloseTo(10, 1);
  });
});
