import { describe, expect, test } from 'vitest';
import { analysisOf, layerIn } from '../../support/figures';

describe('what a flow spends in a layer', () => {
  const visitedBy = (calls: number) =>
    analysisOf({
      nodes: {
        u: { behaviour: 'source' },
        a: { layer: 'service', config: { readMs: 2 } },
        db: { layer: 'data', config: { readMs: 5 } },
      },
      edges: { 'u -> a': {}, 'a -> db': { calls } },
      flows: { f: { entry: 'u', rateRps: 1e-6 } },
    });

  test('is nothing at the 99th percentile where one request in a hundred comes there', () => {
    const { meanMs, p99Ms } = layerIn(visitedBy(0.01), 'data').flows['f'] ?? {};
    expect(meanMs).toBeCloseTo(0.05, 6);
    expect(p99Ms).toBe(0);
  });

  test('is the median of a visit at the 99th percentile where one in fifty does', () => {
    // P(T > t) = 0.02 × e^(−t ÷ 5) = 0.01
    expect(layerIn(visitedBy(0.02), 'data').flows['f']?.p99Ms).toBeCloseTo(5 * Math.LN2, 2);
  });
});
