import { describe, expect, test } from 'vitest';
import type { AnalyzeOptions } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { createAnalyzer } from '../../../shared/analysis/analyzer';
import { createResolver, resolve } from '../../../shared/catalog/resolve';
import { resolvedOf } from '../../../shared/catalog/resolved-index';
import type { Design, Edge, Flow, Node } from '../../../shared/model/schema';
import { chainOf, sceneOf } from '../../bench/scene';
import { seeded } from '../../support/reference/seeded';

type System = Design['system'];

const changed = <T>(list: readonly T[] = [], at: number, change: Partial<T>): T[] =>
  list.map((item, i) => (i === at % Math.max(1, list.length) ? { ...item, ...change } : item));

/** Edits that a person makes: one part of the document is another afterwards, all others are the same objects. */
const edits: readonly ((system: System, at: number, share: number) => System)[] = [
  ...(['replicas', 'serviceMs', 'cv', 'hitRate', 'instanceAvailability'] as const).map(
    (field) => (system: System, at: number, share: number) => {
      const value =
        field === 'replicas' ? 2 + Math.floor(share * 8) : field === 'serviceMs' ? 2 * share : share;
      const { config } = system.nodes?.[at % (system.nodes?.length ?? 1)] ?? {};
      return { ...system, nodes: changed<Node>(system.nodes, at, { config: { ...config, [field]: value } }) };
    },
  ),
  (system, at, share) => ({ ...system, edges: changed<Edge>(system.edges, at, { calls: share }) }),
  (system, at, share) => ({ ...system, edges: changed<Edge>(system.edges, at, { rttMs: 3 * share }) }),
  (system, at, share) => ({ ...system, edges: changed<Edge>(system.edges, at, { optional: share < 0.5 }) }),
  (system, at, share) => ({ ...system, edges: changed<Edge>(system.edges, at, { weight: share }) }),
  (system, at) => ({ ...system, edges: changed<Edge>(system.edges, at, { mode: 'async' }) }),
  (system, at) => ({ ...system, edges: (system.edges ?? []).filter((_, i) => i !== at) }),
  (system, at) => {
    const of = system.edges?.[at % (system.edges?.length ?? 1)];
    const call = system.edges?.find(
      ({ id, from, fallbackOf }) => from === of?.from && id !== of.id && fallbackOf === undefined,
    );
    return call === undefined
      ? system
      : { ...system, edges: changed<Edge>(system.edges, at, { fallbackOf: call.id }) };
  },
  (system, at, share) => ({
    ...system,
    flows: changed<Flow>(system.flows, at, { rate: { rps: 900 * share } }),
  }),
  (system, at, share) => ({
    ...system,
    flows: changed<Flow>(system.flows, at, { targets: { p50Ms: 50 * share } }),
  }),
  (system, at) => ({ ...system, nodes: changed<Node>(system.nodes, at, { layer: 'operations' }) }),
];

/** The figures of a copy in which nothing is found of what was worked out before. */
const anew = (design: Design, options: AnalyzeOptions) => analyze(resolve(structuredClone(design)), options);

/** A design after each of some edits, with what is asked of it. */
function edited(start: Design, seed: number, turns: number): readonly (readonly [Design, AnalyzeOptions])[] {
  const random = seeded(seed);
  let design = start;
  return Array.from({ length: turns }, (_, turn) => {
    const edit = edits[turn % edits.length];
    const system = edit?.(design.system, Math.floor(random() * 60), 0.05 + 0.9 * random());
    design = { ...design, system: system ?? design.system };
    return [design, { percentiles: turn % 3 !== 0, load: turn % 7 === 6 ? 1.25 : 1 }] as const;
  });
}

describe('after an edit', () => {
  test('of what health checks cover the availability is another', () => {
    const part = (id: string, kind = 'service', config = {}): Node => ({ id, kind, config });
    const edge = (from: string, to: string): Edge => ({ id: `${from}-${to}`, from, to });
    const designWith = (healthChecks: 'self' | 'dependencies'): Design => ({
      format: 'loadline',
      version: 1,
      id: 'd',
      name: 'D',
      system: {
        flows: [{ id: 'f', kind: 'read', entry: 'u', rate: { rps: 1 } }],
        nodes: [
          part('u', 'client'),
          part('lb', 'load-balancer', { healthChecks }),
          ...['a', 'b', 'x', 'y'].map((id) => part(id, 'service', { replicas: 1, multiZone: true })),
        ],
        edges: [edge('u', 'lb'), edge('lb', 'a'), edge('lb', 'b'), edge('a', 'x'), edge('b', 'y')],
      },
    });
    const analyzer = createAnalyzer();
    const figures = (['self', 'dependencies', 'self'] as const).map((depth) => {
      const design = designWith(depth);
      const result = analyzer.analyze(analyzer.resolve(design), { percentiles: false });
      expect(result).toEqual(anew(design, { percentiles: false }));
      return result.ok ? (result.analysis.flows[0]?.availability ?? 0) : 0;
    });
    expect(figures[1]).toBeGreaterThan((figures[0] ?? 1) + 1e-4);
    expect(figures[2]).toBe(figures[0]);
  });

  const starts = [
    { name: 'rows that call each other', start: sceneOf(33, { edgesPerNode: 2, flows: 3 }) },
    { name: 'chains', start: chainOf(5, 2) },
  ];

  test.each(starts)(
    'the figures of $name are those of the design analysed for the first time',
    ({ start }) => {
      const analyzer = createAnalyzer();
      for (const [design, options] of edited(start, 5, 2 * edits.length))
        expect(analyzer.analyze(analyzer.resolve(design), options)).toEqual(anew(design, options));
    },
  );

  test('two analyzers that take turns, and one that gets all edits of both, give the figures of a fresh one', () => {
    const [first, second, both] = [createAnalyzer(), createAnalyzer(), createAnalyzer()];
    const turns = edits.length;
    // Two designs of the same shape and ids, edited apart: what one remembers fits the other all but for the edits.
    const [some, others] = [edited(chainOf(5, 2), 3, turns), edited(chainOf(5, 2), 4, turns)];
    some.forEach((one, turn) => {
      for (const [analyzer, [design, options]] of [
        [first, one],
        [second, others[turn] ?? one],
      ] as const) {
        const expected = anew(design, options);
        expect(analyzer.analyze(analyzer.resolveCopy(structuredClone(design)), options)).toEqual(expected);
        expect(both.analyze(both.resolve(design), options)).toEqual(expected);
      }
    });
  });

  test('nodes and edges that it did not touch are resolved to the same objects', () => {
    const before = sceneOf(33, { edgesPerNode: 2 });
    const resolveNext = createResolver();
    const first = resolveNext(before);
    const after = resolveNext({
      ...before,
      system: { ...before.system, nodes: changed<Node>(before.system.nodes, 4, { config: { replicas: 9 } }) },
    });
    expect(after.nodes.flatMap((node, i) => (node === first.nodes[i] ? [] : [i]))).toEqual([4]);
    const touched = after.edges.filter((edge, i) => edge !== first.edges[i]);
    const edited = after.nodes[4]?.id;
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.every(({ from, to }) => from === edited || to === edited)).toBe(true);
  });

  test('what it left alone keeps its identity in each of several designs that are edited in turns', () => {
    const open = ['a', 'b'].map((id) => ({ ...sceneOf(12), id }));
    const first = open.map((design) => resolvedOf(design).design);
    open.forEach((design, i) => {
      const nodes = changed<Node>(design.system.nodes, 4, { config: { replicas: 9 } });
      const after = resolvedOf({ ...design, system: { ...design.system, nodes } }).design;
      expect(after.nodes.flatMap((node, at) => (node === first[i]?.nodes[at] ? [] : [at]))).toEqual([4]);
    });
  });
});
