import { expect, test } from 'vitest';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { configFields } from '../../../shared/model/fields/index';
import { topics } from '../../../shared/practice/topics/index';
import { topicOfField, topicOfMetric } from '../../../shared/practice/topics/subjects';
import { templates } from '../../../shared/templates/index';

const ids = new Set<string | null>(topics.map(({ id }) => id));

test.each(Object.keys(configFields))('the field %s leads to a term of the reference', (field) => {
  expect(ids).toContain(topicOfField(field));
});

/** Names of parts, and what tells how a figure was found. */
const notFigures = new Set(['id', 'approximate', 'targets', 'from', 'to', 'hitRate', 'calls', 'p99Basis']);

const [template] = templates.filter(({ id }) => id === 'tinyurl');
if (template === undefined) throw new Error('There is no template tinyurl.');
const result = analyze(resolve(template.design));
if (!result.ok) throw new Error('It has figures.');
const { flows, nodes, totals } = result.analysis;
const metrics = new Set(
  [...flows, ...nodes].flatMap((figures) => Object.keys(figures)).filter((name) => !notFigures.has(name)),
);

test.each([...metrics, ...Object.keys(totals.estimates).map((name) => `estimates.${name}`)])(
  'the figure %s leads to a term of the reference',
  (metric) => {
    expect(ids).toContain(topicOfMetric(metric));
  },
);

test('figures of flows in a layer, of costs and of budgets lead there by their names', () => {
  expect(topicOfMetric('flows.redirect.p99Ms')).toBe('percentiles');
  expect(topicOfMetric('cost.serversUsd')).toBe('cost');
  expect(topicOfMetric('budget.cache')).toBe('utilization');
});

test('what is no field and no figure leads nowhere', () => {
  expect(topicOfField('toString')).toBeNull();
  expect(topicOfMetric('toString')).toBeNull();
});
