import { describe, expect, test } from 'vitest';
import { analyze } from '../../../../shared/analysis/analyze';
import { explain } from '../../../../shared/analysis/explanations/explain';
import { groupPart } from '../../../../shared/analysis/explanations/figure-names';
import { inputsOf } from '../../../../shared/analysis/explanations/inputs';
import { resolve } from '../../../../shared/catalog/resolve';
import { templateOf } from '../../../../shared/templates/index';
import { evaluated } from './formula';

function tinyUrl() {
  const template = templateOf('tinyurl');
  if (template === undefined) throw new Error('There is no TinyURL.');
  const design = resolve(template.design);
  const result = analyze(design);
  if (!result.ok) throw new Error('It has no figures.');
  return { design, analysis: result.analysis };
}

describe('the figures of a group', () => {
  const { design, analysis } = tinyUrl();
  // The outermost group has all that is in the groups in it.
  const [outer] = design.groups.filter(({ parent }) => parent === null);
  const part = groupPart(outer?.id ?? '');
  const inGroup = (group: string | null): boolean =>
    group !== null &&
    (group === outer?.id || inGroup(design.groups.find(({ id }) => id === group)?.parent ?? null));
  const members = analysis.nodes.filter((_, at) => inGroup(design.nodes[at]?.group ?? null));

  test('are sums over all that stands in it, and in groups in it', () => {
    expect(members.length).toBeGreaterThan(1);
    for (const metric of ['servers', 'storageBytes', 'monthlyCostUsd'] as const) {
      const sum = members.reduce((total, node) => total + (node[metric] ?? 0), 0);
      expect([metric, explain(design, analysis, part, metric)?.value]).toEqual([metric, sum]);
    }
    const used = members.flatMap(({ utilization }) => utilization ?? []);
    expect(explain(design, analysis, part, 'utilization')).toMatchObject({
      value: Math.max(...used),
      form: 'arithmetic',
    });
  });

  test('follow from those of its members that are not zero', () => {
    expect(inputsOf(design, analysis, { part, metric: 'servers' })).toEqual(
      members
        .filter(({ servers }) => servers !== null && servers > 0)
        .map(({ id }) => ({ part: id, metric: 'servers' })),
    );
  });

  test('of what comes in are the calls that begin outside, whose edges it follows from', () => {
    const inside = new Set(members.map(({ id }) => id));
    const into = design.edges.filter(({ from, to }) => inside.has(to) && !inside.has(from));
    const rates = into.map(({ id }) => analysis.edges.find((edge) => edge.id === id)?.rps ?? 0);
    expect(into.length).toBeGreaterThan(0);
    const explanation = explain(design, analysis, part, 'incomingRps');
    expect(explanation?.value).toBeCloseTo(
      rates.reduce((total, rate) => total + rate, 0),
      9,
    );
    expect(evaluated(explanation?.message ?? { text: '', values: {} })).toBeCloseTo(
      Number(explanation?.value),
      9,
    );
    expect(inputsOf(design, analysis, { part, metric: 'incomingRps' })).toEqual(
      into.filter((_, at) => rates[at] !== 0).map(({ id }) => ({ part: id, metric: 'rps' })),
    );
  });

  test('are none of a group that there is not, or of another metric', () => {
    expect(explain(design, analysis, groupPart('nowhere'), 'servers')).toBeNull();
    expect(explain(design, analysis, part, 'p99Ms')).toBeNull();
  });
});
