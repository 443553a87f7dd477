import { describe, expect, test } from 'vitest';
import { analysisOf } from '../../support/figures';
import type { DesignSketch, EdgeSketch, NodeSketch } from '../../support/resolved';

const source: NodeSketch = { behaviour: 'source' };

function shareOf(
  timed: EdgeSketch,
  callee: NodeSketch,
  flows: DesignSketch['flows'] = { f: { entry: 'u', rateRps: 1e-6 } },
): number | null | undefined {
  return analysisOf({ nodes: { u: source, a: callee }, edges: { 'u -> a': timed }, flows }).edges[0]
    ?.timeoutShare;
}

describe('the share of calls that take longer than their timeout', () => {
  test('of an exponential service is e^(−t ÷ mean), the round trip off the time', () => {
    expect(shareOf({ timeoutMs: 30, rttMs: 10 }, { serviceMs: 10 })).toBeCloseTo(Math.exp(-2), 4);
    expect(shareOf({ timeoutMs: 1000 }, { serviceMs: 1000 / Math.log(100) })).toBeCloseTo(0.01, 5);
  });

  test('of a busy one counts its wait', () => {
    // M/M/1 with μ = 0.1 and λ = 0.05 a ms: exponential with 20 ms.
    const busy = { f: { entry: 'u', rateRps: 50 } };
    expect(shareOf({ timeoutMs: 60 }, { serviceMs: 10 }, busy)).toBeCloseTo(Math.exp(-3), 4);
  });

  test('of a constant is none or all', () => {
    const constant: NodeSketch = { serviceMs: 10, config: { cv: 0 } };
    expect(shareOf({ timeoutMs: 10 }, constant)).toBeCloseTo(0, 6);
    expect(shareOf({ timeoutMs: 9.9 }, constant)).toBe(1);
    expect(shareOf({ timeoutMs: 1, rttMs: 2 }, constant)).toBe(1);
  });

  test('of little randomness far from 0 is as exact', () => {
    const nodes = { u: source, a: { serviceMs: 1000, config: { cv: 0 } }, b: { serviceMs: 1 } };
    const edges = { 'u -> a': { timeoutMs: 1001 }, 'a -> b': {} };
    const [edge] = analysisOf({ nodes, edges, flows: { f: { entry: 'u', rateRps: 1e-6 } } }).edges;
    expect(edge?.timeoutShare).toBeCloseTo(Math.exp(-1), 2);
  });

  test('does not exist without a timeout, or while the callee is saturated; without calls it is 0', () => {
    expect(shareOf({}, { serviceMs: 10 })).toBeNull();
    expect(shareOf({ timeoutMs: 10, calls: 0 }, { serviceMs: 10 })).toBe(0);
    expect(shareOf({ timeoutMs: 10 }, { serviceMs: 10 }, { f: { entry: 'u', rateRps: 200 } })).toBeNull();
  });

  test('is over the calls of all flows, by how many each makes', () => {
    const flows = {
      r: { entry: 'u', rateRps: 3e-6 },
      w: { entry: 'u', rateRps: 1e-6, kind: 'write' as const },
    };
    const callee: NodeSketch = { config: { readMs: 10, writeMs: 30 } };
    const expected = 0.75 * Math.exp(-3) + 0.25 * Math.exp(-1);
    expect(shareOf({ timeoutMs: 30 }, callee, flows)).toBeCloseTo(expected, 4);
  });
});
