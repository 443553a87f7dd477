import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { analysisOf, flowIn, nodeIn } from '../../support/figures';
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
