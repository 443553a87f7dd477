import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { type RequestPath, requestPath } from '../../../shared/analysis/request-path';
import { resolve } from '../../../shared/catalog/resolve';
import { templates } from '../../../shared/templates/index';
import { analysisOf, flowIn } from '../../support/figures';
import { type DesignSketch, designOf } from '../../support/resolved';

const pathOf = (sketch: DesignSketch, flow = 'f'): RequestPath => {
  const path = requestPath(designOf(sketch), 1, flow);
  if (path === null) throw new Error('no path');
  return path;
};

const quiet = { f: { entry: 'u', rateRps: 1e-6 } };
const source = { behaviour: 'source' } as const;
const takes = (serviceMs: number) => ({ serviceMs, config: { cv: 0 } });

describe.each(templates.map((template) => template.id))('in %s', (id) => {
  const template = templates.find((one) => one.id === id);
  if (template === undefined) throw new Error(id);
  const resolved = resolve(template.design);
  const result = analyze(resolved, { percentiles: false });
  const flows = result.ok ? result.analysis.flows : [];

  test.each(flows)('the parts of $id sum to its mean, and what is decided to 1', ({ id: flow, meanMs }) => {
    const path = requestPath(resolved, 1, flow);
    expect(path).not.toBeNull();
    if (path === null) return;
    if (meanMs === null) expect(path.meanMs).toBeNull();
    else {
      expect(path.meanMs).toBeCloseTo(meanMs, 9);
      const shares = path.hops.reduce((sum, hop) => sum + (hop.share ?? 0), 0);
      if (meanMs > 0) expect(shares - (path.overlapMs ?? 0) / meanMs).toBeCloseTo(1, 9);
    }
    for (const { outcomes } of path.hops.flatMap(({ branches }) => branches))
      expect(outcomes.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });
});

describe('the path of a request', () => {
  test('goes depth first in the order of the steps, each call once', () => {
    const path = pathOf({
      nodes: { u: source, a: takes(1), b: takes(2), c: takes(4) },
      edges: { 'u -> a': {}, 'a -> c': { step: 2 }, 'a -> b': { step: 1, rttMs: 3 }, 'b -> c': {} },
      flows: quiet,
    });
    // c is called by b first, then by a: the time of both visits is split between the two calls.
    expect(path.hops.map(({ node, depth, calls }) => [node, depth, calls])).toEqual([
      ['u', 0, 1],
      ['a', 1, 1],
      ['b', 2, 1],
      ['c', 3, 1],
      ['c', 2, 1],
    ]);
    expect(path.hops.map(({ serviceMs }) => Math.round(serviceMs ?? Number.NaN))).toEqual([0, 1, 2, 4, 4]);
    expect(path.hops[2]?.networkMs).toBeCloseTo(3, 9);
    // 1 + (3 + 2) + 4 + 4 = 14.
    expect(path.meanMs).toBeCloseTo(14, 3);
    expect(path.hops[2]?.share).toBeCloseTo(5 / 14, 4);
  });

  test('has hit and miss of a cache with their probabilities, and misses in its calls', () => {
    const path = pathOf({
      nodes: {
        u: source,
        a: takes(1),
        cache: { behaviour: 'aside-cache', serviceMs: 1, config: { cv: 0, hitRate: 0.9 } },
        db: takes(10),
      },
      edges: { 'u -> a': {}, 'a -> cache': { step: 1 }, 'a -> db': { step: 2, onMissOf: 'cache' } },
      flows: quiet,
    });
    expect(path.hops[1]?.branches).toEqual([
      {
        cache: 'cache',
        outcomes: [
          { kind: 'hit', probability: 0.9, edges: [] },
          { kind: 'miss', probability: expect.closeTo(0.1, 9), edges: ['e2'] },
        ],
      },
    ]);
    expect(path.hops.at(-1)).toMatchObject({ node: 'db', calls: expect.closeTo(0.1, 9) });
    expect(path.hops.at(-1)?.serviceMs).toBeCloseTo(1, 3);
  });

  test('splits the response into wait and service', () => {
    // M/M/1 at ρ = 0.5: S = 1 ms, W = ρS ÷ (1 − ρ) = 1 ms.
    const path = pathOf({
      nodes: { u: source, a: { serviceMs: 1, config: { cv: 1 } } },
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 500 } },
    });
    expect(path.hops[1]?.waitMs).toBeCloseTo(1, 6);
    expect(path.hops[1]?.serviceMs).toBeCloseTo(1, 6);
  });

  test('says what parallel calls save', () => {
    const sketch: DesignSketch = {
      nodes: { u: source, a: takes(1), b: takes(2), c: takes(4) },
      edges: { 'u -> a': {}, 'a -> b': { step: 1 }, 'a -> c': { step: 1 } },
      flows: quiet,
    };
    const path = pathOf(sketch);
    // 1 + max(2, 4) = 5 of 7.
    expect(path.overlapMs).toBeCloseTo(2, 2);
    expect(path.meanMs).toBeCloseTo(flowIn(analysisOf(sketch), 'f').meanMs ?? Number.NaN, 9);
  });

  test('has no time where a part is saturated, and none for a flow that is not there', () => {
    const sketch: DesignSketch = {
      nodes: { u: source, a: { serviceMs: 1 } },
      edges: { 'u -> a': {} },
      flows: { f: { entry: 'u', rateRps: 2000 } },
    };
    expect(pathOf(sketch)).toMatchObject({ meanMs: null, hops: [{}, { waitMs: null, share: null }] });
    expect(requestPath(designOf(sketch), 1, 'g')).toBeNull();
  });

  test('follows a loop once', () => {
    const path = pathOf({
      nodes: { u: source, a: takes(1), b: takes(1) },
      edges: { 'u -> a': {}, 'a -> b': {}, 'b -> a': { calls: 0.5 } },
      flows: quiet,
    });
    expect(path.hops.map(({ node }) => node)).toEqual(['u', 'a', 'b', 'a']);
    // Each visit of a leads to another with probability ½: two visits of each.
    expect(path.meanMs).toBeCloseTo(4, 3);
  });
});
