import { describe, expect, test } from 'vitest';
import type { AnalysisError } from '../../../shared/analysis/analysis';
import { readDesign } from '../../../shared/catalog/read';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { fixOf, messageOf, partNames, titleOf } from '../../../shared/rules/finding-text';
import { ruleOf, rules } from '../../../shared/rules/index';
import type { Finding } from '../../../shared/rules/rule';
import { contextOf, findingsOf, idsOf } from './assess';

/** Where each invalid example is found, in the order of the examples. */
const targets: Readonly<Record<string, readonly string[]>> = {
  'runaway-loop': ['jobs', 'a'],
  'weightless-choice': ['lb', 'lb'],
  'miss-before-cache': ['api-db', 'api-db'],
  'miss-without-lookup': ['api-db', 'api-db'],
  'retry-storm': ['stock', 'stock'],
  'no-traffic-source': ['*', 'user'],
  'client-to-data-store': ['user-db', 'user-jobs'],
  'synchronous-cycle': ['orders', 'a'],
  'orphan-component': ['api', 'old'],
  'idle-load-balancer': ['lb', 'lb'],
  'no-consumer': ['jobs', 'clicks'],
  saturated: ['api', 'db', 'links'],
  'little-headroom': ['api', 'links'],
  'latency-target-missed': ['reads', 'reads', 'api'],
  'uncached-reads': ['db', 'db'],
  'single-point-of-failure': ['api', 'db'],
  'plaintext-on-the-internet': ['user-api', 'api-db'],
};

const examples = (which: 'valid' | 'invalid') =>
  rules.flatMap((rule) =>
    rule.examples[which].map(({ title, design }, index) => ({ rule, title, design, index })),
  );

const textsOf = (finding: Finding, design: Design): readonly string[] => {
  const nameOf = partNames(contextOf(design).design);
  const { quickFix } = finding;
  return [
    messageOf(finding, nameOf),
    fixOf(finding, nameOf),
    ...(quickFix ? [titleOf(quickFix, nameOf)] : []),
  ];
};

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

test('every rule has two valid and two invalid examples, and a known target for each invalid one', () => {
  for (const { id, examples: drawn } of rules) {
    expect(drawn.valid.length).toBeGreaterThanOrEqual(2);
    expect(drawn.invalid.length).toBeGreaterThanOrEqual(2);
    expect(targets[id], id).toHaveLength(drawn.invalid.length);
  }
});

describe.each(examples('valid'))('$rule.id: $title', ({ rule, design }) => {
  test('is readable and does not raise the rule', () => {
    expect(readDesign(design)).toMatchObject({ ok: true });
    expect(idsOf(findingsOf(design))).not.toContain(rule.id);
  });
});

describe.each(examples('invalid'))('$rule.id: $title', ({ rule, design, index }) => {
  test('is readable and raises exactly the rule, on the part that is to be mended', () => {
    // A miss of no cache is what readDesign refuses; these are all of caches that are there.
    expect(readDesign(design)).toMatchObject({ ok: true });
    const found = findingsOf(design).map((finding) => [finding.rule, finding.target]);
    expect(found).toEqual([[rule.id, targets[rule.id]?.[index]]]);
  });

  test('says so in words with every placeholder filled', () => {
    for (const finding of findingsOf(design)) {
      for (const text of textsOf(finding, design)) {
        expect(text).not.toMatch(/[{}]|undefined|NaN/);
        expect(text.length).toBeGreaterThan(5);
      }
    }
  });

  test('is silent once its quick fix is taken, and nothing new is wrong', () => {
    const before = findingsOf(design);
    for (const { quickFix, target } of before) {
      if (quickFix === undefined) continue;
      const mended = applyChanges(design, quickFix.changes);
      expect(readDesign(mended)).toMatchObject({ ok: true });
      const after = findingsOf(mended);
      expect(after.filter((finding) => finding.rule === rule.id && finding.target === target)).toEqual([]);
      const known = new Set(before.map((finding) => `${finding.rule} ${finding.target}`));
      expect(after.filter((finding) => !known.has(`${finding.rule} ${finding.target}`))).toEqual([]);
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

test('the examples between them offer every kind of quick fix that adds something', () => {
  const offered = new Set(
    examples('invalid').flatMap(({ design }) =>
      findingsOf(design).flatMap(({ quickFix }) => quickFix?.id ?? []),
    ),
  );
  expect([...offered].toSorted()).toEqual([
    'add-cache',
    'add-consumer',
    'add-replicas',
    'add-shards',
    'add-store-replicas',
    'use-tls',
  ]);
});
