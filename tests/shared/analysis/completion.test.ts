import { describe, expect, test } from 'vitest';
import { analysisOf, flowIn } from '../../support/figures';
import type { DesignSketch, NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };
/** Takes always the same time. */
const constant = (serviceMs: number): NodeSketch => ({ serviceMs, config: { cv: 0 } });
const buffer = (transitMs: number, acknowledgedMs = 0): NodeSketch => ({
  behaviour: 'buffer',
  serviceMs: acknowledgedMs,
  config: { cv: 0, other: { transitMs } },
});
/** So few requests that nothing waits. */
const quiet = { f: { entry: 'u', rateRps: 1e-6 } };

const completionOf = (sketch: Omit<DesignSketch, 'flows'>, flows: DesignSketch['flows'] = quiet) =>
  flowIn(analysisOf({ ...sketch, flows }), 'f');

const near = (actual: number | null, expected: number): number =>
  Math.abs((actual ?? Number.NaN) / expected - 1);

/** Mean and every percentile are the same, within the bound for percentiles. */
function expectConstant(sketch: Omit<DesignSketch, 'flows'>, ms: number): void {
  const { completionMeanMs, completionP50Ms, completionP95Ms, completionP99Ms } = completionOf(sketch);
  expect(completionMeanMs).toBeCloseTo(ms, 3);
  for (const percentile of [completionP50Ms, completionP95Ms, completionP99Ms])
    expect(near(percentile, ms)).toBeLessThan(0.01);
}

describe('completion', () => {
  test('is the time of the flow itself where it waits for all that it does', () => {
    const flow = completionOf({
      nodes: { u: source, a: { serviceMs: 10 }, b: { serviceMs: 5 } },
      edges: { 'u -> a': {}, 'a -> b': { rttMs: 1 } },
    });
    expect(flow.completionMeanMs).toBe(flow.meanMs);
    expect(flow.completionP50Ms).toBe(flow.p50Ms);
    expect(flow.completionP95Ms).toBe(flow.p95Ms);
    expect(flow.completionP99Ms).toBe(flow.p99Ms);
    expect(flow.approximate).not.toContain('asynchronous');
  });

  test('of a producer, a queue and a worker takes in transit and work', () => {
    // Producer 5 ms and the acknowledgement of 2 ms are waited for; then 50 ms of transit and 100 ms of work.
    const nodes = { u: source, p: constant(5), q: buffer(50, 2), w: constant(100) };
    const edges = { 'u -> p': {}, 'p -> q': {}, 'q -> w': {} };
    expectConstant({ nodes, edges }, 157);
    expect(completionOf({ nodes, edges }).meanMs).toBeCloseTo(7, 6);
    expect(completionOf({ nodes, edges }).approximate).toEqual(['asynchronous']);
  });

  test('of work that is exponential has the percentiles of its sum', () => {
    // 50 ms of transit, then exponential with 100 ms: p99 = 50 + 100 ln 100.
    const flow = completionOf({
      nodes: { u: source, q: buffer(50), w: { serviceMs: 100 } },
      edges: { 'u -> q': {}, 'q -> w': {} },
    });
    expect(flow.completionMeanMs).toBeCloseTo(150, 3);
    expect(flow.completionP50Ms).toBeCloseTo(50 + 100 * Math.LN2, 0);
    expect(near(flow.completionP99Ms, 50 + 100 * Math.log(100))).toBeLessThan(0.005);
  });

  test('waits for the slower of two asynchronous calls of one step', () => {
    // The greater of two exponentials of 10 ms has the mean 15 ms; P = (1 − e^(−t/10))², 0.99 at −10 ln(1 − √0.99).
    const flow = completionOf({
      nodes: { u: source, a: constant(1), b: { serviceMs: 10 }, c: { serviceMs: 10 } },
      edges: {
        'u -> a': {},
        'a -> b': { mode: 'async', step: 1 },
        'a -> c': { mode: 'async', step: 1 },
      },
    });
    expect(near(flow.completionMeanMs, 16)).toBeLessThan(0.005);
    const p99 = 1 - 10 * Math.log(1 - Math.sqrt(0.99));
    expect(near(flow.completionP99Ms, p99)).toBeLessThan(0.01);
  });

  test('is not longer for an asynchronous call that later steps outlast', () => {
    const sketch = (laterMs: number) => ({
      nodes: { u: source, a: constant(10), b: constant(30), c: constant(laterMs) },
      edges: {
        'u -> a': {},
        'a -> b': { mode: 'async' as const, rttMs: 2, step: 1 },
        'a -> c': { step: 2 },
      },
    });
    // 10 ms; 2 + 30 ms after that nobody waits for, 50 or 20 ms that the answer waits for.
    expectConstant(sketch(50), 60);
    expectConstant(sketch(20), 42);
  });

  test('of an exponential call beside an exponential step goes on with the chance that it is the slower', () => {
    // a 0; b exponential with 10 not waited for, c exponential with 30 waited for: the lag is b's rest, P = 10 ÷ 40, mean 10.
    const flow = completionOf({
      nodes: { u: source, a: constant(0), b: { serviceMs: 10 }, c: { serviceMs: 30 } },
      edges: { 'u -> a': {}, 'a -> b': { mode: 'async', step: 1 }, 'a -> c': { step: 2 } },
    });
    expect(near(flow.completionMeanMs, 32.5)).toBeLessThan(0.005);
  });

  test('counts calls that come as often: the slowest of two asynchronous, the last of two in sequence', () => {
    const nodes = { u: source, a: constant(0), b: constant(5), q: buffer(100), w: constant(7) };
    // b leaves 107 ms going on; called twice in sequence: 10 + 107.
    expectConstant(
      { nodes, edges: { 'u -> a': {}, 'a -> b': { calls: 2 }, 'b -> q': {}, 'q -> w': {} } },
      117,
    );
    const two = completionOf({
      nodes: { u: source, b: { serviceMs: 10 } },
      edges: { 'u -> b': { mode: 'async', calls: 2 } },
    });
    expect(near(two.completionMeanMs, 15)).toBeLessThan(0.005);
  });

  test('goes on for those requests alone that a hit in the cache does not answer', () => {
    const flow = completionOf({
      nodes: {
        u: source,
        k: { behaviour: 'inline-cache', serviceMs: 0, config: { hitRate: 0.9 } },
        b: constant(100),
      },
      edges: { 'u -> k': {}, 'k -> b': { mode: 'async' } },
    });
    expect(flow.completionMeanMs).toBeCloseTo(10, 3);
    expect(flow.completionP50Ms).toBe(0);
    expect(flow.completionP95Ms).toBeCloseTo(100, 3);
  });

  test('follows what is set off again and again', () => {
    // 10 ms, and again with probability 0.5, each 5 ms after the one before: 10 + 0.5 (5 + …) = 10 + 15 × 0.5 ÷ 0.5.
    const flow = completionOf({
      nodes: { u: source, w: constant(10) },
      edges: { 'u -> w': {}, 'w -> w': { mode: 'async', calls: 0.5, rttMs: 5 } },
    });
    expect(flow.completionMeanMs).toBeCloseTo(25, 2);
    expect(flow.meanMs).toBeCloseTo(10, 6);
  });

  test('is found whatever the order in which a loop is walked that nobody waits for', () => {
    // a waits for b; b sets c off, 100 ms, which calls a again with probability 0.01.
    const nodes = { u: source, c: constant(100), b: constant(1), a: constant(1) };
    const edges = {
      'u -> a': {},
      'a -> b': {},
      'b -> c': { mode: 'async' as const },
      'c -> a': { mode: 'async' as const, calls: 0.01 },
    };
    const whole = 102 / (1 - 0.01);
    for (const order of [
      ['u', 'a', 'b', 'c'],
      ['c', 'b', 'a', 'u'],
      ['b', 'c', 'u', 'a'],
    ] as const) {
      const reordered = Object.fromEntries(order.map((id) => [id, nodes[id]]));
      expect(near(completionOf({ nodes: reordered, edges }).completionMeanMs, whole)).toBeLessThan(0.005);
    }
  });

  test('does not wait for what only watches', () => {
    const flow = completionOf({
      nodes: { u: source, a: constant(5), o: { ...constant(90), behaviour: 'observer' } },
      edges: { 'u -> a': {}, 'a -> o': { mode: 'async' } },
    });
    expect(flow.completionMeanMs).toBe(flow.meanMs);
    expect(flow.approximate).toEqual([]);
  });

  test('does not exist where a worker is saturated, whose producer still answers', () => {
    const flow = completionOf(
      {
        nodes: { u: source, p: constant(1), q: buffer(50), w: constant(10) },
        edges: { 'u -> p': {}, 'p -> q': {}, 'q -> w': {} },
      },
      { f: { entry: 'u', rateRps: 120, targets: { completionP99Ms: 5000 } } },
    );
    expect(flow.meanMs).not.toBeNull();
    expect(flow.completionMeanMs).toBeNull();
    expect(flow.completionP99Ms).toBeNull();
    expect(flow.targets).toEqual([{ metric: 'completionP99Ms', target: 5000, actual: null, met: false }]);
  });

  test('is compared with its targets', () => {
    const flow = completionOf(
      { nodes: { u: source, q: buffer(50), w: constant(100) }, edges: { 'u -> q': {}, 'q -> w': {} } },
      { f: { entry: 'u', rateRps: 1e-6, targets: { completionMeanMs: 149, completionP99Ms: 151 } } },
    );
    expect(flow.targets.map(({ metric, met }) => [metric, met])).toEqual([
      ['completionMeanMs', false],
      ['completionP99Ms', true],
    ]);
  });
});
