import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { countedTurns } from '../../../shared/math/work';
import type { Config } from '../../../shared/model/config';
import { magnitudes } from '../../../shared/model/limits';
import type { Design, Edge, Node } from '../../../shared/model/schema';
import { templates } from '../../../shared/templates/index';

/** Turns of loops that a template may take, whatever its figures; as it is it takes about a million. */
const mostTurns = 600_000_000;

interface Counted {
  readonly turns: number;
  readonly meanMs: number | null;
  readonly approximate: readonly string[];
}

/** Analyses a design, and says how many turns it took; fails where a figure is no number. */
function counted(design: Design, options: { load?: number; percentiles?: boolean } = {}): Counted {
  const begin = countedTurns();
  const result = analyze(resolve(design), options);
  const turns = countedTurns() - begin;
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  // JSON has no other numbers: what is not finite is printed as null, and another text then.
  expect(
    JSON.stringify(result.analysis, (_, value: unknown) => (isStrange(value) ? 'strange' : value)),
  ).not.toContain('"strange"');
  const flow = result.analysis.flows[0];
  return { turns, meanMs: flow?.meanMs ?? null, approximate: flow?.approximate ?? [] };
}

const isStrange = (value: unknown): boolean => typeof value === 'number' && !Number.isFinite(value);

/** The template with fields of the configuration of every node that has them, or of all where `isFor` says so. */
function configured(design: Design, config: Config, isFor: (node: Node) => boolean): Design {
  const nodes = (design.system.nodes ?? []).map((node) =>
    isFor(node) ? { ...node, config: { ...node.config, ...config } } : node,
  );
  return { ...design, system: { ...design.system, nodes } };
}

const template = (id: string): Design => {
  const found = templates.find(({ design }) => design.id === id || design.name === id);
  if (found === undefined) throw new Error(`No template ${id}`);
  return found.design;
};

const hasCache = ({ kind }: Node): boolean => kind === 'cache' || kind === 'cdn';

/** What is bounded here are turns: how long they take on a busy machine is another matter. */
const unhurried = { timeout: 600_000 };

describe('a template ends', unhurried, () => {
  const cqrs = templates.find(({ id }) => id === 'cqrs')?.design ?? template('cqrs');
  test.each([2.5, 3, 5, 6, 10])('CQRS whose cache never hits, at × %s', (load) => {
    const design = configured(cqrs, { hitRate: 0, hitRates: {} }, hasCache);
    expect(counted(design, { load }).turns).toBeLessThan(mostTurns);
  });

  test('with servers that hold tens of thousands of requests, soon', () => {
    const design = templates.find(({ id }) => id === 'tinyurl-without-cache')?.design;
    expect(counted(design ?? cqrs).turns).toBeLessThan(2_000_000);
  });

  test('with a million replicas of each shard, of which the fastest follower counts', () => {
    const million = {
      replicasPerShard: magnitudes.servers,
      replication: 'semi-sync',
      readFrom: 'any',
    } as const;
    for (const { design } of templates)
      expect(counted(configured(design, million, () => true)).turns).toBeLessThan(mostTurns);
  });

  test('where a quorum of a thousand replicas in a million shards makes a mean of rounding errors alone', () => {
    const rough = {
      concurrency: 1,
      shards: magnitudes.servers,
      replicasPerShard: 1000,
      cv: 1000,
      replication: 'quorum',
      scatter: true,
    } as const;
    const design = configured(template('three-tier'), rough, () => true);
    expect(counted(design, { load: 0.1 }).turns).toBeLessThan(mostTurns);
    const steep = { ...rough, replicasPerShard: magnitudes.servers, cv: 0.001 };
    const narrow = configured(template('tinyurl'), steep, () => true);
    expect(counted(narrow, { load: 0.1 }).turns).toBeLessThan(mostTurns);
  });

  test('where the slowest of twenty thousand copies is waited for, whose times vary by a thousand means', () => {
    const rough = { replicasPerShard: 20_001, cv: 1_000, replication: 'sync' } as const;
    const missing = configured(template('active-active'), { hitRate: 0, hitRates: {} }, hasCache);
    expect(
      counted(
        configured(missing, rough, () => true),
        { load: 0.1 },
      ).turns,
    ).toBeLessThan(mostTurns);
  });

  const extreme = (most: number) => fc.constantFrom(1, 2, 3, 10, 1_000, 20_001, most);
  const configs = fc.record(
    {
      replicas: extreme(magnitudes.servers),
      concurrency: extreme(magnitudes.servers),
      shards: extreme(magnitudes.servers),
      replicasPerShard: extreme(magnitudes.servers),
      queueLimit: extreme(magnitudes.count),
      cv: fc.constantFrom(0, 1e-3, 0.5, 1, 3, 1_000),
      replication: fc.constantFrom(
        'async' as const,
        'semi-sync' as const,
        'sync' as const,
        'quorum' as const,
      ),
      readFrom: fc.constantFrom('leader' as const, 'any' as const),
      scatter: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  test('whatever its load, hit rates and sizes are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...templates.map(({ design }) => design)),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        configs,
        fc.nat(30),
        (design, load, hitRate, config, at) => {
          const hitting = configured(design, { hitRate, hitRates: {} }, hasCache);
          const nodes = design.system.nodes ?? [];
          const one = nodes[at % nodes.length];
          // All stations alike, or one of them.
          const sized = configured(hitting, config, (node) => at % 2 === 0 || node.id === one?.id);
          expect(readDesign(sized).ok).toBe(true);
          expect(counted(sized, { load }).turns).toBeLessThan(mostTurns);
        },
      ),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 60) / 3) },
    );
  });
});

/** So many services, called as `callsOf` says; a client calls the first of them. */
function shape(
  count: number,
  callsOf: (node: number) => readonly (Partial<Edge> & { readonly to: string })[],
  first: Node = { id: 'n0', kind: 'service' },
): Design {
  const nodes: Node[] = [{ id: 'u', kind: 'client' }, first];
  for (let i = 1; i < count; i++) nodes.push({ id: `n${i}`, kind: 'service', config: { replicas: 4 } });
  const edges: Edge[] = [{ id: 'e', from: 'u', to: 'n0' }];
  for (let i = 0; i < count; i++)
    for (const call of callsOf(i)) edges.push({ id: `e${edges.length}`, from: `n${i}`, ...call });
  const flows = [{ id: 'f', kind: 'read', entry: 'u', rate: { rps: 1 } } as const];
  return { format: 'loadline', version: 1, id: 's', name: 'S', system: { nodes, edges, flows } };
}

const others = (count: number): readonly string[] => Array.from({ length: count - 1 }, (_, i) => `n${i + 1}`);

describe('the means of a large design', unhurried, () => {
  const balancer: Node = { id: 'n0', kind: 'load-balancer' };
  const shapes: readonly (readonly [string, (count: number) => Design])[] = [
    ['chain', (count) => shape(count, (i) => (i + 1 < count ? [{ to: `n${i + 1}` }] : []))],
    ['star', (count) => shape(count, (i) => (i === 0 ? others(count).map((to) => ({ to })) : []))],
    [
      'star of parallel calls',
      (count) => shape(count, (i) => (i === 0 ? others(count).map((to) => ({ to, step: 1 })) : [])),
    ],
    [
      'load balancer',
      (count) => shape(count, (i) => (i === 0 ? others(count).map((to) => ({ to })) : []), balancer),
    ],
    [
      'fan to one',
      (count) =>
        shape(count, (i) =>
          i === 0
            ? others(count - 1).map((to) => ({ to }))
            : i + 1 < count
              ? [{ to: `n${count - 1}`, calls: 0.001 }]
              : [],
        ),
    ],
    [
      'ladder',
      (count) =>
        shape(count, (i) =>
          [1, 2].filter((k) => i + k < count).map((k) => ({ to: `n${i + k}`, calls: 0.5 })),
        ),
    ],
    [
      'cache missed by all others',
      (count) =>
        shape(count, (i) =>
          i === 0 ? others(count).map((to) => (to === 'n1' ? { to } : { to, onMissOf: 'n1' })) : [],
        ),
    ],
    [
      'chain that refuses and is retried',
      (count) =>
        configured(
          shape(count, (i) => (i + 1 < count ? [{ to: `n${i + 1}`, retries: 2 }] : [])),
          { queueLimit: 10 },
          ({ kind }) => kind === 'service',
        ),
    ],
    [
      'ring',
      (count) => shape(count, (i) => [i + 1 < count ? { to: `n${i + 1}` } : { to: 'n0', calls: 0.5 }]),
    ],
  ];
  test.each(shapes)('%s takes turns as the number of its parts', (_, make) => {
    const isMeans = { percentiles: false };
    const small = counted(make(1_000), isMeans);
    const large = counted(make(4_000), isMeans);
    // n log n, and a little that does not depend on n.
    expect(large.turns).toBeLessThan(4 * 1.5 * small.turns + 100_000);
    expect(large.meanMs).toBeGreaterThan(0);
  });

  test('the slowest of ten thousand calls is as slow as the harmonic numbers say', () => {
    const count = 10_001;
    const calls = others(count).map((to) => ({ to, step: 1, rttMs: 0 }));
    const star = shape(count, (i) => (i === 0 ? calls : []));
    const alone = configured(
      star,
      { serviceMs: 10, cv: 1, delayMs: 0, slowShare: 0, replicas: 10_000 },
      ({ id }) => id !== 'n0' && id !== 'u',
    );
    const design = configured(alone, { serviceMs: 0, delayMs: 0, slowShare: 0 }, ({ id }) => id === 'n0');
    const edges = (design.system.edges ?? []).map((edge) => ({ ...edge, rttMs: 0 }));
    const { meanMs } = counted({ ...design, system: { ...design.system, edges } }, { percentiles: false });
    // The mean of the slowest of n exponentials is their mean × Σ 1 ÷ k.
    let harmonic = 0;
    for (let k = 1; k < count; k++) harmonic += 1 / k;
    expect(Math.abs((meanMs ?? 0) / (10 * harmonic) - 1)).toBeLessThan(0.005);
  });
});

describe('what is too large to be worked out in full', unhurried, () => {
  test('says so: a flow of twenty-six thousand stations has percentiles of one grid', () => {
    const count = 26_000;
    const chain = shape(count, (i) => (i + 1 < count ? [{ to: `n${i + 1}`, rttMs: 0 }] : []));
    const begin = countedTurns();
    const result = analyze(resolve(chain));
    expect(countedTurns() - begin).toBeLessThan(20_000 * count);
    const flow = result.ok ? result.analysis.flows[0] : undefined;
    expect(flow?.approximate).toContain('budget');
    // A sum of so many is within a hundredth of its mean, and of one cell of its grid.
    expect(Math.abs((flow?.p99Ms ?? 0) / (flow?.meanMs ?? 1) - 1)).toBeLessThan(0.05);
  });

  test('says so: more visits than any request makes', () => {
    const count = 20;
    const chain = shape(count, (i) => (i + 1 < count ? [{ to: `n${i + 1}`, calls: magnitudes.calls }] : []));
    expect(counted(chain).approximate).toContain('budget');
  });

  test('says so: thirty caches of one step, each missed by two calls', () => {
    const calls = Array.from({ length: 30 }, (_, k) => k).flatMap((k) => [
      { to: `n${3 * k + 1}`, step: 1 },
      { to: `n${3 * k + 2}`, step: 2, onMissOf: `n${3 * k + 1}` },
      { to: `n${3 * k + 3}`, step: 2, onMissOf: `n${3 * k + 1}` },
    ]);
    const design = shape(91, (i) => (i === 0 ? calls : []));
    const nodes = (design.system.nodes ?? []).map((node) =>
      calls.some(({ to, step }) => to === node.id && step === 1) ? { ...node, kind: 'cache' } : node,
    );
    const { turns, approximate } = counted({ ...design, system: { ...design.system, nodes } });
    expect(turns).toBeLessThan(mostTurns);
    expect(approximate).toContain('budget');
  });
});
