import { describe, expect, test } from 'vitest';
import { entryOf } from '../../../support/reference/calls';
import { servedShareOf } from '../../../support/reference/flow-figures';
import { meanOfLaw, ownMean, ownVariance, responseLaw } from '../../../support/reference/law';
import { unboundedQueue } from '../../../support/reference/queue';
import type { TrafficOptions } from '../../../support/reference/settled-loads';
import { trafficOf } from '../../../support/reference/traffic';
import { type DesignSketch, designOf } from '../../../support/resolved';

/** The traffic of a sketch whose nodes have this work, and the mean of its first flow. */
function of(sketch: DesignSketch, options?: TrafficOptions) {
  const design = designOf(sketch);
  const traffic = trafficOf(design, 1, options);
  const [flow] = design.flows;
  if (flow === undefined) throw new Error('no flow');
  return { design, traffic, flow, meanMs: traffic.time(flow.id, entryOf(flow))?.mean ?? null };
}

const source = { behaviour: 'source' } as const;

describe('the operation of a call', () => {
  test('decides what a store does, and passes on to further calls', () => {
    // A read that logs: 1 ms to read, 5 ms to write; its wait is that of the mix at 1e-9 a second: none.
    const { traffic, meanMs } = of({
      nodes: {
        u: source,
        a: { serviceMs: 0 },
        s: { behaviour: 'store', config: { readMs: 1, writeMs: 5 } },
        log: { serviceMs: 0 },
        disk: { behaviour: 'store', config: { readMs: 2, writeMs: 7 } },
      },
      edges: {
        'u -> a': {},
        'a -> s': {},
        'a -> s #second': { operation: 'write' },
        'a -> log': { operation: 'write' },
        'log -> disk': {},
      },
      flows: { f: { entry: 'u', rateRps: 1e-9 } },
    });
    expect(meanMs).toBeCloseTo(1 + 5 + 7, 6);
    expect(traffic.visitRps({ id: 's', operation: 'read' }, 'f')).toBeCloseTo(1e-9, 20);
    expect(traffic.visitRps({ id: 's', operation: 'write' }, 'f')).toBeCloseTo(1e-9, 20);
    expect(traffic.visitRps({ id: 'disk', operation: 'write' }, 'f')).toBeCloseTo(1e-9, 20);
    expect(traffic.visitRps({ id: 'disk', operation: 'read' }, 'f')).toBe(0);
  });

  test('the look-up decides on a miss, whatever the operation of what follows it', () => {
    // A write flow that looks up by reading (hit 0.8): store and fill follow in 0.2 of the visits, the fill a write.
    const design = designOf({
      nodes: {
        u: source,
        a: {},
        c: { behaviour: 'aside-cache', config: { hitRate: 0.8 } },
        s: { behaviour: 'store' },
      },
      edges: {
        'u -> a': {},
        'a -> c': { operation: 'read' },
        'a -> s': { onMissOf: 'c', operation: 'read' },
        'a -> c #fill': { onMissOf: 'c', operation: 'write' },
      },
      flows: { f: { entry: 'u', kind: 'write', rateRps: 100 } },
    });
    const traffic = trafficOf(design);
    expect(traffic.visitRps({ id: 's', operation: 'read' }, 'f')).toBeCloseTo(20, 9);
    expect(traffic.visitRps({ id: 'c', operation: 'read' }, 'f')).toBeCloseTo(100, 9);
    expect(traffic.visitRps({ id: 'c', operation: 'write' }, 'f')).toBeCloseTo(20, 9);
  });
});

describe('work, delay and slow part', () => {
  test('add up, and hold no lane', () => {
    // ρ = 0.5 on one server of 10 ms: 10 ms wait; 10 work, 30 delay, 0.1 · 200 slow.
    const { traffic, meanMs } = of({
      nodes: {
        u: source,
        a: { serviceMs: 10, config: { delayMs: 30, slowShare: 0.1, slowMs: 200 } },
      },
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 50 } },
    });
    expect(traffic.station('a')?.utilization).toBeCloseTo(0.5, 12);
    expect(meanMs).toBeCloseTo(10 + 10 + 30 + 20, 9);
  });

  test('have the distribution of their sum: its mean, and at one point a hand computation', () => {
    const own = { workMs: 2, cv: 1, delayMs: 5, delayCv: 0.5, slowShare: 0.25, slowMs: 8 };
    const none = unboundedQueue(1, { readRps: 0, writeRps: 0 }, { readMs: 2, writeMs: 2, cv: 1 }, 1);
    expect(meanOfLaw(responseLaw(none, own))).toBeCloseTo(ownMean(own), 6);
    // 2² + (5 · 0.5)² + 0.25 · 2 · 8² − (0.25 · 8)²
    expect(ownVariance(own)).toBeCloseTo(4 + 6.25 + 32 - 4, 12);
    // Two exponentials of 1 and 2 ms: P(sum ≤ 2) = 1 − (2 e^(−2 ÷ 2) − e^(−2 ÷ 1)) ÷ (2 − 1)
    const two = { workMs: 1, cv: 1, delayMs: 2, delayCv: 1, slowShare: 0, slowMs: 0 };
    const [at] = responseLaw(none, two).cdf([2]);
    expect(at).toBeCloseTo(1 - 2 * Math.exp(-1) + Math.exp(-2), 9);
  });

  test('are part of what a quorum waits for', () => {
    // The faster of two answers, each an exponential delay of 6 ms: 3 ms.
    const { meanMs } = of({
      nodes: {
        u: source,
        s: {
          behaviour: 'store',
          serviceMs: 0,
          config: {
            replication: 'quorum',
            replicasPerShard: 2,
            readQuorum: 1,
            writeQuorum: 1,
            delayMs: 6,
          },
        },
      },
      edges: { 'u -> s': {} },
      flows: { f: { entry: 'u', rateRps: 1 } },
    });
    expect(meanMs).toBeCloseTo(3, 6);
  });
});

describe('places in a design', () => {
  const worker = (rateRps: number, timeoutMs: number | null = null): DesignSketch => ({
    nodes: {
      u: source,
      w: { serviceMs: 10, config: { concurrency: 8, maxInFlight: 8 } },
      api: { serviceMs: 0, config: { delayMs: 1000 } },
    },
    edges: { 'u -> w': {}, 'w -> api': { timeoutMs } },
    flows: { f: { entry: 'u', rateRps } },
  });

  test('a worker of 8 slots that calls a service of 1 s carries 7.9 a second, and passes on no more', () => {
    const { traffic } = of(worker(20));
    const station = traffic.station('w');
    expect(station?.capacityRps).toBeCloseTo(8 / 1.01, 6);
    expect(station?.limitedBy).toBe('places');
    expect(station?.saturated).toBe(true);
    expect(traffic.offeredRps('api')).toBeCloseTo(8 / 1.01, 6);
    expect(traffic.offeredRps('w')).toBeCloseTo(20, 9);
  });

  test('below that the wait is M/M/8 by all that a place is held for', () => {
    // λ = 4, 4.04 erlangs on 8 places, H = 1010 ms: work and delay are exponential, so cv² = (10² + 1000²) ÷ 1010².
    const { traffic, meanMs } = of(worker(4));
    const a = 4.04;
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    const terms = Array.from({ length: 8 }, (_, n) => a ** n / factorial(n));
    const last = (a ** 8 / 40_320) * (8 / (8 - a));
    const wait = last / (terms.reduce((sum, term) => sum + term, 0) + last);
    const cvSquared = (10 ** 2 + 1000 ** 2) / 1010 ** 2;
    const waitMs = (1000 * wait * (1 + cvSquared)) / (2 * (8 / 1.01 - 4));
    expect(traffic.station('w')?.placesUtilization).toBeCloseTo(4.04 / 8, 9);
    expect(traffic.station('w')?.waitProbability).toBeCloseTo(wait, 9);
    expect(meanMs).toBeCloseTo(waitMs + 1010, 6);
    expect(traffic.rest('w')?.mean).toBeCloseTo(1010, 9);
  });

  test('a timeout releases the place', () => {
    // E[min(X, 500)] of an exponential of 1000 ms: 1000 (1 − e^(−½)) = 393.5 ms; drawn, so within 2 %.
    const { traffic } = of(worker(4, 500));
    const held = 10 + 1000 * (1 - Math.exp(-0.5));
    expect(Math.abs((traffic.rest('w')?.mean ?? 0) / held - 1)).toBeLessThan(0.02);
  });

  test('a callee that is saturated holds its caller up, and is named', () => {
    const design: DesignSketch = {
      nodes: {
        u: source,
        w: { serviceMs: 1, config: { concurrency: 8, maxInFlight: 100 } },
        between: { serviceMs: 1, config: { concurrency: 8 } },
        db: { serviceMs: 10 },
      },
      edges: { 'u -> w': {}, 'w -> between': {}, 'between -> db': {} },
      flows: { f: { entry: 'u', rateRps: 120 } },
    };
    const { traffic, meanMs } = of(design);
    // The lanes of db carry 100 of 120 whatever the places let through, until they are the limit: X(100) < 100.
    expect(traffic.heldUpBy('w')).toBe('db');
    expect(traffic.offeredRps('db')).toBeLessThan(100);
    expect(traffic.offeredRps('db')).toBeGreaterThan(90);
    expect(meanMs).toBeNull();
  });

  test('feedback: one in three returns; ρ 0.75 and a flow of 500 ms', () => {
    // λ = 6, 1.5 visits, 12 a second: ρ = 9 ÷ 12, each visit 1 ÷ (12 − 9) s.
    const { traffic, meanMs } = of({
      nodes: { u: source, a: { serviceMs: 1000 / 12 } },
      edges: { 'u -> a': {}, 'a -> a': { calls: 1 / 3 } },
      flows: { f: { entry: 'u', rateRps: 6 } },
    });
    expect(traffic.station('a')?.utilization).toBeCloseTo(0.75, 9);
    expect(meanMs).toBeCloseTo(500, 6);
  });
});

describe('limits beside queues', () => {
  test('a rate limit refuses what is over it, of all flows alike, and saturates nothing', () => {
    const { design, traffic, flow } = of({
      nodes: { u: source, a: { serviceMs: 1, config: { rateLimitRps: 80, quotaRps: 200 } } },
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 75 }, g: { entry: 'u', rateRps: 25 } },
    });
    expect(traffic.refused('a')).toBeCloseTo(0.2, 9);
    expect(servedShareOf(design, flow, traffic)).toBeCloseTo(0.8, 9);
    expect(traffic.station('a')?.utilization).toBeCloseTo(0.08, 9);
    expect(traffic.station('a')?.capacityRps).toBeCloseTo(80, 9);
    expect(traffic.station('a')?.limitedBy).toBe('limit');
    expect(traffic.station('a')?.saturated).toBe(false);
  });

  test('retries are refused too: what is offered grows until 80 of it are accepted', () => {
    // One retry: offered = 100 (1 + f), f = 1 − 80 ÷ offered: x² − 200 x + 8000 = 0, x = 200 − … = 144.72 or 55.28
    const { traffic } = of({
      nodes: { u: source, a: { serviceMs: 1, config: { rateLimitRps: 80 } } },
      edges: { 'u -> a': { retries: 1 } },
      flows: { f: { entry: 'u', rateRps: 100 } },
    });
    const offered = traffic.offeredRps('a');
    expect(offered).toBeCloseTo(100 * (1 + (1 - 80 / offered)), 6);
    expect(offered).toBeCloseTo(100 + Math.sqrt(100 ** 2 - 8000), 5);
  });

  test('behind a buffer it paces: a wait with probability ρ, of mean 1 ÷ (2 · limit · (1 − ρ))', () => {
    const { traffic } = of({
      nodes: {
        u: source,
        q: { behaviour: 'buffer', serviceMs: 0 },
        w: { serviceMs: 0, config: { rateLimitRps: 100 } },
      },
      edges: { 'u -> q': {}, 'q -> w': {} },
      flows: { f: { entry: 'u', rateRps: 80 } },
    });
    // M/D/1 with a constant 10 ms: 0.8 · 10 ÷ (2 · 0.2) = 20 ms
    expect(traffic.station('w')?.waitMs).toBeCloseTo(20, 9);
    expect(traffic.station('w')?.utilization).toBeCloseTo(0.8, 9);
    expect(traffic.refused('w')).toBe(0);
  });

  test('connections are held as far as the first station behind distributors, split by their picks', () => {
    const design = designOf({
      nodes: {
        u: source,
        lb: { behaviour: 'distributor', serviceMs: 0, config: { connectionsPerReplica: 100_000 } },
        a: { serviceMs: 1, config: { replicas: 2, connectionsPerReplica: 10_000 } },
        b: { serviceMs: 1, config: { connectionsPerReplica: 40_000 } },
        c: { serviceMs: 1, config: { connectionsPerReplica: 1 } },
      },
      edges: { 'u -> lb': { calls: 5 }, 'lb -> a': { weight: 1 }, 'lb -> b': { weight: 3 }, 'a -> c': {} },
      flows: { f: { entry: 'u', rateRps: 1 } },
    });
    const traffic = trafficOf({
      ...design,
      flows: design.flows.map((flow) => ({ ...flow, connections: 48_000 })),
    });
    expect(traffic.station('lb')?.utilization).toBeCloseTo(0.48, 9);
    // A quarter: 12 000 of 20 000; three quarters: 36 000 of 40 000.
    expect(traffic.station('a')?.utilization).toBeCloseTo(0.6, 9);
    expect(traffic.station('b')?.utilization).toBeCloseTo(0.9, 9);
    expect(traffic.station('c')?.utilization).toBeLessThan(0.1);
    expect(traffic.station('b')?.limitedBy).toBe('connections');
  });

  test('DNS, which is asked beside connections, holds none', () => {
    const limited = { connectionsPerReplica: 100_000 };
    const design = designOf({
      nodes: {
        u: source,
        dns: { behaviour: 'distributor', kindId: 'dns', serviceMs: 0, config: limited },
        a: { serviceMs: 0, config: limited },
      },
      edges: { 'u -> dns': {}, 'dns -> a': {} },
      flows: { f: { entry: 'u', rateRps: 1 } },
    });
    const traffic = trafficOf({
      ...design,
      flows: design.flows.map((flow) => ({ ...flow, connections: 40_000 })),
    });
    expect(traffic.station('dns')?.utilization).toBe(0);
    expect(traffic.station('a')?.utilization).toBeCloseTo(0.4, 9);
  });

  test('consumers of an ordered stream have a place for each partition, the hottest one of its own', () => {
    const stream = (hotShare: number) =>
      of({
        nodes: {
          u: source,
          s: {
            behaviour: 'buffer',
            kindId: 'stream',
            serviceMs: 0,
            config: { hotShare, other: { ordered: true, partitions: 4 } },
          },
          w: { serviceMs: 10, config: { replicas: 10, concurrency: 1 } },
        },
        edges: { 'u -> s': {}, 's -> w': {} },
        flows: { f: { entry: 'u', rateRps: 60 } },
      }).traffic.station('w');
    // 4 of 10 ms carry 400; with h = 0.4 the hottest gets 0.4 + 0.6 ÷ 4 = 0.55 of it on one place: 100 ÷ 0.55.
    expect(stream(0)?.capacityRps).toBeCloseTo(400, 6);
    expect(stream(0.4)?.capacityRps).toBeCloseTo(100 / 0.55, 6);
    expect(stream(0.4)?.utilization).toBeCloseTo(0.33, 9);
  });

  test("a flow's own round trip replaces that of the edges that leave its source", () => {
    const sketch: DesignSketch = {
      nodes: { u: source, a: { serviceMs: 0 }, b: { serviceMs: 0 } },
      edges: { 'u -> a': { rttMs: 50 }, 'a -> b': { rttMs: 3 } },
      flows: { f: { entry: 'u', rateRps: 1 } },
    };
    const design = designOf(sketch);
    const mobile = { ...design, flows: design.flows.map((flow) => ({ ...flow, clientRttMs: 80 })) };
    const [flow] = mobile.flows;
    expect(of(sketch).meanMs).toBeCloseTo(53, 9);
    expect(flow && trafficOf(mobile).time('f', entryOf(flow))?.mean).toBeCloseTo(83, 9);
  });
});

describe('bytes of a call', () => {
  test('are its own, and copies and deliveries load the network where they are counted', () => {
    const sketch: DesignSketch = {
      nodes: {
        u: source,
        a: { serviceMs: 0 },
        s: { behaviour: 'store', serviceMs: 0, config: { replicasPerShard: 3, bandwidthMbps: 8 } },
      },
      edges: { 'u -> a': {}, 'a -> s': { requestBytes: 1000, responseBytes: 500 } },
      flows: { f: { entry: 'u', kind: 'write', rateRps: 100, requestBytes: 9, responseBytes: 9 } },
    };
    // 1500 B · 100 of 3 · 8 Mb/s = 3 MB/s: 0.05; with two more copies of the 1000 B: 3500 B · 100: 0.11667
    expect(of(sketch).traffic.station('s')?.utilization).toBeCloseTo(0.05, 9);
    const counted = of(sketch, { countsCopies: true, samples: 0 });
    expect(counted.traffic.station('s')?.utilization).toBeCloseTo(0.35 / 3, 9);
  });
});
