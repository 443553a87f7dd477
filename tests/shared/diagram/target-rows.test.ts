import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { figureAt, targetRows } from '../../../shared/diagram/target-rows';
import { targetChanges, targetsAt } from '../../../shared/edits/targets';
import { applyChanges } from '../../../shared/model/apply';
import { type Design, flowsOf, nodesOf } from '../../../shared/model/schema';
import { templateOf, templates } from '../../../shared/templates/index';

function analysisOf(design: Design, load = 1, percentiles = true): Analysis {
  const result = analyze(resolve(design), { load, percentiles, limits: false });
  if (!result.ok) throw new Error('It has no figures.');
  return result.analysis;
}

function tinyUrl(): Design {
  const template = templateOf('tinyurl');
  if (template === undefined) throw new Error('There is no such template.');
  return template.design;
}

const withTarget = (design: Design, ...args: [Parameters<typeof targetChanges>[1], string, number | null]) =>
  applyChanges(design, targetChanges(design, ...args));

describe('the rows of the targets', () => {
  test.each(templates.map(({ id, design }) => [id, design] as const))(
    'of the template %s agree with the analysis',
    (_, design) => {
      const analysis = analysisOf(design);
      const rows = targetRows(design, analysis);
      const set = flowsOf(design).flatMap(({ targets = {} }) => Object.values(targets)).length;
      expect(rows.filter(({ place }) => place.scope === 'flow')).toHaveLength(set);
      for (const row of rows) {
        if (row.place.scope !== 'flow') continue;
        const { id } = row.place;
        const of = analysis.flows
          .find((flow) => flow.id === id)
          ?.targets.find((target) => target.metric === row.metric);
        expect(row.actual).toBe(of?.actual);
        expect(row.verdict === 'met').toBe(of?.met);
      }
    },
  );

  test('have the margin in the unit and as a share, negative where missed, and the missed first', () => {
    const flow = flowsOf(tinyUrl())[0]?.id ?? '';
    const given = withTarget(tinyUrl(), { scope: 'flow', id: flow }, 'p99Ms', null);
    const actual = analysisOf(given).flows.find(({ id }) => id === flow)?.p99Ms ?? 0;
    const loose = withTarget(given, { scope: 'flow', id: flow }, 'p99Ms', actual * 2);
    const tight = withTarget(loose, { scope: 'flow', id: flow }, 'p95Ms', 0.001);
    const rows = targetRows(tight, analysisOf(tight));
    expect(rows[0]).toMatchObject({ metric: 'p95Ms', verdict: 'missed' });
    expect(rows[0]?.margin).toBeLessThan(0);
    const row = rows.find(({ place, metric }) => place.scope === 'flow' && metric === 'p99Ms');
    expect(row?.margin).toBeCloseTo(actual, 9);
    expect(row?.marginShare).toBeCloseTo(0.5, 9);
  });

  test('of an availability that only what is served has claim no margin, and say so', () => {
    const design = templateOf('tinyurl-without-cache')?.design;
    if (design === undefined) throw new Error('There is no such template.');
    const rows = targetRows(design, analysisOf(design)).filter(({ metric }) => metric === 'availability');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.actual).toBeGreaterThan(row.target);
      expect(row).toMatchObject({ verdict: 'missed', isOfServed: true, margin: null, marginShare: null });
    }
    const served = targetRows(tinyUrl(), analysisOf(tinyUrl()));
    expect(served.filter(({ isOfServed }) => isOfServed)).toEqual([]);
  });

  test('of an availability show the share of the error budget that is left', () => {
    const design = withTarget(tinyUrl(), { scope: 'design' }, 'availability', 0.9);
    const analysis = analysisOf(design);
    const row = targetRows(design, analysis).find(
      ({ place, metric }) => place.scope === 'design' && metric === 'availability',
    );
    const actual = analysis.totals.availability ?? 0;
    expect(row?.verdict).toBe('met');
    expect(row?.marginShare).toBeCloseTo(1 - (1 - actual) / 0.1, 9);
  });

  test('of the design are judged by the worst flow that has none of its own', () => {
    const design = withTarget(tinyUrl(), { scope: 'design' }, 'p95Ms', 10_000);
    const analysis = analysisOf(design);
    const row = targetRows(design, analysis).find(({ place }) => place.scope === 'design');
    expect(row?.actual).toBe(Math.max(...analysis.flows.map(({ p95Ms }) => p95Ms ?? 0)));
    expect(figureAt(analysis, { scope: 'design' }, 'p95Ms')).toBe(row?.actual);
  });

  test('are unknown while percentiles are worked out, and missed without bound under overload', () => {
    const flow = flowsOf(tinyUrl())[0]?.id ?? '';
    const design = withTarget(tinyUrl(), { scope: 'flow', id: flow }, 'p99Ms', 100);
    const verdictOf = (analysis: Analysis | null) =>
      targetRows(design, analysis).find(({ place, metric }) => place.scope === 'flow' && metric === 'p99Ms');
    expect(verdictOf(null)?.verdict).toBe('unknown');
    expect(verdictOf(analysisOf(design, 1, false))?.verdict).toBe('unknown');
    expect(verdictOf(analysisOf(design, 20))).toMatchObject({ verdict: 'missed', isUnbounded: true });
  });
});

describe('an edit of a target', () => {
  test('leaves the other targets of a layer and removes a layer with its last', () => {
    const place = { scope: 'layer', id: 'data' } as const;
    const one = withTarget(tinyUrl(), place, 'p99Ms', 20);
    const two = withTarget(one, place, 'meanMs', 5);
    expect(targetsAt(two, place)).toEqual({ p99Ms: 20, meanMs: 5 });
    const none = withTarget(withTarget(two, place, 'p99Ms', null), place, 'meanMs', null);
    expect(none.system.targets?.layers).toEqual(tinyUrl().system.targets?.layers);
  });

  test('is one on a component alone', () => {
    const id = nodesOf(tinyUrl()).find(({ kind }) => kind === 'service')?.id ?? '';
    const design = withTarget(tinyUrl(), { scope: 'node', id }, 'maxUtilization', 0.5);
    expect(targetsAt(design, { scope: 'node', id })).toEqual({ maxUtilization: 0.5 });
    const row = targetRows(design, analysisOf(design)).find(({ place }) => place.scope === 'node');
    expect(row?.actual).toBe(analysisOf(design).nodes.find((node) => node.id === id)?.utilization);
  });
});
