import { describe, expect, test } from 'vitest';
import { lookUp, safeFixesOf } from '../../../renderer/engine/look-ups';
import { analyze } from '../../../shared/analysis/analyze';
import { createAnalyzer } from '../../../shared/analysis/analyzer';
import { resolve } from '../../../shared/catalog/resolve';
import { saturated } from '../../../shared/rules/capacity/saturated';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { templateOf } from '../../../shared/templates/index';

describe('what the worker looks up', () => {
  test('is what a fix does to the whole, the flows and the part that it is for, and to no other', () => {
    const template = templateOf('tinyurl-without-cache');
    if (template === undefined) throw new Error('There is no such template.');
    const design = resolve(template.design);
    const result = analyze(design);
    if (!result.ok) throw new Error('It has no figures.');
    const { findings } = evaluateRules({ design, analysis: result.analysis, errors: [] });
    const fix = findings.find(({ stage, quickFix }) => stage === 'broken' && quickFix !== undefined);
    if (fix?.quickFix === undefined) throw new Error('Nothing in it is to be fixed.');
    const { id, name, system } = template.design;
    const request = {
      design: { id, name, system },
      load: 1,
      changes: fix.quickFix.changes,
      target: fix.target,
    };
    const response = lookUp({ about: 'effect', request });
    const figures = Array.isArray(response) ? response : [];
    const kinds = new Set(figures.map(({ kind, part }) => (kind === 'node' ? part : kind)));
    expect([...kinds].toSorted()).toEqual([fix.target, 'flow', 'totals'].toSorted());
    // The store is overloaded, and the flows wait for it without bound; the fix ends that.
    const p99s = figures.filter(({ kind, metric }) => kind === 'flow' && metric === 'p99Ms');
    expect(p99s.length).toBeGreaterThan(0);
    for (const { before, after } of p99s) {
      expect(before).toBeNull();
      expect(after).toBeGreaterThan(0);
    }
  });

  test('is how a figure came about, and null for one that does not exist', () => {
    const template = templateOf('tinyurl');
    if (template === undefined) throw new Error('There is no such template.');
    const { id, name, system } = template.design;
    const about = { design: { id, name, system }, load: 2, part: 'totals' };
    const response = lookUp({
      about: 'explanation',
      request: { ...about, metric: 'estimates.readsPerWrite' },
    });
    expect(response).toMatchObject({ part: 'totals', form: 'arithmetic', value: 100 });
    expect(lookUp({ about: 'explanation', request: { ...about, metric: 'estimates.horses' } })).toBeNull();
  });

  test('is the examples of a rule with their figures, those that it reports first', () => {
    const response = lookUp({ about: 'examples', request: { id: 'saturated' } });
    const examples = Array.isArray(response) ? response : [];
    const { invalid, valid } = saturated.examples;
    expect(examples.map(({ title }) => title)).toEqual([...invalid, ...valid].map(({ title }) => title));
    expect(examples.map(({ isReported }) => isReported)).toEqual([
      ...invalid.map(() => true),
      ...valid.map(() => false),
    ]);
    expect(examples[0]?.analysis).not.toBeNull();
    expect(lookUp({ about: 'examples', request: { id: 'no-such-rule' } })).toEqual([]);
  });

  test('is the fixes that are safe together, with a pause before each try; nothing once it is aborted', async () => {
    const [example] = saturated.examples.invalid;
    if (example === undefined) throw new Error('The rule has no example.');
    const { id, name, system } = example.design;
    const request = { design: { id, name, system }, load: 1, declined: [] };
    const wanted = new AbortController();
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses += 1;
    };
    const safe = await safeFixesOf(request, createAnalyzer(), { signal: wanted.signal, pause });
    expect(safe === null ? -1 : safe.fixes.length + safe.left.length).toBe(pauses);
    expect(pauses).toBeGreaterThan(0);
    wanted.abort();
    expect(await safeFixesOf(request, createAnalyzer(), { signal: wanted.signal, pause })).toBeNull();
  });

  test('is what a rule says of itself, and null for one that does not exist', () => {
    const { id, code, title, why, source } = saturated;
    expect(lookUp({ about: 'rule', request: { id } })).toEqual({ id, code, title, why, source });
    expect(lookUp({ about: 'rule', request: { id: 'no-such-rule' } })).toBeNull();
  });
});
