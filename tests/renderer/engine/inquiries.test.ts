import { describe, expect, test } from 'vitest';
import { replyTo } from '../../../renderer/engine/inquiries';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { saturated } from '../../../shared/rules/capacity/saturated';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { templateOf } from '../../../shared/templates/index';

describe('what the worker looks up', () => {
  test('is what a mend does to the whole, the flows and the part that it is for, and to no other', () => {
    const template = templateOf('tinyurl-without-cache');
    if (template === undefined) throw new Error('There is no such template.');
    const design = resolve(template.design);
    const result = analyze(design);
    if (!result.ok) throw new Error('It has no figures.');
    const { findings } = evaluateRules({ design, analysis: result.analysis, errors: [] });
    const fix = findings.find(({ stage, quickFix }) => stage === 'broken' && quickFix !== undefined);
    if (fix?.quickFix === undefined) throw new Error('Nothing in it is to be mended.');
    const { id, name, system } = template.design;
    const asked = {
      design: { id, name, system },
      load: 1,
      changes: fix.quickFix.changes,
      target: fix.target,
    };
    const reply = replyTo({ inquiry: 7, about: 'effect', asked });
    expect(reply.inquiry).toBe(7);
    const told = Array.isArray(reply.told) ? reply.told : [];
    const kinds = new Set(told.map(({ kind, part }) => (kind === 'node' ? part : kind)));
    expect([...kinds].toSorted()).toEqual([fix.target, 'flow', 'totals'].toSorted());
    // The store gives way, and the flows wait on it for ever; the mend ends that.
    const p99s = told.filter(({ kind, metric }) => kind === 'flow' && metric === 'p99Ms');
    expect(p99s.length).toBeGreaterThan(0);
    for (const { before, after } of p99s) {
      expect(before).toBeNull();
      expect(after).toBeGreaterThan(0);
    }
  });

  test('is what a rule says of itself, and null for one that does not exist', () => {
    const { id, code, title, why, source } = saturated;
    expect(replyTo({ inquiry: 1, about: 'rule', asked: { id } })).toEqual({
      inquiry: 1,
      told: { id, code, title, why, source },
    });
    expect(replyTo({ inquiry: 2, about: 'rule', asked: { id: 'no-such-rule' } }).told).toBeNull();
  });
});
