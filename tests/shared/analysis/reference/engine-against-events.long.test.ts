import { describe, expect, test } from 'vitest';
import { analysisOf, flowIn, nodeIn } from '../../../support/figures';
import { type Sketch, type Spread, simulate } from '../../../support/reference/discrete-event';
import type { DesignSketch, NodeSketch } from '../../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };
const exponential = (meanMs: number): Spread => ({ meanMs, cv: 1 });
const unlimited = Number.POSITIVE_INFINITY;

interface Station {
  readonly rateRps: number;
  readonly lanes: number;
  readonly places: number;
  readonly workMs: number;
  /** What the callee takes, which serves all at once. */
  readonly calleeMs: number;
}

/** A pool that calls something and holds a place until it is answered. */
const designFor = ({ rateRps, lanes, places, workMs, calleeMs }: Station): DesignSketch => ({
  nodes: {
    u: source,
    pool: {
      serviceMs: workMs,
      config: { concurrency: lanes, ...(places < unlimited && { maxInFlight: places }) },
    },
    ...(calleeMs > 0 && { callee: { serviceMs: 0, config: { delayMs: calleeMs } } }),
  },
  edges: { 'u -> pool': {}, ...(calleeMs > 0 && { 'pool -> callee': {} }) },
  flows: { f: { entry: 'u', rateRps } },
});

const eventsOf = ({ rateRps, lanes, places, workMs, calleeMs }: Station, more: Partial<Sketch> = {}) =>
  simulate({
    perMs: rateRps / 1000,
    lanes,
    places,
    work: exponential(workMs),
    delay: exponential(calleeMs),
    seed: 11,
    requests: 400_000,
    ...more,
  });

/** How far a figure is from what was measured, relative to that. */
const offBy = (figure: number | null | undefined, measured: number): number =>
  Math.abs((figure ?? Number.NaN) / measured - 1);

describe('the engine against single requests', () => {
  // Mean with calls within 3 % up to φ 0.9 where cv² is at most 2. The p99 of waits alone is known no better from so many requests,
  // since those that wait do so together: 0.22 × √(99 ÷ 1 100) of itself at 0.8 of one server.
  test.each([
    { what: 'M/M/1 at 0.8', rateRps: 80, lanes: 1, places: unlimited, workMs: 10, calleeMs: 0, p99: 0.06 },
    { what: 'M/M/4 at 0.85', rateRps: 340, lanes: 4, places: unlimited, workMs: 10, calleeMs: 0, p99: 0.02 },
    {
      what: 'M/M/4 that calls',
      rateRps: 300,
      lanes: 4,
      places: unlimited,
      workMs: 10,
      calleeMs: 50,
      p99: 0.02,
    },
    {
      what: 'a worker of 8 slots that calls 1 s',
      rateRps: 6,
      lanes: 8,
      places: 8,
      workMs: 10,
      calleeMs: 1000,
      p99: 0.03,
    },
    {
      what: 'a thread pool of 20 before a slow callee',
      rateRps: 150,
      lanes: 2,
      places: 20,
      workMs: 5,
      calleeMs: 90,
      p99: 0.03,
    },
    {
      what: 'a pool whose places and lanes are both busy',
      rateRps: 500,
      lanes: 2,
      places: 8,
      workMs: 2,
      calleeMs: 6,
      p99: 0.03,
    },
  ])('$what', ({ p99, ...station }) => {
    const analysis = analysisOf(designFor(station));
    const [pool, flow] = [nodeIn(analysis, 'pool'), flowIn(analysis, 'f')];
    const measured = eventsOf(station);
    const heldOf = pool.inFlight ?? Number.NaN;
    const found = {
      mean: offBy(flow.meanMs, measured.meanMs),
      p99: offBy(flow.p99Ms, measured.p99Ms),
      inProgress: offBy(heldOf, measured.inProgress),
      lanes: offBy((station.rateRps * station.workMs) / 1000 / station.lanes, measured.lanesBusy),
    };
    expect(found.mean).toBeLessThan(0.03);
    expect(found.p99).toBeLessThan(p99);
    expect(found.inProgress).toBeLessThan(0.03);
    expect(found.lanes).toBeLessThan(0.02);
    if (station.places === unlimited) expect(offBy(pool.utilization, measured.lanesBusy)).toBeLessThan(0.02);
    else if (station.places <= station.lanes)
      expect(offBy(pool.placesUtilization, measured.inProgress / station.places)).toBeLessThan(0.03);
  });

  test('a worker of 8 slots that calls 1 s completes 7.92 a second of 20, whatever waits', () => {
    const station = { rateRps: 20, lanes: 8, places: 8, workMs: 10, calleeMs: 1000 };
    const { capacityRps, carriedRps } = nodeIn(analysisOf(designFor(station)), 'pool');
    const measured = eventsOf(station, { limit: 40, requests: 100_000 });
    expect(offBy(capacityRps, measured.completedPerMs * 1000)).toBeLessThan(0.02);
    expect(offBy(carriedRps, measured.completedPerMs * 1000)).toBeLessThan(0.02);
  });

  test('two servers with room for four refuse what single requests find refused', () => {
    const station = { rateRps: 150, lanes: 2, places: 2, workMs: 10, calleeMs: 0 };
    const part = { serviceMs: 10, config: { concurrency: 2, queueLimit: 4 } };
    const analysis = analysisOf({
      nodes: { u: source, part },
      edges: { 'u -> part': {} },
      flows: { f: { entry: 'u', rateRps: 150 } },
    });
    const measured = eventsOf(station, { limit: 4 });
    expect(offBy(nodeIn(analysis, 'part').refused, measured.lossShare)).toBeLessThan(0.02);
    expect(offBy(flowIn(analysis, 'f').meanMs, measured.meanMs)).toBeLessThan(0.02);
    expect(offBy(flowIn(analysis, 'f').p99Ms, measured.p99Ms)).toBeLessThan(0.03);
  });

  test('a rate limit lets through what it says, and a consumer behind a queue works it off at that rate', () => {
    // 300 a second offered, 200 let through: 200 × 4 ms ÷ 1 lane = 0.8.
    const analysis = analysisOf({
      nodes: {
        u: source,
        gate: { serviceMs: 0, config: { rateLimitRps: 200 } },
        queue: { behaviour: 'buffer', serviceMs: 1 },
        worker: { serviceMs: 4 },
      },
      edges: { 'u -> gate': {}, 'gate -> queue': {}, 'queue -> worker': { mode: 'async' } },
      flows: { f: { kind: 'write', entry: 'u', rateRps: 300 } },
    });
    const station = { rateRps: 200, lanes: 1, places: unlimited, workMs: 4, calleeMs: 0 };
    const [consumer, acknowledged] = [eventsOf(station), eventsOf({ ...station, workMs: 1 })];
    const flow = flowIn(analysis, 'f');
    expect(nodeIn(analysis, 'gate').refused).toBeCloseTo(1 / 3, 9);
    expect(offBy(flow.goodputRps, consumer.completedPerMs * 1000)).toBeLessThan(0.02);
    expect(offBy(nodeIn(analysis, 'worker').utilization, consumer.lanesBusy)).toBeLessThan(0.02);
    expect(offBy(nodeIn(analysis, 'worker').p99Ms, consumer.p99Ms)).toBeLessThan(0.06);
    expect(offBy(flow.meanMs, acknowledged.meanMs)).toBeLessThan(0.02);
    expect(offBy(flow.completionMeanMs, acknowledged.meanMs + consumer.meanMs)).toBeLessThan(0.03);
  });

  test('one visit in three that comes back keeps the server as busy, and takes as long on average', () => {
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 1000 / 12 } },
      edges: { 'u -> a': {}, 'a -> a': { calls: 1 / 3 } },
      flows: { f: { entry: 'u', rateRps: 6 } },
    });
    const station = { rateRps: 6, lanes: 1, places: unlimited, workMs: 1000 / 12, calleeMs: 0 };
    const measured = eventsOf(station, { comesBack: 1 / 3 });
    expect(offBy(nodeIn(analysis, 'a').utilization, measured.lanesBusy)).toBeLessThan(0.02);
    expect(offBy(flowIn(analysis, 'f').meanMs, measured.meanMs)).toBeLessThan(0.03);
  });
});
