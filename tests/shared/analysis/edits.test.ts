import { describe, expect, test, vi } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
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

/** A program of its own, which forgets each design before it is asked about the next. */
async function forgetful() {
  vi.resetModules();
  const { analyze: analyzeAnew } = await import('../../../shared/analysis/analyze');
  const { resolve: resolveAnew } = await import('../../../shared/catalog/resolve');
  return (design: Design, options: { readonly percentiles: boolean; readonly load: number }) => {
    analyzeAnew(resolveAnew(chainOf(1)));
    return analyzeAnew(resolveAnew(structuredClone(design)), options);
  };
}

describe('after an edit', () => {
  test.each([
    { name: 'rows that call each other', start: sceneOf(33, { edgesPerNode: 2, flows: 3 }) },
    { name: 'chains', start: chainOf(5, 2) },
  ])('the figures of $name are those of the design analysed for the first time', async ({ start }) => {
    const anew = await forgetful();
    const random = seeded(5);
    let design = start;
    for (let turn = 0; turn < 2 * edits.length; turn++) {
      const edit = edits[turn % edits.length];
      const system = edit?.(design.system, Math.floor(random() * 60), 0.05 + 0.9 * random());
      design = { ...design, system: system ?? design.system };
      const options = { percentiles: turn % 3 !== 0, load: turn % 7 === 6 ? 1.25 : 1 };
      expect(analyze(resolve(design), options)).toEqual(anew(design, options));
    }
  });

  test('nodes and edges that it did not touch are resolved to the same objects', () => {
    const before = sceneOf(33, { edgesPerNode: 2 });
    const first = resolve(before);
    const after = resolve({
      ...before,
      system: { ...before.system, nodes: changed<Node>(before.system.nodes, 4, { config: { replicas: 9 } }) },
    });
    expect(after.nodes.flatMap((node, i) => (node === first.nodes[i] ? [] : [i]))).toEqual([4]);
    const touched = after.edges.filter((edge, i) => edge !== first.edges[i]);
    const edited = after.nodes[4]?.id;
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.every(({ from, to }) => from === edited || to === edited)).toBe(true);
  });
});
