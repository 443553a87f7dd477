import { describe, expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { explain, explainable } from '../../../shared/analysis/explain';
import { resolve } from '../../../shared/catalog/resolve';
import { fillTemplate } from '../../../shared/math/format';
import { templates } from '../../../shared/templates/index';

const analysed = templates.map(({ id, design }) => {
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (!result.ok) throw new Error(id);
  return { id, resolved, analysis: result.analysis };
});

describe.each(analysed)('explaining $id', ({ resolved, analysis }) => {
  const parts: readonly (readonly [string, object])[] = [
    ...[...analysis.flows, ...analysis.nodes, ...analysis.edges].map((of) => [of.id, of] as const),
    ...analysis.layers.map((of) => [`layer:${of.id}`, of] as const),
    ...analysis.hops.map((of) => [`${of.from}>${of.to}`, of] as const),
    ['totals', analysis.totals],
  ];
  const all = parts.flatMap(([part, figures]) =>
    explainable(figures).map((metric) => [part, metric] as const),
  );

  test('finds every figure of the JSON, and puts a figure into each place of its formula', () => {
    expect(all.length).toBeGreaterThan(300);
    for (const [part, metric] of all) {
      const found = explain(resolved, analysis, part, metric);
      expect(`${part}.${metric}: ${found === null ? 'not explained' : 'explained'}`).toBe(
        `${part}.${metric}: explained`,
      );
      if (found === null) continue;
      const text = fillTemplate(found.formula, found.inputs);
      expect(`${part}.${metric}: ${text}`).not.toMatch(/[{}]/);
      expect(text.length).toBeGreaterThan(0);
    }
  });

  test('has the value that the analysis has', () => {
    for (const { id, meanMs, availability } of analysis.flows) {
      expect(explain(resolved, analysis, id, 'meanMs')?.value).toBe(meanMs);
      expect(explain(resolved, analysis, id, 'availability')?.value).toBe(availability);
    }
    const node = analysis.nodes.find(({ id }) => id === 'links');
    expect(explain(resolved, analysis, 'links', 'visits.redirect')?.value).toBe(node?.visits.redirect);
    // Not every design has a flow of that name.
    expect(explain(resolved, analysis, 'layer:data', 'flows.redirect.meanMs')?.value ?? null).toBe(
      analysis.layers.find(({ id }) => id === 'data')?.flows.redirect?.meanMs ?? null,
    );
  });
});

describe('what there is not', () => {
  const [first] = analysed;
  test.each([
    ['nobody', 'meanMs'],
    ['links', 'beauty'],
    ['redirect', 'budget.nobody'],
    ['totals', 'p99Ms'],
  ])('%s.%s is not explained', (part, metric) => {
    if (first === undefined) throw new Error('no template');
    expect(explain(first.resolved, first.analysis, part, metric)).toBeNull();
  });
});
