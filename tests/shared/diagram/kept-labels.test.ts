import { expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { createAnalyzer } from '../../../shared/analysis/analyzer';
import { figuresOf } from '../../../shared/diagram/figures';
import { reuse } from '../../../shared/model/reuse';
import { type Design, type Edge, edgesOf, type Flow, type Node } from '../../../shared/model/schema';
import { sceneOf } from '../../bench/scene';

type System = Design['system'];

const changed = <T extends { readonly id: string }>(
  list: readonly T[] = [],
  id: string,
  change: Partial<T>,
): T[] => list.map((item) => (item.id === id ? { ...item, ...change } : item));

/** Edits of all that a label follows from: its edge, its figures, who is called, who calls and the flows. */
const edits: readonly ((system: System) => System)[] = [
  (system) => ({ ...system, edges: changed<Edge>(system.edges, 'n1-1', { mode: 'async' }) }),
  (system) => ({ ...system, edges: changed<Edge>(system.edges, 'n1-1', { calls: 3 }) }),
  (system) => ({
    ...system,
    nodes: changed<Node>(system.nodes, 'n-1-2', { config: { replicas: 1, serviceMs: 900 } }),
  }),
  (system) => ({ ...system, nodes: changed<Node>(system.nodes, 'n-1-1', { kind: 'queue' }) }),
  (system) => ({
    ...system,
    flows: changed<Flow>(system.flows, 'f1', { name: 'Renamed', rate: { rps: 9 } }),
  }),
  (system) => ({ ...system, flows: (system.flows ?? []).slice(1) }),
];

test('labels of figures that an edit left alone say what they would say anew', () => {
  const analyzer = createAnalyzer();
  let design = sceneOf(110);
  let before: Analysis | null = null;
  for (const edit of [(system: System) => system, ...edits]) {
    design = { ...design, system: edit(design.system) };
    const resolved = analyzer.resolve(design);
    const result = analyzer.analyze(resolved);
    if (!result.ok) throw new Error('The scene has figures.');
    // As the window keeps them: what is the same in the report before is the same object.
    const analysis: Analysis = reuse(before, result.analysis);
    before = analysis;
    const [kept, anew] = [figuresOf(resolved, analysis), figuresOf(resolved, structuredClone(analysis))];
    const ids = edgesOf(design).map(({ id }) => id);
    expect(ids.map(kept.edge)).toEqual(ids.map(anew.edge));
    expect(
      ids.map(figuresOf(resolved, analysis).edge).every((label, i) => label === kept.edge(ids[i] ?? '')),
    ).toBe(true);
  }
});

test('an edit of one node makes the labels of the edges around it again, and no others', () => {
  const analyzer = createAnalyzer();
  const design = sceneOf(110);
  const analysed = (of: Design, before: Analysis | null) => {
    const resolved = analyzer.resolve(of);
    const result = analyzer.analyze(resolved);
    if (!result.ok) throw new Error('The scene has figures.');
    const analysis = reuse(before, result.analysis);
    return { analysis, figures: figuresOf(resolved, analysis) };
  };
  const nodes = changed<Node>(design.system.nodes, 'n-1-2', { config: { replicas: 7 } });
  const before = analysed(design, null);
  const labels = edgesOf(design).map(({ id }) => before.figures.edge(id));
  const after = analysed({ ...design, system: { ...design.system, nodes } }, before.analysis);
  const made = edgesOf(design).filter(({ id }, i) => after.figures.edge(id) !== labels[i]);
  expect(made.length).toBeGreaterThan(0);
  expect(made.length).toBeLessThan(labels.length / 5);
});
