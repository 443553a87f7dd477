import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { explain } from '../../../../shared/analysis/explanations/explain';
import { inputsOf } from '../../../../shared/analysis/explanations/inputs';
import { sweep } from '../../../../shared/analysis/sweep';
import { curvePointCount, kneeLoad } from '../../../../shared/analysis/sweep-loads';
import { resolve } from '../../../../shared/catalog/resolve';
import { formatMessage } from '../../../../shared/math/format-message';
import { templates } from '../../../../shared/templates/index';
import { designOf } from '../../../support/resolved';
import { evaluated } from './formula';

function analysed(design: ReturnType<typeof resolve>, load = 1) {
  const result = analyze(design, { load });
  if (!result.ok) throw new Error(design.id);
  return result.analysis;
}

// A sweep analyzes forty loads: two designs are enough.
const swept = templates.filter(({ id }) => id === 'tinyurl' || id === 'event-driven');

describe.each(swept.map(({ id, design }) => ({ id, design: resolve(design) })))(
  'the loads on the curves of $id',
  ({ design }) => {
    test('are those that the chart draws, and follow from their formulas, whatever load is shown', () => {
      const analysis = analysed(design, 2);
      for (const { id } of analysis.flows.slice(0, 2)) {
        const result = sweep(design, { flow: id, percentiles: false, pointCount: curvePointCount });
        if (!result.ok) throw new Error(id);
        const { saturationLoad, plannedLoad, points } = result.sweep;
        const own = points.flatMap(({ load, flows }) =>
          flows.flatMap((flow) => (flow.id === id ? [{ ...flow, load }] : [])),
        );
        const drawn = { saturationLoad, plannedLoad, kneeLoad: kneeLoad(own) };
        for (const [metric, load] of Object.entries(drawn)) {
          const explanation = explain(design, analysis, id, metric);
          expect([id, metric, explanation?.value]).toEqual([id, metric, load]);
          expect(explanation?.form === 'none').toBe(load === null);
          if (explanation?.form === 'arithmetic')
            expect(evaluated(explanation.message)).toBeCloseTo(Number(load), 6);
        }
      }
    });
  },
);

describe('what else of flows is explained', () => {
  // One server of 10 ms carries 100 a second: 25 rps use a quarter of it, the planned limit of 0.7 is at ×2.8.
  const design = designOf({
    nodes: {
      u: { behaviour: 'source' },
      a: { config: { readMs: 10, writeMs: 10, concurrency: 1, maxUtilization: 0.7 } },
    },
    edges: { 'u -> a': {} },
    flows: {
      f: { entry: 'u', rateRps: 20, targets: { p99Ms: 100 } },
      g: { entry: 'u', rateRps: 5 },
    },
  });
  const analysis = analysed(design);
  const of = (part: string, metric: string) => explain(design, analysis, part, metric);

  test('the load at which it saturates and is at its planned limit', () => {
    expect(of('f', 'saturationLoad')?.value).toBeCloseTo(4, 9);
    expect(of('f', 'plannedLoad')?.value).toBeCloseTo(2.8, 9);
    expect(of('f', 'kneeLoad')?.value).toBeGreaterThan(1);
  });

  test('a target, and the figure that it is for', () => {
    expect(of('f', 'targets.p99Ms')?.value).toBe(100);
    expect(inputsOf(design, analysis, { part: 'f', metric: 'targets.p99Ms' })).toEqual([
      { part: 'f', metric: 'p99Ms' },
    ]);
    expect(formatMessage(of('f', 'targets.p99Ms')?.message ?? { text: '', values: {} })).toMatch(/meets it$/);
    expect(of('g', 'targets.p99Ms')).toBeNull();
  });

  test('what all flows offer and get', () => {
    expect(of('totals', 'rateRps')?.value).toBe(25);
    expect(of('totals', 'goodputRps')?.value).toBe(25);
    expect(of('totals', 'servedShare')?.value).toBe(1);
    expect(inputsOf(design, analysis, { part: 'totals', metric: 'rateRps' })).toEqual([
      { part: 'f', metric: 'rateRps' },
      { part: 'g', metric: 'rateRps' },
    ]);
  });

  test('the share that is served follows from its formula where some of it is lost', () => {
    const over = analysed(design, 8);
    const share = explain(design, over, 'totals', 'servedShare');
    expect(share?.value).toBeLessThan(1);
    expect(evaluated(share?.message ?? { text: '', values: {} })).toBeCloseTo(Number(share?.value), 9);
  });
});
