import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { loadDesign } from '../../../shared/analysis/load-design';
import { analysisOf, flowIn, layerIn, nodeIn } from '../../support/figures';
import { designOf, type EdgeSketch, type NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };
const reads = (rateRps: number) => ({ f: { entry: 'u', rateRps } });

describe('visits', () => {
  test('a miss of an aside cache is one outcome for all edges that wait for it', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: {}, c: { behaviour: 'aside-cache', config: { hitRate: 0.75 } }, d: {}, e: {} },
      edges: {
        'u -> a': {},
        'a -> c': {},
        'a -> d': { onMissOf: 'c' },
        'a -> e': { onMissOf: 'c', calls: 3 },
      },
      flows: reads(100),
    });
    // 0.25 of the visits miss: one call of d, three of e.
    expect(nodeIn(analysis, 'd').visits['f']).toBeCloseTo(0.25, 12);
    expect(nodeIn(analysis, 'e').visits['f']).toBeCloseTo(0.75, 12);
  });

  test('writes never hit, neither an aside nor an inline cache', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        cdn: { behaviour: 'inline-cache', config: { hitRate: 0.9 } },
        a: {},
        c: { behaviour: 'aside-cache', config: { hitRate: 0.75 } },
        d: {},
      },
      edges: { 'u -> cdn': {}, 'cdn -> a': {}, 'a -> c': {}, 'a -> d': { onMissOf: 'c' } },
      flows: { r: { entry: 'u', rateRps: 10 }, w: { entry: 'u', rateRps: 10, kind: 'write' } },
    });
    // Reads: 0.1 pass the CDN, a quarter of these miss.
    expect(nodeIn(analysis, 'd').visits).toEqual({ r: expect.closeTo(0.025, 12), w: 1 });
  });

  test('a distributor picks one of its choice edges by weight and calls its other edges always', () => {
    const analysis = analysisOf({
      nodes: { u: source, lb: { behaviour: 'distributor' }, a: {}, b: {}, auth: {} },
      edges: {
        'u -> lb': {},
        'lb -> auth': { choice: false },
        'lb -> a': { weight: 3 },
        'lb -> b': { weight: 1 },
      },
      flows: reads(100),
    });
    expect(nodeIn(analysis, 'a').visits['f']).toBe(0.75);
    expect(nodeIn(analysis, 'b').visits['f']).toBe(0.25);
    expect(nodeIn(analysis, 'auth').visits['f']).toBe(1);
  });

  test('choice edges of a node that does not distribute are a set for each kind of callee', () => {
    const shard: NodeSketch = { behaviour: 'store', kindId: 'shard' };
    const replica: NodeSketch = { behaviour: 'store', kindId: 'read-replica' };
    const analysis = analysisOf({
      nodes: { u: source, a: {}, s1: shard, s2: shard, r1: replica },
      edges: {
        'u -> a': {},
        'a -> s1': { choice: true },
        'a -> s2': { choice: true },
        'a -> r1': { choice: true },
      },
      flows: reads(1),
    });
    expect(['s1', 's2', 'r1'].map((id) => nodeIn(analysis, id).visits['f'])).toEqual([0.5, 0.5, 1]);
  });

  test('what leaves a buffer is asynchronous whatever it says, and costs its caller nothing', () => {
    const analysis = analysisOf({
      nodes: { u: source, q: { behaviour: 'buffer', serviceMs: 2 }, w: { serviceMs: 9 } },
      edges: { 'u -> q': { rttMs: 1 }, 'q -> w': { mode: 'sync', rttMs: 50 } },
      flows: reads(100),
    });
    // M/M/1 at 0.2: 2 ÷ 0.8 = 2.5, and one round trip; the worker is loaded all the same.
    expect(flowIn(analysis, 'f').meanMs).toBeCloseTo(3.5, 9);
    expect(nodeIn(analysis, 'w').utilization).toBeCloseTo(0.9, 12);
  });

  test('a loop brings its visits back', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: {}, b: {} },
      edges: { 'u -> a': {}, 'a -> b': { calls: 0.5 }, 'b -> a': { calls: 0.4 } },
      flows: reads(1),
    });
    // V(a) = 1 + 0.4 V(b), V(b) = 0.5 V(a): V(a) = 1.25.
    expect(nodeIn(analysis, 'a').visits['f']).toBeCloseTo(1.25, 12);
    expect(flowIn(analysis, 'f').approximate).toEqual(['repeated-visits', 'loop']);
  });
});

describe('designs without figures', () => {
  const errorsOf = (nodes: Record<string, NodeSketch>, edges: Record<string, EdgeSketch>) => {
    const result = analyze(designOf({ nodes, edges, flows: reads(1) }));
    return result.ok ? [] : result.errors;
  };

  test('a loop that brings back all it takes is named', () => {
    const errors = errorsOf(
      { u: source, a: {}, b: {} },
      { 'u -> a': {}, 'a -> b': {}, 'b -> a': { mode: 'async' } },
    );
    expect(errors).toEqual([
      {
        key: 'gain',
        values: { flow: 'f', loop: 'a → b → a', gain: expect.closeTo(1, 6) },
        targets: ['a', 'b', 'e1', 'e2'],
      },
    ]);
  });

  test('a loop that no request reaches does not matter', () => {
    expect(errorsOf({ u: source, a: {}, x: {} }, { 'u -> a': {}, 'x -> x': {} })).toEqual([]);
  });

  test('weights that sum to nothing are an error', () => {
    const errors = errorsOf(
      { u: source, lb: { behaviour: 'distributor' }, a: {} },
      { 'u -> lb': {}, 'lb -> a': { weight: 0 } },
    );
    expect(errors).toEqual([{ key: 'weights', values: { node: 'lb', flow: 'f' }, targets: ['lb', 'e1'] }]);
  });

  test('a miss must come after its cache was asked, and be a miss of the same flow', () => {
    const cache: NodeSketch = { behaviour: 'aside-cache' };
    const nodes = { u: source, a: {}, c: cache, d: {} };
    const late = errorsOf(nodes, {
      'u -> a': {},
      'a -> d': { onMissOf: 'c', step: 2 },
      'a -> c': { step: 2 },
    });
    expect(late.map(({ key }) => key)).toEqual(['miss-order']);
    const unasked = errorsOf(nodes, { 'u -> a': {}, 'a -> c': { flows: [] }, 'a -> d': { onMissOf: 'c' } });
    expect(unasked.map(({ key }) => key)).toEqual(['miss-flow']);
  });
});

describe('offered and carried load', () => {
  test('a saturated station passes on what it can serve, of every flow the same share', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 10 }, b: { serviceMs: 1 } },
      edges: { 'u -> a': {}, 'a -> b': { calls: 2 } },
      flows: { f: { entry: 'u', rateRps: 150 }, g: { entry: 'u', rateRps: 50 } },
    });
    // a serves 100 of 200 a second; b gets two calls of each.
    expect(nodeIn(analysis, 'a')).toMatchObject({
      saturated: true,
      utilization: 2,
      carriedRps: 100,
      meanMs: null,
    });
    expect(nodeIn(analysis, 'b')).toMatchObject({ offeredRps: 200, utilization: 0.2 });
    expect(flowIn(analysis, 'f')).toMatchObject({
      saturated: true,
      servedShare: 0.5,
      goodputRps: 75,
      meanMs: null,
      p99Ms: null,
    });
  });

  test('a saturated station behind a queue leaves the latency of who does not wait for it', () => {
    const analysis = analysisOf({
      nodes: { u: source, q: { behaviour: 'buffer' }, w: { serviceMs: 100 } },
      edges: { 'u -> q': {}, 'q -> w': {} },
      flows: reads(20),
    });
    expect(flowIn(analysis, 'f')).toMatchObject({
      saturated: true,
      servedShare: 1,
      bottleneck: 'w',
      maxRateRps: 10,
    });
    expect(flowIn(analysis, 'f').p99Ms).not.toBeNull();
  });

  test('an optional call that fails does not fail the request', () => {
    const edges = (optional: boolean) => ({ 'u -> a': {}, 'a -> b': { optional } });
    const served = (optional: boolean) =>
      flowIn(
        analysisOf({
          nodes: { u: source, a: {}, b: { serviceMs: 20 } },
          edges: edges(optional),
          flows: reads(100),
        }),
        'f',
      );
    expect(served(false).servedShare).toBeCloseTo(0.5, 12);
    expect(served(true)).toMatchObject({ servedShare: 1, meanMs: null });
  });

  test('the limit of a flow takes into account what an earlier saturation holds back', () => {
    const analysis = analysisOf({
      nodes: { u: source, v: source, a: { serviceMs: 10 }, b: { serviceMs: 5 } },
      edges: { 'u -> a': { flows: ['f'] }, 'a -> b': { flows: ['f'] }, 'v -> b': { flows: ['g'] } },
      flows: { f: { entry: 'u', rateRps: 50 }, g: { entry: 'v', rateRps: 10 } },
    });
    // a holds f at 100 a second from factor 2 on; b serves 200, so g may take 100: factor 10.
    expect(flowIn(analysis, 'f')).toMatchObject({ maxRateRps: 100, bottleneck: 'a' });
    expect(flowIn(analysis, 'g').maxRateRps).toBeCloseTo(100, 7);
    expect(flowIn(analysis, 'g').bottleneck).toBe('b');
  });

  test('a limit refuses, and retries answer refusals until both agree', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 10, config: { queueLimit: 1 } } },
      edges: { 'u -> a': { retries: 1 } },
      flows: reads(50),
    });
    // One place: loss = x ÷ (1 + x) at x erlang offered, and x = 0.5 × (1 + loss) with one retry.
    const { offeredRps, refused, carriedRps } = nodeIn(analysis, 'a');
    const erlang = (offeredRps ?? 0) / 100;
    expect(refused).toBeCloseTo(erlang / (1 + erlang), 10);
    expect(erlang).toBeCloseTo(0.5 * (1 + refused), 10);
    expect(carriedRps).toBeCloseTo((offeredRps ?? 0) * (1 - refused), 9);
    expect(flowIn(analysis, 'f').servedShare).toBeCloseTo(1 - refused ** 2, 10);
  });

  test('bandwidth bounds the capacity, and saturates', () => {
    const sketch = (rateRps: number) =>
      analysisOf({
        nodes: { u: source, a: { serviceMs: 0.1, config: { replicas: 2, bandwidthMbps: 8 } } },
        edges: { 'u -> a': {} },
        flows: { f: { entry: 'u', rateRps, requestBytes: 500, responseBytes: 1500 } },
      });
    // 2 servers × 8 Mbit = 2 000 000 bytes a second, 2 000 bytes each: 1 000 a second.
    expect(nodeIn(sketch(500), 'a')).toMatchObject({ capacityRps: 1000, utilization: 0.5, saturated: false });
    expect(nodeIn(sketch(2000), 'a')).toMatchObject({
      utilization: 2,
      saturated: true,
      meanMs: null,
      carriedRps: 1000,
    });
  });
});

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

describe('times', () => {
  test('parallel calls wait for the slowest, and the saving is told', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 10 }, b: { serviceMs: 10 } },
      edges: { 'u -> a': { step: 1 }, 'u -> b': { step: 1 } },
      flows: reads(1e-6),
    });
    // Max of two exponentials of 10: 15.
    expect(flowIn(analysis, 'f').meanMs).toBeCloseTo(15, 2);
    expect(flowIn(analysis, 'f').overlapMs).toBeCloseTo(5, 2);
    expect(flowIn(analysis, 'f').approximate).toEqual(['parallel']);
  });

  test('choice edges of one set never run in parallel, though they name one step', () => {
    const analysis = analysisOf({
      nodes: {
        u: source,
        lb: { behaviour: 'distributor', serviceMs: 0 },
        a: { serviceMs: 10 },
        b: { serviceMs: 20 },
      },
      edges: { 'u -> lb': {}, 'lb -> a': { step: 1 }, 'lb -> b': { step: 1 } },
      flows: reads(1e-6),
    });
    expect(flowIn(analysis, 'f')).toMatchObject({ overlapMs: 0, approximate: [] });
    expect(flowIn(analysis, 'f').meanMs).toBeCloseTo(15, 6);
  });

  test('a node behind two picks is met once, behind two calls twice', () => {
    const nodes = { u: source, lb: { behaviour: 'distributor' as const }, a: {}, b: {}, d: {} };
    const edges = {
      'u -> lb': {},
      'lb -> a': {},
      'lb -> b': {},
      'a -> d': { calls: 0.5 },
      'b -> d': { calls: 0.5 },
    };
    const picked = analysisOf({ nodes, edges, flows: reads(1) });
    expect(flowIn(picked, 'f').approximate).toEqual([]);
    const called = analysisOf({ nodes: { ...nodes, lb: {} }, edges, flows: reads(1) });
    expect(flowIn(called, 'f').approximate).toEqual(['repeated-visits']);
  });

  test('a target is compared with its own figure', () => {
    const targets = { p99Ms: 50, headroom: 1.5, availability: 0.999 };
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 10, targets: { maxUtilization: 0.4 } } },
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 50, targets } },
      targets: { layers: { service: { meanMs: 25 } } },
    });
    // M/M/1 at 0.5: p99 = 20 ln 100.
    expect(flowIn(analysis, 'f').targets).toEqual([
      { metric: 'p99Ms', target: 50, actual: expect.closeTo(92.1034, 2), met: false },
      { metric: 'headroom', target: 1.5, actual: expect.closeTo(2, 9), met: true },
      // Its one server never fails; the default zone that it stands in is up 0.999 of the time.
      { metric: 'availability', target: 0.999, actual: expect.closeTo(0.999, 12), met: true },
    ]);
    expect(nodeIn(analysis, 'a').targets).toEqual([
      { metric: 'maxUtilization', target: 0.4, actual: 0.5, met: false },
    ]);
    expect(layerIn(analysis, 'service').targets).toEqual([
      { metric: 'meanMs', target: 25, actual: expect.closeTo(20, 9), met: true },
    ]);
  });

  test('without percentiles the means stay and the rest is null', () => {
    const sketch = { nodes: { u: source, a: { serviceMs: 10 } }, edges: { 'u -> a': {} }, flows: reads(50) };
    const [whole, means] = [analysisOf(sketch), analysisOf(sketch, { percentiles: false })];
    expect(flowIn(means, 'f').meanMs).toBe(flowIn(whole, 'f').meanMs);
    expect(flowIn(means, 'f')).toMatchObject({ p50Ms: null, p99Ms: null, apdex: null });
    expect(nodeIn(means, 'a')).toMatchObject({ p50Ms: null, p999Ms: null, withCallsP99Ms: null, meanMs: 20 });
    expect(layerIn(means, 'service').flows['f']).toEqual({ meanMs: 20, p99Ms: null });
  });
});

test('retries add load until it settles, once: full or empty, one station comes to the same', () => {
  // 95 a second for a server of 100 with room for 20: accepted = 95 (1 − f^9) grows with the load on one side, falls on the other.
  const result = loadDesign(
    designOf({
      nodes: { u: source, a: { serviceMs: 10, config: { queueLimit: 20 } } },
      edges: { 'u -> a': { retries: 8 } },
      flows: reads(95),
    }),
  );
  if (!result.ok) throw new Error('no loads');
  const { settled, passed, nodes } = result.loaded.loads;
  const refused = passed[1]?.refused ?? 0;
  expect(settled).toBe(true);
  expect((nodes[1]?.readsRps ?? 0) * (1 - refused)).toBeCloseTo(95 * (1 - refused ** 9), 8);
});
