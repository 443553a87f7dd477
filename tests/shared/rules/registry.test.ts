import { describe, expect, test } from 'vitest';
import type { AnalysisError } from '../../../shared/analysis/analysis';
import { readDesign } from '../../../shared/catalog/read';
import { resolve } from '../../../shared/catalog/resolve';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { fixOf, messageOf, partNames, titleOf } from '../../../shared/rules/finding-text';
import { ruleOf, rules } from '../../../shared/rules/index';
import type { Finding } from '../../../shared/rules/rule';
import { contextOf, findingsOf, idsOf } from './assess';

const validExamples = rules.flatMap((rule) =>
  rule.examples.valid.map(({ title, design }) => ({ rule, title, design })),
);
const invalidExamples = rules.flatMap((rule) =>
  rule.examples.invalid.map(({ title, design, target }) => ({ rule, title, design, target })),
);

/** Every text of the findings of a design. */
function textsOf(design: Design): readonly string[] {
  const nameOf = partNames(resolve(design));
  return findingsOf(design).flatMap((finding) => [
    messageOf(finding, nameOf),
    fixOf(finding, nameOf),
    ...(finding.quickFix ? [titleOf(finding.quickFix, nameOf)] : []),
  ]);
}

test('ids are words in kebab-case, ids and codes are unique, and a rule is found by its id', () => {
  for (const { id, code } of rules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(code).toMatch(/^[A-Z]+-\d\d$/);
  }
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  expect(ruleOf('saturated')?.code).toBe('CAP-01');
  expect(ruleOf('no-such-rule')).toBeUndefined();
});

test('a rule supersedes only rules that there are', () => {
  for (const rule of rules) for (const other of rule.supersedes ?? []) expect(ruleOf(other)).toBeDefined();
});

test('every rule has a valid and an invalid example or more, and says where it comes from', () => {
  for (const { id, examples: drawn, source, why, fix } of rules) {
    expect(drawn.valid.length, id).toBeGreaterThanOrEqual(1);
    expect(drawn.invalid.length, id).toBeGreaterThanOrEqual(1);
    expect(source.text.length, id).toBeGreaterThan(3);
    for (const text of [why, fix]) expect(text, id).toMatch(/[.?]$/);
  }
});

/** What is shown while one draws; the rest is listed when a person asks for it. */
const isShownAtOnce = ({ stage }: Finding): boolean => stage === 'broken' || stage === 'unfinished';

describe.each(validExamples)('$rule.id: $title', ({ rule, design }) => {
  test('is readable and does not raise the rule', () => {
    expect(readDesign(design)).toMatchObject({ ok: true });
    expect(idsOf(findingsOf(design))).not.toContain(rule.id);
  });
});

describe.each(invalidExamples)('$rule.id: $title', ({ rule, design, target: at }) => {
  test('is readable and raises the rule on the part that is to be fixed, and nothing else that is shown at once', () => {
    // A miss of no cache is what readDesign refuses; these are all of caches that are there.
    expect(readDesign(design)).toMatchObject({ ok: true });
    const found = findingsOf(design);
    const own = found.filter((finding) => finding.rule === rule.id);
    expect(own.map(({ target }) => target)).toContain(at);
    expect(idsOf(found.filter((finding) => isShownAtOnce(finding) && finding.rule !== rule.id))).toEqual([]);
    if (isShownAtOnce(own[0] as Finding)) expect(own).toHaveLength(1);
  });

  test('says so in words with every placeholder filled', () => {
    for (const text of textsOf(design)) {
      expect(text).not.toMatch(/[{}]|undefined|NaN/);
      expect(text.length).toBeGreaterThan(5);
    }
  });

  test('offers no quick fix, for whatever is found, that changes nothing', () => {
    for (const { rule: id, quickFix } of findingsOf(design)) {
      if (quickFix === undefined) continue;
      const { system } = applyChanges(design, quickFix.changes);
      expect(JSON.stringify(system), id).not.toBe(JSON.stringify(design.system));
    }
  });

  test('is silent once its quick fix is taken, and nothing new is an error or a warning', () => {
    const before = findingsOf(design).filter((finding) => finding.rule === rule.id);
    const all = findingsOf(design);
    for (const { quickFix, target } of before) {
      if (quickFix === undefined) continue;
      const fixed = applyChanges(design, quickFix.changes);
      expect(readDesign(fixed)).toMatchObject({ ok: true });
      const after = findingsOf(fixed);
      expect(after.filter((finding) => finding.rule === rule.id && finding.target === target)).toEqual([]);
      const known = new Set(all.map((finding) => `${finding.rule} ${finding.target}`));
      const isNew = (finding: Finding) => !known.has(`${finding.rule} ${finding.target}`);
      expect(after.filter((finding) => isNew(finding) && finding.severity !== 'info')).toEqual([]);
    }
  });
});

test('whatever keeps a design from having figures is a finding, never a blank', () => {
  const rulesOf: Readonly<Record<AnalysisError['key'], string>> = {
    gain: 'runaway-loop',
    weights: 'weightless-choice',
    'miss-order': 'miss-before-cache',
    'miss-flow': 'miss-without-lookup',
  };
  for (const [key, rule] of Object.entries(rulesOf)) {
    const designs = ruleOf(rule)?.examples.invalid.map(({ design }) => contextOf(design)) ?? [];
    expect(designs.flatMap(({ errors }) => errors.map((error) => error.key))).toContain(key);
    for (const context of designs) {
      const [finding] = evaluateRules(context).findings;
      expect(finding).toMatchObject({ rule, severity: 'error', stage: 'broken' });
    }
  }
});
