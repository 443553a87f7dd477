import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import type { Behaviour } from '../../../shared/model/vocabulary';
import { analysisOf, flowIn, nodeIn } from '../../support/figures';
import { type DesignSketch, designOf, type EdgeSketch, type NodeSketch } from '../../support/resolved';

const behaviours: readonly Behaviour[] = [
  'station',
  'station',
  'distributor',
  'inline-cache',
  'aside-cache',
  'store',
  'buffer',
  'pass-through',
  'observer',
];

const node = fc.record({
  behaviour: fc.constantFrom(...behaviours),
  serviceMs: fc.constantFrom(0, 0.2, 1, 5, 20),
  config: fc.record({
    replicas: fc.integer({ min: 1, max: 6 }),
    concurrency: fc.integer({ min: 1, max: 8 }),
    cv: fc.constantFrom(0, 0.5, 1, 1.5),
    queueLimit: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 6 }),
    hitRate: fc.constantFrom(0, 0.5, 0.9, 1),
    algorithm: fc.constantFrom(
      'least-connections' as const,
      'random' as const,
      'round-robin' as const,
      'ip-hash' as const,
    ),
    hotShare: fc.constantFrom(0, 0.3),
    shards: fc.integer({ min: 1, max: 3 }),
    replicasPerShard: fc.integer({ min: 1, max: 3 }),
    replication: fc.constantFrom('async' as const, 'semi-sync' as const, 'sync' as const, 'quorum' as const),
    readFrom: fc.constantFrom('leader' as const, 'any' as const),
    scatter: fc.boolean(),
  }),
});

const edge = fc.record({
  ends: fc.tuple(fc.nat(30), fc.nat(30)),
  calls: fc.constantFrom(0, 0.2, 1, 1, 1, 2.3),
  step: fc.integer({ min: 1, max: 3 }),
  rttMs: fc.constantFrom(0, 0.5, 20),
  choice: fc.boolean(),
  mode: fc.constantFrom('sync' as const, 'sync' as const, 'async' as const),
  retries: fc.integer({ min: 0, max: 2 }),
  optional: fc.boolean(),
  back: fc.integer({ min: 0, max: 9 }),
});

/** Random designs: mostly forward edges, now and then a weak one back; two flows. */
const designs: fc.Arbitrary<DesignSketch> = fc
  .record({
    nodes: fc.array(node, { minLength: 1, maxLength: 9 }),
    edges: fc.array(edge, { maxLength: 16 }),
    rates: fc.tuple(fc.constantFrom(0, 1, 40, 400), fc.constantFrom(0, 5, 100)),
  })
  .map(({ nodes, edges, rates }) => {
    const ids = nodes.map((_, i) => `n${i}`);
    const nodeSketches: Record<string, NodeSketch> = { u: { behaviour: 'source' } };
    nodes.forEach((of, i) => {
      nodeSketches[`n${i}`] = of as NodeSketch;
    });
    const edgeSketches: Record<string, EdgeSketch> = { 'u -> n0': { rttMs: 20 } };
    edges.forEach(({ ends: [a, b], back, ...of }, i) => {
      const [from, to] = [a % ids.length, b % ids.length];
      const isBack = from >= to;
      if (isBack && back > 0) return;
      edgeSketches[`n${from} -> n${to} #${i}`] = isBack ? { ...of, choice: false, calls: 0.1 } : of;
    });
    return {
      nodes: nodeSketches,
      edges: edgeSketches,
      flows: {
        r: { entry: 'u', rateRps: rates[0], targets: { p50Ms: 30 } },
        w: { entry: 'u', rateRps: rates[1], kind: 'write' as const },
      },
    };
  });

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (Array.isArray(value)) return value.flatMap(numbersIn);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

const meanOfParts = (analysis: Analysis, flow: string): number =>
  analysis.layers.reduce((sum, layer) => sum + (layer.flows[flow]?.meanMs ?? Number.NaN), 0) +
  analysis.hops.reduce((sum, hop) => sum + (hop.flows[flow]?.meanMs ?? 0), 0) -
  (flowIn(analysis, flow).overlapMs ?? Number.NaN);

const runs = { numRuns: 40, seed: 20 };

describe('any design', () => {
  test('has finite, non-negative figures or null, and percentiles in their order', () => {
    fc.assert(
      fc.property(designs, (sketch) => {
        const result = analyze(designOf(sketch));
        if (!result.ok) return result.errors.every(({ targets }) => targets.length > 0);
        const all = numbersIn(result.analysis);
        expect(all.every((value) => Number.isFinite(value) && value >= -1e-9)).toBe(true);
        for (const of of [...result.analysis.flows, ...result.analysis.nodes]) {
          if (of.p50Ms === null) continue;
          const ordered = [of.p50Ms, of.p95Ms ?? -1, of.p99Ms ?? -1, of.p999Ms ?? -1];
          expect([...ordered].sort((a, b) => a - b)).toEqual(ordered);
        }
        return true;
      }),
      runs,
    );
  });

  test('adds up: layers and hops less the overlap are the mean of each flow', () => {
    let compared = 0;
    fc.assert(
      fc.property(designs, (sketch) => {
        const result = analyze(designOf(sketch), { percentiles: false });
        if (!result.ok) return;
        for (const { id, meanMs, budget, overlapMs } of result.analysis.flows) {
          if (meanMs === null || overlapMs === null) continue;
          compared += 1;
          expect(meanOfParts(result.analysis, id)).toBeCloseTo(meanMs, 8);
          const spent = budget.reduce((sum, share) => sum + (share.meanMs ?? Number.NaN), 0);
          expect(spent - overlapMs).toBeCloseTo(meanMs, 8);
        }
      }),
      { ...runs, numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  test('conserves traffic: what arrives is what the callers pass on', () => {
    fc.assert(
      fc.property(designs, (sketch) => {
        const design = designOf(sketch);
        const result = analyze(design, { percentiles: false });
        if (!result.ok) return;
        const { nodes, edges, flows } = result.analysis;
        for (const of of nodes) {
          if (of.offeredRps === null) continue;
          const arriving = edges.reduce((sum, e, i) => sum + (design.edges[i]?.to === of.id ? e.rps : 0), 0);
          const started = flows.reduce(
            (sum, f, i) => sum + (design.flows[i]?.entry === of.id ? f.rateRps : 0),
            0,
          );
          expect(arriving + started).toBeCloseTo(of.offeredRps, 6);
          expect(of.carriedRps ?? 0).toBeLessThanOrEqual(of.offeredRps + 1e-9);
        }
      }),
      { ...runs, numRuns: 120 },
    );
  });

  test('does not depend on its names', () => {
    fc.assert(
      fc.property(designs, (sketch) => {
        const renamed = (id: string) => `x-${[...id].reverse().join('')}`;
        const design = designOf(sketch);
        const other = {
          ...design,
          nodes: design.nodes.map((of) => ({ ...of, id: renamed(of.id) })),
          edges: design.edges.map((of) => ({
            ...of,
            id: `y${of.id}`,
            from: renamed(of.from),
            to: renamed(of.to),
          })),
          flows: design.flows.map((of) => ({ ...of, entry: renamed(of.entry) })),
        };
        const [a, b] = [analyze(design), analyze(other)];
        expect(a.ok).toBe(b.ok);
        if (a.ok && b.ok) expect(numbersIn(a.analysis)).toEqual(numbersIn(b.analysis));
      }),
      { ...runs, numRuns: 10 },
    );
  });
});

const tandem: DesignSketch = {
  nodes: {
    u: { behaviour: 'source' },
    a: { serviceMs: 5, config: { concurrency: 2, cv: 0.7 } },
    b: { serviceMs: 8 },
  },
  edges: { 'u -> a': { rttMs: 10 }, 'a -> b': { calls: 0.5 } },
  flows: { f: { entry: 'u', rateRps: 1 } },
};

test('more load is never faster, until it is too much', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 400, noNaN: true }),
      fc.double({ min: 0, max: 400, noNaN: true }),
      (x, y) => {
        const [low, high] = [
          analysisOf(tandem, { load: Math.min(x, y) }),
          analysisOf(tandem, { load: Math.max(x, y) }),
        ];
        expect(nodeIn(high, 'b').offeredRps ?? 0).toBeGreaterThanOrEqual(nodeIn(low, 'b').offeredRps ?? 0);
        const [before, after] = [flowIn(low, 'f'), flowIn(high, 'f')];
        if (before.saturated) expect(after.saturated).toBe(true);
        for (const metric of ['meanMs', 'p50Ms', 'p99Ms', 'p999Ms'] as const)
          expect(after[metric] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            (before[metric] ?? 0) * (1 - 1e-4),
          );
      },
    ),
    { ...runs, numRuns: 40 },
  );
});

describe('designs at the edge', () => {
  test('an empty design has no figures', () => {
    const analysis = analysisOf({ nodes: {} });
    expect(analysis).toMatchObject({ flows: [], layers: [], hops: [], nodes: [], edges: [] });
  });

  test('one node, alone or as an entry, and a flow without requests', () => {
    expect(nodeIn(analysisOf({ nodes: { a: { serviceMs: 3 } } }), 'a')).toMatchObject({
      meanMs: 3,
      offeredRps: 0,
    });
    const analysis = analysisOf({ nodes: { a: { serviceMs: 3 } }, flows: { f: { entry: 'a', rateRps: 0 } } });
    expect(flowIn(analysis, 'f')).toMatchObject({ meanMs: 3, rateRps: 0, maxRateRps: null, servedShare: 1 });
  });

  test('a chain of ten thousand nodes is no deeper than a short one', () => {
    const count = 10_000;
    const nodes = Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`n${i}`, { serviceMs: 0.001 }]),
    );
    const edges = Object.fromEntries(Array.from({ length: count - 1 }, (_, i) => [`n${i} -> n${i + 1}`, {}]));
    const analysis = analysisOf(
      { nodes, edges, flows: { f: { entry: 'n0', rateRps: 1 } } },
      { percentiles: false },
    );
    expect(flowIn(analysis, 'f').meanMs).toBeCloseTo(10, 4);
  });
});
