import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { loadLimits } from '../../../shared/analysis/load-limits';
import type { ResolvedDesign } from '../../../shared/catalog/resolved';
import { designOf } from '../../support/resolved';

const limitsOf = (design: ResolvedDesign) => {
  const result = loadLimits(design);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.limits;
};

describe('the limit of a load', () => {
  const nodes = { u: { behaviour: 'source' as const }, a: { serviceMs: 4 } };
  const design = (targets: object) =>
    designOf({
      nodes: { ...nodes, b: { serviceMs: 5, config: { replicas: 2 } } },
      edges: { 'u -> a': {}, 'a -> b': {} },
      flows: { f: { entry: 'u', rateRps: 100, targets } },
    });
  const one = (targets: object) =>
    designOf({ nodes, edges: { 'u -> a': {} }, flows: { f: { entry: 'u', rateRps: 100, targets } } });

  test('is where the first target is missed, and by which node', () => {
    // One server of 4 ms at 100 a second: 4 ÷ (1 − 0.4 × load) = 10 at the load 1.5.
    const { misses, order } = limitsOf(one({ meanMs: 10 }));
    expect(misses).toHaveLength(1);
    expect(misses[0]).toMatchObject({ part: 'f', metric: 'meanMs', target: 10, cause: 'a' });
    expect(misses[0]?.load).toBeGreaterThanOrEqual(1.5);
    expect(misses[0]?.load).toBeLessThan(1.5 * 1.001);
    expect(misses[0]?.actual).toBeGreaterThan(10);
    expect(misses[0]?.actual).toBeLessThan(10.05);
    expect(order).toMatchObject([{ node: 'a', load: 2.5 }]);
    expect(order[0]?.plannedLoad).toBeCloseTo(1.75, 12);
  });

  test('names the saturated node where there is no latency any more', () => {
    const { misses, order } = limitsOf(design({ availability: 0.5 }));
    expect(misses[0]).toMatchObject({ metric: 'availability', cause: 'a' });
    expect(misses[0]?.load).toBeCloseTo(2.5, 2);
    expect(order.map(({ node, load }) => [node, load])).toEqual([
      ['a', 2.5],
      ['b', 4],
    ]);
  });

  test('puts what is missed at any load first, without a load', () => {
    const { misses } = limitsOf(one({ meanMs: 10, p50Ms: 0.1 }));
    expect(misses.map(({ metric, load }) => [metric, load === null])).toEqual([
      ['p50Ms', true],
      ['meanMs', false],
    ]);
  });

  test('is nowhere without targets, or where they hold to the highest load', () => {
    expect(limitsOf(one({})).misses).toEqual([]);
    const idle = designOf({
      nodes,
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 1, targets: { meanMs: 10 } } },
    });
    // 250 times the load saturate it: 4 ÷ (1 − 0.004 × load) = 10 at the load 150.
    expect(limitsOf(idle).highestLoad).toBeCloseTo(300, 6);
    expect(limitsOf(idle).misses[0]?.load).toBeCloseTo(150, 0);
  });

  test('the target is met just below the load that is found, and missed at it', () => {
    const of = design({ p99Ms: 60 });
    const miss = limitsOf(of).misses[0];
    const p99Ms = (load: number) => {
      const result = analyze(of, { load });
      return result.ok ? (result.analysis.flows[0]?.p99Ms ?? Number.POSITIVE_INFINITY) : Number.NaN;
    };
    expect(p99Ms(miss?.load ?? 0)).toBeGreaterThan(60);
    expect(p99Ms((miss?.load ?? 0) * 0.998)).toBeLessThan(60);
  });
});
