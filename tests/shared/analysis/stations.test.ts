import { describe, expect, test } from 'vitest';
import { analysisOf, flowIn, nodeIn } from '../../support/figures';
import type { NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };
const reads = (rateRps: number) => ({ f: { entry: 'u', rateRps } });

describe('stations', () => {
  const behind = (algorithm: 'random' | 'round-robin' | 'ip-hash' | 'least-connections', hotShare = 0) =>
    nodeIn(
      analysisOf({
        nodes: {
          u: source,
          lb: { behaviour: 'distributor', serviceMs: 0, config: { algorithm, hotShare } },
          a: { serviceMs: 10, config: { replicas: 4 } },
        },
        edges: { 'u -> lb': {}, 'lb -> a': {} },
        flows: reads(200),
      }),
      'a',
    );

  test('random spread is a queue for each replica', () => {
    // Four M/M/1 at 0.5: 10 ÷ 0.5.
    expect(behind('random').meanMs).toBeCloseTo(20, 9);
    expect(behind('random').waitProbability).toBeCloseTo(0.5, 12);
  });

  test('round-robin arrivals vary less: ca² is 1 ÷ n', () => {
    // Wait 10 × (0.25 + 1) ÷ 2.
    expect(behind('round-robin').waitMs).toBeCloseTo(6.25, 9);
  });

  test('hashing makes one replica hot', () => {
    const hashed = behind('ip-hash', 0.2);
    // 0.2 + 0.8 ÷ 4 = 0.4 of 200 a second on one server of 100: 0.8; the others 0.4.
    expect(hashed.utilization).toBeCloseTo(0.8, 12);
    expect(hashed.capacityRps).toBeCloseTo(250, 9);
    // 0.4 of the requests wait 40 on average, 0.6 wait 10 × 0.4 ÷ 0.6.
    expect(hashed.waitMs).toBeCloseTo(0.4 * 40 + 0.6 * (4 / 0.6), 9);
  });

  test('a mix of reads and writes waits for the mix and is served by its own kind', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: { config: { readMs: 2, writeMs: 6, cv: 0 } } },
      edges: { 'u -> a': {} },
      flows: { r: { entry: 'u', rateRps: 100 }, w: { entry: 'u', rateRps: 50, kind: 'write' } },
    });
    // S = 10 ÷ 3, E[S²] = (4 × 2 + 36) ÷ 3 = 44 ÷ 3; M/G/1: λE[S²] ÷ 2(1 − ρ) = 0.15 × 44 ÷ 3 ÷ 2 ÷ 0.5 = 2.2.
    expect(nodeIn(analysis, 'a').waitMs).toBeCloseTo(2.2, 9);
    expect(flowIn(analysis, 'r').meanMs).toBeCloseTo(4.2, 9);
    expect(flowIn(analysis, 'w').meanMs).toBeCloseTo(8.2, 9);
  });

  test('nothing arrives, or nothing takes time', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        idle: { config: { readMs: 5, writeMs: 50, concurrency: 2 } },
        instant: { serviceMs: 0 },
      },
      edges: { 'u -> instant': {} },
      flows: reads(100),
    });
    expect(nodeIn(analysis, 'idle')).toMatchObject({
      offeredRps: 0,
      utilization: 0,
      waitProbability: 0,
      waitMs: 0,
      meanMs: 5,
      capacityRps: 400,
      withCallsMeanMs: 5,
    });
    expect(nodeIn(analysis, 'instant')).toMatchObject({
      capacityRps: null,
      meanMs: 0,
      p99Ms: 0,
      utilization: 0,
    });
    expect(flowIn(analysis, 'f')).toMatchObject({ maxRateRps: null, bottleneck: null, meanMs: 0, p99Ms: 0 });
  });
});

describe('stores', () => {
  const store = (config: NodeSketch['config'], rates: { r?: number; w?: number }, serviceMs = 10) =>
    analysisOf({
      nodes: { u: source, s: { behaviour: 'store', serviceMs, config: config ?? {} } },
      edges: { 'u -> s': {} },
      flows: {
        r: { entry: 'u', rateRps: rates.r ?? 0 },
        w: { entry: 'u', rateRps: rates.w ?? 0, kind: 'write' },
      },
    });

  test('writes work on every replica, reads on the leader or on any', () => {
    const config = { shards: 2, replicasPerShard: 3 };
    // A shard has 30 reads and 10 writes a second at 10 ms: leader 0.4; read from any 10 + 10: 0.2.
    expect(nodeIn(store(config, { r: 60, w: 20 }), 's').utilization).toBeCloseTo(0.4, 12);
    expect(nodeIn(store({ ...config, readFrom: 'any' }, { r: 60, w: 20 }), 's').utilization).toBeCloseTo(
      0.2,
      12,
    );
  });

  test('a quorum answers after the second of three, and loads all of them', () => {
    const analysis = store(
      { replicasPerShard: 3, replication: 'quorum', readQuorum: 2, writeQuorum: 3 },
      { r: 50 },
    );
    // Each replica is an M/M/1 at 0.5 with mean 20; the second of three exponentials: 20 (1/3 + 1/2), the third: 20 × 11/6.
    expect(nodeIn(analysis, 's').utilization).toBeCloseTo(0.5, 12);
    expect(flowIn(analysis, 'r').meanMs).toBeCloseTo((20 * 5) / 6, 6);
    expect(flowIn(analysis, 'w').meanMs).toBeCloseTo((20 * 11) / 6, 6);
    expect(flowIn(analysis, 'r').approximate).toEqual(['replicated']);
  });

  test('semi-sync waits for the leader and the fastest follower, whose answer travels', () => {
    const analysis = store(
      { replicasPerShard: 3, replication: 'semi-sync', replicaRttMs: 2, cv: 0 },
      { w: 1e-9 },
    );
    expect(flowIn(analysis, 'w').meanMs).toBeCloseTo(12, 6);
    expect(flowIn(analysis, 'r').meanMs).toBeCloseTo(10, 6);
  });

  test('with one replica every mode is that replica', () => {
    for (const replication of ['async', 'semi-sync', 'sync', 'quorum'] as const)
      expect(flowIn(store({ replication }, { w: 50 }), 'w').meanMs).toBeCloseTo(20, 9);
  });

  test('a scattered read works on every shard and waits for the slowest', () => {
    const analysis = store({ shards: 4, scatter: true, hotShare: 0.5 }, { r: 50, w: 0 });
    // All four shards have the 50 reads: M/M/1 with mean 20, the slowest of four 20 × 25/12.
    expect(nodeIn(analysis, 's')).toMatchObject({ offeredRps: 50, utilization: 0.5, capacityRps: 100 });
    expect(flowIn(analysis, 'r').meanMs).toBeCloseTo((20 * 25) / 12, 6);
  });

  test('a hot shard saturates first and serves what it can, the others all of theirs', () => {
    const analysis = store({ shards: 2, hotShare: 0.5 }, { r: 200 });
    // The hot shard gets 0.75 × 200 = 150 of its 100; the other 50.
    expect(nodeIn(analysis, 's')).toMatchObject({ utilization: 1.5, saturated: true, carriedRps: 150 });
  });
});

describe('work, delay and slow part', () => {
  const at = (config: NonNullable<NodeSketch['config']>, rateRps: number) =>
    nodeIn(
      analysisOf({
        nodes: { u: source, a: { config: { readMs: 10, writeMs: 10, ...config } } },
        edges: { 'u -> a': {} },
        flows: { f: { entry: 'u', rateRps } },
      }),
      'a',
    );

  test('add up, and only work occupies a server', () => {
    // ρ = 0.5 on one server of 10 ms: 10 ms wait; 10 work, 30 delay, 0.1 × 200 slow.
    const figures = at({ delayMs: 30, slowShare: 0.1, slowMs: 200 }, 50);
    expect(figures.utilization).toBeCloseTo(0.5, 12);
    expect(figures.waitMs).toBeCloseTo(10, 9);
    expect(figures.meanMs).toBeCloseTo(10 + 10 + 30 + 20, 9);
    expect(figures.limitedBy).toBe('work');
  });

  test('where nothing arrives are what a visit takes, and a delay is there without work', () => {
    expect(at({ delayMs: 30 }, 0).meanMs).toBeCloseTo(40, 9);
    expect(at({ readMs: 0, delayMs: 30, delayCv: 0 }, 50).p99Ms).toBeCloseTo(30, 9);
  });

  test('have the percentiles of their sum', () => {
    // Two exponentials of 10 and 20 ms: P(sum > t) = 2 e^(−t ÷ 20) − e^(−t ÷ 10) = 0.01 at t = 20 ln(1 ÷ x), 2x − x² = 0.01.
    const x = 1 - Math.sqrt(0.99);
    expect(at({ delayMs: 20 }, 0).p99Ms).toBeCloseTo(-20 * Math.log(x), 6);
    // Equal ones: (1 + t ÷ 10) e^(−t ÷ 10) = 0.01 at 66.3835 ms.
    const t = at({ delayMs: 10 }, 0).p99Ms ?? 0;
    expect((1 + t / 10) * Math.exp(-t / 10)).toBeCloseTo(0.01, 8);
    // Gammas of shape 4 and 2.5 ms a stage, 4 of each: one of shape 8.
    const eight = at({ cv: 0.5, delayMs: 10, delayCv: 0.5 }, 0).p99Ms ?? 0;
    const u = eight / 2.5;
    const tail = [0, 1, 2, 3, 4, 5, 6, 7].reduce(
      ({ sum, term }, k) => ({ sum: sum + term, term: (term * u) / (k + 1) }),
      { sum: 0, term: Math.exp(-u) },
    ).sum;
    expect(tail).toBeCloseTo(0.01, 4);
  });

  test('are part of what a quorum waits for', () => {
    const store = (config: NonNullable<NodeSketch['config']>) =>
      nodeIn(
        analysisOf({
          nodes: {
            u: source,
            s: {
              behaviour: 'store',
              config: {
                readMs: 0,
                writeMs: 0,
                replication: 'quorum',
                replicasPerShard: 2,
                readQuorum: 1,
                writeQuorum: 1,
                ...config,
              },
            },
          },
          edges: { 'u -> s': {} },
          flows: { f: { entry: 'u', rateRps: 0 } },
        }),
        's',
      ).meanMs;
    // The faster of two exponentials of 6 ms.
    expect(store({ delayMs: 6 })).toBeCloseTo(3, 6);
    // The faster of two gammas of shape 2, of work and delay that are exponential alike: ∫ (1 + t ÷ 6)² e^(−t ÷ 3) dt = 7.5.
    expect(store({ readMs: 6, delayMs: 6 })).toBeCloseTo(7.5, 5);
    // The same where each is such a gamma of half the stages: shapes 1 ÷ 0.8² twice have no closed form but the same mean alone.
    const one = store({ replicasPerShard: 1, readMs: 6, cv: 0.8, delayMs: 6, delayCv: 0.8 });
    expect(one).toBeCloseTo(12, 9);
    // 1.5625 + 1.5625 stages of 3.84 ms: one gamma, whose minimum of two is the same as that of work alone with its moments.
    const both = store({ readMs: 6, cv: 0.8, delayMs: 6, delayCv: 0.8 }) ?? 0;
    const alone = store({ readMs: 12, cv: 0.8 / Math.SQRT2 }) ?? 0;
    expect(both / alone).toBeCloseTo(1, 5);
  });
});

describe('limits beside servers', () => {
  test('servers on standby take no part', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 10, config: { replicas: 3, standby: 1 } } },
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 150 } },
    });
    expect(nodeIn(analysis, 'a').utilization).toBeCloseTo(0.75, 12);
    expect(nodeIn(analysis, 'a').servers).toBe(3);
  });

  test('a rate limit refuses what is over it, of all flows alike, and saturates nothing', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 1, config: { rateLimitRps: 80, quotaRps: 200 } } },
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 75 }, g: { entry: 'u', rateRps: 25 } },
    });
    const figures = nodeIn(analysis, 'a');
    expect(figures.refused).toBeCloseTo(0.2, 12);
    expect(figures.utilization).toBeCloseTo(0.08, 12);
    expect(figures.capacityRps).toBe(80);
    expect(figures.limitedBy).toBe('limit');
    expect(figures.saturated).toBe(false);
    expect(flowIn(analysis, 'f').servedShare).toBeCloseTo(0.8, 12);
    expect(flowIn(analysis, 'f').maxRateRps).toBeCloseTo(60, 9);
  });

  test('what is refused is tried again: 100 + √2000 are offered until 80 of them are accepted', () => {
    // x = 100 (1 + 1 − 80 ÷ x): x² − 200 x + 8000 = 0.
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 1, config: { rateLimitRps: 80 } } },
      edges: { 'u -> a': { retries: 1 } },
      flows: { f: { entry: 'u', rateRps: 100 } },
    });
    expect(nodeIn(analysis, 'a').offeredRps).toBeCloseTo(100 + Math.sqrt(2000), 6);
  });

  test('behind a buffer a rate limit sets the pace: M/D/1', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        q: { behaviour: 'buffer', serviceMs: 0 },
        w: { serviceMs: 0, config: { rateLimitRps: 100 } },
      },
      edges: { 'u -> q': {}, 'q -> w': {} },
      flows: { f: { entry: 'u', rateRps: 80 } },
    });
    // 0.8 × 10 ms ÷ (2 × 0.2)
    const figures = nodeIn(analysis, 'w');
    expect(figures.waitMs).toBeCloseTo(20, 9);
    expect(figures.utilization).toBeCloseTo(0.8, 12);
    expect(figures.refused).toBe(0);
    // 0.8 e^(−t ÷ 25) = 0.01
    expect(figures.p99Ms).toBeCloseTo(25 * Math.log(80), 1);
  });

  test('DNS holds no connections: those of its clients are with what its answers lead to', () => {
    const limited = { connectionsPerReplica: 100_000 };
    const analysis = analysisOf({
      nodes: {
        u: source,
        dns: { behaviour: 'distributor', kindId: 'dns', serviceMs: 1, config: limited },
        east: { behaviour: 'distributor', serviceMs: 0, config: limited },
        west: { behaviour: 'distributor', serviceMs: 0, config: limited },
      },
      edges: { 'u -> dns': {}, 'dns -> east': { weight: 1 }, 'dns -> west': { weight: 3 } },
      flows: { f: { entry: 'u', rateRps: 1, connections: 40_000 } },
    });
    const usedOf = (id: string) => nodeIn(analysis, id).connectionsUtilization;
    expect([usedOf('dns'), usedOf('east'), usedOf('west')]).toEqual([0, 0.1, 0.3]);
  });

  test('connections are held as far as the first station behind load balancers, split by weight', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        lb: { behaviour: 'distributor', serviceMs: 0, config: { connectionsPerReplica: 100_000 } },
        a: { serviceMs: 1, config: { replicas: 2, connectionsPerReplica: 10_000 } },
        b: { serviceMs: 1, config: { connectionsPerReplica: 40_000 } },
        c: { serviceMs: 1, config: { connectionsPerReplica: 1 } },
      },
      edges: { 'u -> lb': { calls: 5 }, 'lb -> a': { weight: 1 }, 'lb -> b': { weight: 3 }, 'a -> c': {} },
      flows: { f: { entry: 'u', rateRps: 1, connections: 48_000 } },
    });
    const used = ['lb', 'a', 'b', 'c'].map((id) => nodeIn(analysis, id).connectionsUtilization ?? -1);
    // A quarter: 12 000 of 20 000; three quarters: 36 000 of 40 000.
    [0.48, 0.6, 0.9, 0].forEach((use, i) => {
      expect(used[i]).toBeCloseTo(use, 12);
    });
    expect(nodeIn(analysis, 'b').utilization).toBeCloseTo(0.9, 12);
    expect(nodeIn(analysis, 'b').limitedBy).toBe('connections');
  });
});
