import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../../shared/analysis/analysis';
import { analyze } from '../../../../shared/analysis/analyze';
import { explain, explainable } from '../../../../shared/analysis/explanations/explain';
import type { FigureName } from '../../../../shared/analysis/explanations/figure-names';
import { inputsOf } from '../../../../shared/analysis/explanations/inputs';
import { resolve } from '../../../../shared/catalog/resolve';
import { templates } from '../../../../shared/templates/index';

const analysed = (design: (typeof templates)[number]['design']) => {
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (!result.ok) throw new Error(design.id);
  return { design: resolved, analysis: result.analysis };
};

const figuresOf = (analysis: Analysis): readonly FigureName[] =>
  [
    ...[...analysis.flows, ...analysis.nodes, ...analysis.edges].map((of) => [of.id, of] as const),
    ...analysis.layers.map((of) => [`layer:${of.id}`, of] as const),
    ...analysis.hops.map((of) => [`${of.from}>${of.to}`, of] as const),
    ['totals', analysis.totals] as const,
  ].flatMap(([part, figures]) => explainable(figures).map((metric) => ({ part, metric })));

describe('the figures that a figure follows from', () => {
  test.each(templates.map(({ design }) => design))('each have an explanation in $id', (design) => {
    const { design: resolved, analysis } = analysed(design);
    const unexplained = figuresOf(analysis).flatMap((figure) =>
      inputsOf(resolved, analysis, figure)
        .filter(({ part, metric }) => explain(resolved, analysis, part, metric) === null)
        .map((input) => `${figure.part}.${figure.metric} ← ${input.part}.${input.metric}`),
    );
    expect(unexplained).toEqual([]);
  });

  test.each(templates.map(({ design }) => design))(
    'lead from each p99 to rates of flows in $id',
    (design) => {
      const { design: resolved, analysis } = analysed(design);
      for (const flow of analysis.flows.filter(({ p99Ms }) => p99Ms !== null && p99Ms > 0)) {
        const reached = new Set<string>();
        const open = (figure: FigureName): void => {
          const key = `${figure.part}.${figure.metric}`;
          if (reached.has(key)) return;
          reached.add(key);
          for (const input of inputsOf(resolved, analysis, figure)) open(input);
        };
        open({ part: flow.id, metric: 'p99Ms' });
        expect([...reached]).toContain(`${flow.id}.rateRps`);
      }
    },
  );

  test('name neither the figure itself nor one twice, and nothing that is zero', () => {
    const tinyUrl = templates.find(({ design }) => design.id === 'tinyurl');
    if (tinyUrl === undefined) throw new Error('no TinyURL');
    const { design, analysis } = analysed(tinyUrl.design);
    for (const figure of figuresOf(analysis)) {
      const keys = inputsOf(design, analysis, figure).map(({ part, metric }) => `${part}.${metric}`);
      expect(keys).not.toContain(`${figure.part}.${figure.metric}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
    // TinyURL refuses nothing: its redirects are served in full.
    const [server] = analysis.nodes.filter(
      ({ capacityRps, refused }) => capacityRps !== null && refused === 0,
    );
    if (server === undefined) throw new Error('nothing serves');
    expect(inputsOf(design, analysis, { part: server.id, metric: 'carriedRps' })).toEqual([
      { part: server.id, metric: 'offeredRps' },
      { part: server.id, metric: 'capacityRps' },
    ]);
  });
});
