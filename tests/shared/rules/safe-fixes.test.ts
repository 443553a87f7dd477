import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../shared/analysis/analyzer';
import { applyChanges } from '../../../shared/model/apply';
import type { Design } from '../../../shared/model/schema';
import { findingKey } from '../../../shared/rules/finding-key';
import { type SafeFixes, safeFixes } from '../../../shared/rules/safe-fixes';
import { sketch } from '../../../shared/rules/sketch';
import { templateOf } from '../../../shared/templates/index';
import { findingsOf } from './assess';

function safeFixesIn(design: Design, declined: ReadonlySet<string> = new Set()): SafeFixes {
  const steps = safeFixes(design, { load: 1, declined, analyzer: createAnalyzer() });
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const keysOf = (design: Design): ReadonlySet<string> =>
  new Set(findingsOf(design).map(({ rule, target }) => `${rule} ${target}`));

/** One that is overloaded, one that lacks much, and one with queues. */
const templateIds = ['tinyurl-without-cache', 'three-tier', 'event-driven'] as const;

describe.each(templateIds)('the safe fixes of %s', (id) => {
  const { design = null } = templateOf(id) ?? {};
  if (design === null) throw new Error(`There is no template ${id}.`);
  test('resolve what they are for, raise nothing, and each other is named once', () => {
    const { fixes, left, changes } = safeFixesIn(design);
    const before = keysOf(design);
    const after = keysOf(applyChanges(design, changes));
    expect([...after].filter((key) => !before.has(key))).toEqual([]);
    for (const { finding, isTaken } of fixes) {
      expect(isTaken).toBe(true);
      const still = findingsOf(applyChanges(design, changes)).find(
        ({ rule, target }) => rule === finding.rule && target === finding.target,
      );
      expect(still === undefined || still.severity !== finding.severity).toBe(true);
    }
    const fixable = findingsOf(design).filter(
      ({ quickFix, stage }) => quickFix !== undefined && stage !== 'question',
    );
    expect([...fixes, ...left].map(({ finding }) => findingKey(finding)).toSorted()).toEqual(
      fixable.map(findingKey).toSorted(),
    );
  });
});

const plain = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
  config: { db: { replicasPerShard: 1 } },
});

describe('what is safe to fix', () => {
  test('is fixed in one pass: of the result nothing more is safe that was tried', () => {
    const first = safeFixesIn(plain);
    expect(first.fixes.length).toBeGreaterThan(0);
    expect(first.figures.length).toBeGreaterThan(0);
    const again = safeFixesIn(applyChanges(plain, first.changes));
    const fixed = new Set(first.fixes.map(({ finding }) => findingKey(finding)));
    expect(again.fixes.filter(({ finding }) => fixed.has(findingKey(finding)))).toEqual([]);
  });

  test('is not taken where it is declined', () => {
    const [first] = safeFixesIn(plain).fixes;
    if (first === undefined) throw new Error('Nothing in it is safe to fix.');
    const key = findingKey(first.finding);
    const without = safeFixesIn(plain, new Set([key]));
    expect(without.fixes.find(({ finding }) => findingKey(finding) === key)?.isTaken).toBe(false);
    expect(keysOf(applyChanges(plain, without.changes))).toContain(
      `${first.finding.rule} ${first.finding.target}`,
    );
  });

  test('is nothing that takes a part away', () => {
    const orphan = sketch({ user: 'client', api: 'service', lb: 'load-balancer' }, 'user -> lb -> api', {
      config: { api: { replicas: 1 } },
    });
    const { fixes, left } = safeFixesIn(orphan);
    for (const { quickFix } of fixes) expect(quickFix.changes.some(({ op }) => op === 'remove')).toBe(false);
    for (const { refusal } of left) expect(refusal.kind).not.toBe('changes-nothing');
  });
});
