import { describe, expect, test } from 'vitest';
import { loadDesign } from '../../../shared/analysis/load-design';
import { analysisOf, flowIn, nodeIn } from '../../support/figures';
import { designOf, type NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };
const reads = (rateRps: number) => ({ f: { entry: 'u', rateRps } });

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
