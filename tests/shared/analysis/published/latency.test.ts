import { describe, expect, test } from 'vitest';
import { analysisOf, flowIn } from '../../../support/figures';
import type { EdgeSketch, NodeSketch } from '../../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };

describe('the tail at scale', () => {
  // Dean and Barroso, The Tail at Scale, Communications of the ACM 56(2), 2013: https://doi.org/10.1145/2408776.2408794
  test('of 100 leaves, each of which takes over 1 s one time in 100, is 63 % of the requests over 1 s', () => {
    // Exponential with P(X > 1000 ms) = 0.01: mean 1000 ÷ ln 100; 1 − 0.99¹⁰⁰ = 0.634
    const nodes: Record<string, NodeSketch> = { u: source, root: { serviceMs: 0 } };
    const edges: Record<string, EdgeSketch> = { 'u -> root': {} };
    for (let i = 0; i < 100; i += 1) {
      nodes[`leaf${i}`] = { serviceMs: 1000 / Math.log(100) };
      edges[`root -> leaf${i}`] = { step: 1 };
    }
    const flows = { f: { entry: 'u', rateRps: 1e-9, targets: { p50Ms: 1000 } } };
    const { apdex } = flowIn(analysisOf({ nodes, edges, flows }), 'f');
    // Apdex: the share within 1 s and half the share within 4 s, which is (1 − 0.01⁴)¹⁰⁰
    const within = 2 * (apdex ?? Number.NaN) - (1 - 0.01 ** 4) ** 100;
    expect(1 - within).toBeCloseTo(0.634, 3);
  });
});

describe('feedback of one visit in three', () => {
  // Jackson, Networks of Waiting Lines, Operations Research 5(4), 1957: https://doi.org/10.1287/opre.5.4.518
  test('keeps a server of 12 a second busy for 75 % at 6 requests a second, each of which takes 500 ms', () => {
    // 6 ÷ (1 − 1 ÷ 3) = 9 visits a second; 1.5 visits of 1 ÷ (12 − 9) s each
    const analysis = analysisOf({
      nodes: { u: source, a: { serviceMs: 1000 / 12 } },
      edges: { 'u -> a': {}, 'a -> a': { calls: 1 / 3 } },
      flows: { f: { entry: 'u', rateRps: 6 } },
    });
    expect(analysis.nodes.find(({ id }) => id === 'a')?.utilization).toBeCloseTo(0.75, 9);
    expect(flowIn(analysis, 'f').meanMs).toBeCloseTo(500, 6);
  });
});
