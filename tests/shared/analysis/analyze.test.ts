import { describe, expect, test } from 'vitest';
import { analysisOf, flowIn, layerIn, nodeIn } from '../../support/figures';
import type { NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };
const reads = (rateRps: number) => ({ f: { entry: 'u', rateRps } });

describe('times', () => {
  test('parallel calls wait for the slowest, and the saving is a figure', () => {
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
      // Its one server never fails; the default zone that it is in is up 0.999 of the time.
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
