import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availabilitiesOf, flowAvailabilitiesOf } from '../../../../shared/analysis/availability/flows';
import { loadDesign } from '../../../../shared/analysis/load-design';
import type { ResolvedDesign } from '../../../../shared/catalog/resolved';
import { denseFailingDesigns, failingDesigns } from '../../../support/failing-designs';
import { type DesignSketch, designOf } from '../../../support/resolved';
import { enumerated } from './enumerate';

function availabilityOf(design: ResolvedDesign): number | null {
  const result = loadDesign(design);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const { graph, model, loads } = result.loaded;
  const traffic = model.traffics[0];
  if (traffic === undefined) throw new Error('no flow');
  return flowAvailabilitiesOf(graph, [traffic], availabilitiesOf(graph, loads.nodes))[0] ?? null;
}

const up = (instanceAvailability: number, more: object = {}) => ({
  config: { instanceAvailability, multiZone: true, ...more },
});
const source = { behaviour: 'source' } as const;
const of = (sketch: Omit<DesignSketch, 'flows'>, kind: 'read' | 'write' = 'read', rateRps = 1) =>
  availabilityOf(designOf({ ...sketch, flows: { f: { entry: 'u', kind, rateRps } } }));

describe('the availability of a flow', () => {
  test('in series is the product', () => {
    const nodes = { u: source, a: up(0.9999), b: up(0.9995), c: up(0.999), d: up(0.9999) };
    // AV-1 of the oracle
    expect(of({ nodes, edges: { 'u -> a': {}, 'a -> b': {}, 'b -> c': {}, 'c -> d': {} } })).toBeCloseTo(
      0.9983008099,
      10,
    );
  });

  test('counts a part once that two calls share', () => {
    const nodes = { u: source, a: up(0.99), b: up(0.98), db: up(0.9) };
    // 0.99 × 0.98 × 0.9, not × 0.9²
    expect(of({ nodes, edges: { 'u -> a': {}, 'u -> b': {}, 'a -> db': {}, 'b -> db': {} } })).toBeCloseTo(
      0.87318,
      12,
    );
  });

  test('of half a call each to a shared part is over its two states', () => {
    const nodes = { u: source, db: up(0.9) };
    // Both drawn anew: 0.9 × 1 + 0.1 × 0.5²
    expect(of({ nodes, edges: { 'u -> db': { calls: 0.5 }, 'u -> db #2': { calls: 0.5 } } })).toBeCloseTo(
      0.925,
      12,
    );
    expect(of({ nodes, edges: { 'u -> db': { calls: 2.3 } } })).toBeCloseTo(0.9, 12);
  });

  test('behind a balancer that fails over needs one of its callees', () => {
    const nodes = { u: source, lb: { behaviour: 'distributor' as const, ...up(1) }, a: up(0.9), b: up(0.8) };
    const edges = { 'u -> lb': {}, 'lb -> a': {}, 'lb -> b': {} };
    expect(of({ nodes, edges })).toBeCloseTo(1 - 0.1 * 0.2, 12);
    const fixed = { ...nodes, lb: { behaviour: 'distributor' as const, ...up(1, { failover: false }) } };
    expect(of({ nodes: fixed, edges })).toBeCloseTo((0.9 + 0.8) / 2, 12);
  });

  test('knows that a callee which was not picked because it is down is missing from the other too', () => {
    const nodes = { u: source, lb: { behaviour: 'distributor' as const, ...up(1) }, a: up(0.9), b: up(0.8) };
    // With a down, b is picked and asks a: only the states in which a is up succeed
    expect(of({ nodes, edges: { 'u -> lb': {}, 'lb -> a': {}, 'lb -> b': {}, 'b -> a': {} } })).toBeCloseTo(
      0.9,
      12,
    );
  });

  test('fails where a balancer that fails over has nobody to pick, though it could do without the call', () => {
    const nodes = { u: source, lb: { behaviour: 'distributor' as const, ...up(1) }, a: up(0.9), b: up(0.8) };
    const edges = { 'u -> lb': {}, 'lb -> a': { optional: true }, 'lb -> b': { optional: true } };
    expect(of({ nodes, edges })).toBeCloseTo(1 - 0.1 * 0.2, 12);
    const fixed = { ...nodes, lb: { behaviour: 'distributor' as const, ...up(1, { failover: false }) } };
    expect(of({ nodes: fixed, edges })).toBe(1);
  });

  test('behind a balancer by region without failover is that of the near ones, and of all by weight where none is up', () => {
    const geo = up(1, { algorithm: 'geo', failover: false });
    const nodes = {
      u: { ...source, region: 'r1' },
      lb: { behaviour: 'distributor' as const, ...geo },
      a: { ...up(0.9), region: 'r1' },
      b: { ...up(0.8), region: 'r2' },
    };
    const edges = { 'u -> lb': {}, 'lb -> a': { weight: 1 }, 'lb -> b': { weight: 3 } };
    // a is up, or it is down and 3 of 4 go to b
    expect(of({ nodes, edges })).toBeCloseTo(0.9 + 0.1 * 0.75 * 0.8, 12);
    // Called by every other visit alone, a that is down costs the other half nothing
    const halved = { ...edges, 'lb -> a': { weight: 1, calls: 0.5 } };
    expect(of({ nodes, edges: halved })).toBeCloseTo(0.9 + 0.1 * (0.25 * 0.5 + 0.75 * 0.8), 12);
  });

  test('does not send elsewhere what fails behind a callee that is up', () => {
    const nodes = {
      u: source,
      lb: { behaviour: 'distributor' as const, ...up(1) },
      a: up(1),
      b: up(1),
      db: up(0.8),
    };
    // Half of the picks ask a, whose store is down in one of five
    expect(of({ nodes, edges: { 'u -> lb': {}, 'lb -> a': {}, 'lb -> b': {}, 'a -> db': {} } })).toBeCloseTo(
      0.9,
      12,
    );
  });

  test('asks the store for everything where an optional cache is down', () => {
    const nodes = {
      u: source,
      c: { behaviour: 'aside-cache' as const, ...up(0.9, { hitRate: 0.75 }) },
      db: { behaviour: 'store' as const, ...up(0.8) },
    };
    const edges = (optional: boolean) => ({ 'u -> c': { optional }, 'u -> db': { onMissOf: 'c' } });
    // Up: 0.75 + 0.25 × 0.8 = 0.95; down: 0.8
    expect(of({ nodes, edges: edges(true) })).toBeCloseTo(0.9 * 0.95 + 0.1 * 0.8, 12);
    expect(of({ nodes, edges: edges(false) })).toBeCloseTo(0.9 * 0.95, 12);
    // A look-up that is never made finds no cache down: 0.75 + 0.25 × 0.8
    const never = { 'u -> c': { optional: true, calls: 0 }, 'u -> db': { onMissOf: 'c' } };
    expect(of({ nodes, edges: never })).toBeCloseTo(0.95, 12);
  });

  test('of a call with a fallback is that of either, states they share counted once', () => {
    const nodes = { u: source, a: up(0.9), b: up(0.8), db: up(0.7) };
    const edges = { 'u -> a': {}, 'u -> b': { fallbackOf: 'e0' } };
    expect(of({ nodes, edges })).toBeCloseTo(1 - 0.1 * 0.2, 12);
    // Both ask the same store: 0.7 × (1 − 0.1 × 0.2)
    expect(of({ nodes, edges: { ...edges, 'a -> db': {}, 'b -> db': {} } })).toBeCloseTo(0.686, 12);
    // Half of the requests call: 1 − 0.5 × 0.02
    expect(of({ nodes, edges: { ...edges, 'u -> a': { calls: 0.5 } } })).toBeCloseTo(0.99, 12);
    // Two fallbacks of one call: 1 − 0.1 × 0.2 × 0.3
    expect(of({ nodes, edges: { ...edges, 'u -> db': { fallbackOf: 'e0' } } })).toBeCloseTo(0.994, 12);
  });

  test('behind a balancer that fails over is not saved by an edge without calls', () => {
    const nodes = { u: source, lb: { behaviour: 'distributor' as const, ...up(1) }, a: up(0.9), b: up(1) };
    expect(of({ nodes, edges: { 'u -> lb': {}, 'lb -> a': {}, 'lb -> b': { calls: 0 } } })).toBeCloseTo(
      0.9,
      12,
    );
  });

  test('behind a balancer that fails over needs somebody to pick whether a cache hits or misses', () => {
    const nodes = {
      u: source,
      lb: { behaviour: 'distributor' as const, ...up(1) },
      c: { behaviour: 'aside-cache' as const, ...up(0.9, { hitRate: 0.5 }) },
      a: up(0.8),
    };
    const edges = { 'u -> lb': {}, 'lb -> c': { mode: 'async' as const }, 'lb -> a': { onMissOf: 'c' } };
    // Nobody is up in 0.1 × 0.2 of the time; what is picked then is up.
    expect(of({ nodes, edges })).toBeCloseTo(0.98, 12);
    expect(
      of({ nodes: { ...nodes, c: { ...nodes.c, config: { ...nodes.c.config, hitRate: 1 } } }, edges }),
    ).toBeCloseTo(0.98, 12);
  });

  test('behind a balancer that has nobody to pick fails though the call would have a fallback', () => {
    const nodes = { u: source, lb: { behaviour: 'distributor' as const, ...up(1) }, a: up(0.9), b: up(0.8) };
    const edges = { 'u -> lb': {}, 'lb -> a': {}, 'lb -> b': { fallbackOf: 'e1' } };
    expect(of({ nodes, edges })).toBeCloseTo(0.9, 12);
  });

  test('where the hits of an inline cache are drawn, is drawn anew in each of several calls', () => {
    const cdn = { behaviour: 'inline-cache' as const, ...up(1, { hitRate: 0.5 }) };
    // Down in one of five: both calls have to hit. 0.8 + 0.2 × 0.5²
    expect(
      of({ nodes: { u: source, cdn, a: up(0.8) }, edges: { 'u -> cdn': { calls: 2 }, 'cdn -> a': {} } }),
    ).toBeCloseTo(0.85, 12);
  });

  test('behind health checks that cover dependencies passes over what they find down', () => {
    const nodes = (healthChecks: 'self' | 'dependencies') => ({
      u: source,
      lb: { behaviour: 'distributor' as const, ...up(1, { other: { healthChecks } }) },
      a: up(0.9),
      b: up(0.9),
      da: up(0.8),
      db: up(0.8),
    });
    const edges = { 'u -> lb': {}, 'lb -> a': {}, 'lb -> b': {}, 'a -> da': {}, 'b -> db': {} };
    // One of two sides of 0.72; with shallow checks that of the side picked, out of 0.99 with one up.
    expect(of({ nodes: nodes('dependencies'), edges })).toBeCloseTo(1 - 0.28 ** 2, 12);
    expect(of({ nodes: nodes('self'), edges })).toBeCloseTo(0.99 * 0.8, 12);
    const spared = { ...edges, 'a -> db': { fallbackOf: 'e3' } };
    // b needs db; with db down a needs da alone. By db: 0.8 × (1 − 0.1²) + 0.2 × 0.9 × 0.8
    expect(of({ nodes: nodes('dependencies'), edges: spared })).toBeCloseTo(0.8 * 0.99 + 0.2 * 0.72, 12);
  });

  test('does not depend on what nobody waits for', () => {
    const nodes = { u: source, q: { behaviour: 'buffer' as const, ...up(0.9) }, w: up(0.5), log: up(0.5) };
    expect(of({ nodes, edges: { 'u -> q': {}, 'q -> w': {}, 'u -> log': { mode: 'async' } } })).toBeCloseTo(
      0.9,
      12,
    );
  });

  test('shares a zone and a region with all that stand in them', () => {
    const groups = [
      { id: 'r', kind: 'region' as const, name: 'r', parent: null, availability: 0.99, jurisdiction: null },
      { id: 'z', kind: 'zone' as const, name: 'z', parent: 'r', availability: 0.9, jurisdiction: null },
    ];
    const inside = { zone: 'z', region: 'r', group: 'z', config: { instanceAvailability: 0.95 } };
    const edges = { 'u -> a': {}, 'a -> b': {} };
    expect(of({ nodes: { u: source, a: inside, b: inside }, groups, edges })).toBeCloseTo(
      0.9 * 0.99 * 0.95 ** 2,
      12,
    );
    // In no zone group and not over several zones: the design's one default zone of 0.999
    const outside = { config: { instanceAvailability: 0.95 } };
    expect(of({ nodes: { u: source, a: outside, b: outside }, edges })).toBeCloseTo(0.999 * 0.95 ** 2, 12);
  });

  test('needs as many servers as the load does not saturate, whatever limit is planned', () => {
    const nodes = { u: source, a: up(0.9, { replicas: 3, concurrency: 10, maxUtilization: 0.7 }) };
    // 1 ms each: 10 000 a second are all that a server does, so two of three: 0.9³ + 3 × 0.9² × 0.1; of 9 999 one is enough: 1 − 0.1³
    expect(of({ nodes, edges: { 'u -> a': {} } }, 'read', 10_000)).toBeCloseTo(0.972, 12);
    expect(of({ nodes, edges: { 'u -> a': {} } }, 'read', 9999)).toBeCloseTo(0.999, 12);
  });

  test('of 100 servers at 78 % is all but 1: 79 carry the load', () => {
    // 0.995 each: the 22nd of them fails with Σ over 22 and more of C(100, i) 0.005^i 0.995^(100 − i), below 10⁻²⁶.
    const nodes = { u: source, a: up(0.995, { replicas: 100 }) };
    expect(of({ nodes, edges: { 'u -> a': {} } }, 'read', 78_000)).toBeCloseTo(1, 12);
  });

  test('counts servers on standby, which do not share the load while none is down', () => {
    // 1.5 erlangs need two; two of three are up with 0.9³ + 3 × 0.9² × 0.1, both of two with 0.81.
    const edges = { 'u -> a': {} };
    const standby = { u: source, a: up(0.9, { replicas: 3, standby: 1 }) };
    expect(of({ nodes: standby, edges }, 'read', 1500)).toBeCloseTo(0.972, 12);
    expect(of({ nodes: { u: source, a: up(0.9, { replicas: 2 }) }, edges }, 'read', 1500)).toBeCloseTo(
      0.81,
      12,
    );
  });

  test.each([
    ['async', 'write', 1 - 0.1 ** 3],
    ['semi-sync', 'write', 0.972],
    ['sync', 'write', 0.729],
    ['quorum', 'write', 0.972],
    ['sync', 'read', 0.999],
    ['quorum', 'read', 0.972],
  ] as const)('of a store of three replicas that refuses, %s, for a %s', (replication, kind, expected) => {
    const other = { onReplicaLoss: 'refuse' as const };
    const store = up(0.9, { replicasPerShard: 3, replication, readQuorum: 2, writeQuorum: 2, other });
    expect(
      of({ nodes: { u: source, s: { behaviour: 'store', ...store } }, edges: { 'u -> s': {} } }, kind),
    ).toBeCloseTo(expected, 12);
  });

  test.each(['sync', 'semi-sync'] as const)(
    'of a store that goes on with the copies that are up, %s, needs one of them',
    (replication) => {
      const store = up(0.9, { replicasPerShard: 3, replication });
      expect(
        of({ nodes: { u: source, s: { behaviour: 'store', ...store } }, edges: { 'u -> s': {} } }, 'write'),
      ).toBeCloseTo(0.999, 12);
    },
  );

  test('needs every shard where a read scatters', () => {
    const store = up(0.9, { shards: 4, scatter: true });
    expect(
      of({ nodes: { u: source, s: { behaviour: 'store', ...store } }, edges: { 'u -> s': {} } }),
    ).toBeCloseTo(0.9 ** 4, 12);
  });

  test.each([
    // Both copies of the shard written to, of which either can be read, and one copy of each of the two others.
    [
      'more demanding than reads',
      { replication: 'sync', other: { onReplicaLoss: 'refuse' } },
      0.7 ** 2 * 0.91 ** 2,
    ],
    // One copy is enough for writes: what reads need of three shards is enough for them too.
    ['less demanding', { replication: 'async' }, 0.91 ** 3],
  ] as const)('needs every shard where it both writes, %s, and reads all of them', (_, more, expected) => {
    const store = up(0.7, { shards: 3, replicasPerShard: 2, scatter: true, ...more });
    expect(
      of(
        {
          nodes: { u: source, a: up(1), s: { behaviour: 'store', ...store } },
          edges: { 'u -> s': {}, 'u -> a': {}, 'a -> s': { operation: 'read' } },
        },
        'write',
      ),
    ).toBeCloseTo(expected, 12);
  });
});

describe('the availability of random designs', () => {
  test.each([
    ['of up to twelve parts', failingDesigns, 30],
    ['of a few parts with many calls', denseFailingDesigns, 15],
  ] as const)(
    '%s is the sum over all states of their parts',
    (_, designs, least) => {
      let compared = 0;
      fc.assert(
        fc.property(designs, (design) => {
          const result = loadDesign(design);
          fc.pre(result.ok);
          const flow = design.flows[0];
          if (flow === undefined) return;
          compared += 1;
          const listed = enumerated(design, flow, (node) => node.config.instanceAvailability);
          expect(Math.abs((availabilityOf(design) ?? Number.NaN) - listed)).toBeLessThan(1e-9);
        }),
        {
          numRuns: Number(process.env['RUNS'] ?? 60),
          ...(process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }),
        },
      );
      expect(compared).toBeGreaterThan(least);
    },
    600_000,
  );
});

describe('the availability of a flow with more shared parts than can be conditioned on', () => {
  test('lies between every part being needed and each being met by the visits that meet it', () => {
    // Six columns of twelve; each calls three of the next, every other time
    const columns = Array.from({ length: 6 }, (_, c) => Array.from({ length: 12 }, (_, r) => `n${c}x${r}`));
    const nodes = Object.fromEntries(columns.flat().map((id) => [id, up(0.999)]));
    const edges = Object.fromEntries([
      ...(columns[0] ?? []).map((id) => [`u -> ${id}`, { calls: 0.5 }] as const),
      ...columns.flatMap((ids, c) =>
        ids.flatMap((id, r) =>
          c === 5
            ? []
            : [0, 1, 5].map(
                (step) => [`${id} -> ${columns[c + 1]?.[(r + step) % 12]}`, { calls: 0.5 }] as const,
              ),
        ),
      ),
    ]);
    const availability = of({ nodes: { u: source, ...nodes }, edges }) ?? Number.NaN;
    expect(availability).toBeGreaterThan(0.999 ** 72);
    // What each of the first column does to a request is certain to first order: half of the requests call it
    expect(availability).toBeLessThan(0.9995 ** 12);
  });
});
