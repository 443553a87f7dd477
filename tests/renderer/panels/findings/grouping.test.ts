import { describe, expect, test } from 'vitest';
import { foldOf, selectFindings, type Weight } from '../../../../renderer/panels/findings/grouping';
import type { FindingGrouping } from '../../../../renderer/store/view';
import { findingKey } from '../../../../shared/rules/finding-key';
import type { Finding, Severity, Stage } from '../../../../shared/rules/rule';
import { growth } from '../../../support/growth';

const finding = (rule: string, target: string, stage: Stage, severity: Severity): Finding => ({
  rule,
  code: 'R-01',
  severity,
  stage,
  target,
  message: `${rule} of {part}`,
  fix: '',
  values: {},
});

const hint = finding('no-cdn', 'web', 'review', 'info');
const error = finding('saturated', 'db', 'broken', 'error');
const warning = finding('no-expiry', 'cache', 'review', 'warning');
const unfinished = finding('orphan', 'db', 'unfinished', 'warning');
const question = finding('dual-write', 'web', 'question', 'info');
const all = [hint, error, warning, unfinished, question];

const none: ReadonlySet<Weight> = new Set();
const textOf = ({ rule, target }: Finding): string => `${rule} ${target}`;
const select = (grouping: FindingGrouping, weights = none, words: readonly string[] = []) =>
  selectFindings(all, { grouping, weights, words }, textOf);
const outline = (grouping: FindingGrouping) =>
  select(grouping).groups.map(({ id, findings }) => [id, ...findings.map(({ rule }) => rule)]);

describe('the list of findings', () => {
  test('is grouped by stage, severity, part or rule, the worst first', () => {
    expect(outline('stage')).toEqual([
      ['broken', 'saturated'],
      ['unfinished', 'orphan'],
      ['review', 'no-expiry', 'no-cdn'],
      ['question', 'dual-write'],
    ]);
    expect(outline('severity')).toEqual([
      ['error', 'saturated'],
      ['warning', 'no-expiry'],
      ['unfinished', 'orphan'],
      ['info', 'no-cdn'],
      ['question', 'dual-write'],
    ]);
    expect(outline('part')).toEqual([
      ['db', 'saturated', 'orphan'],
      ['cache', 'no-expiry'],
      ['web', 'no-cdn', 'dual-write'],
    ]);
    expect(outline('rule').map(([rule]) => rule)).toEqual([
      'saturated',
      'no-expiry',
      'orphan',
      'no-cdn',
      'dual-write',
    ]);
  });

  test('shows only what has every word, and counts what each filter would show of that', () => {
    const { groups, counts, shown } = select('part', new Set<Weight>(['error']), ['db']);
    expect(groups).toEqual([{ id: 'db', findings: [error] }]);
    expect(shown).toBe(1);
    expect(counts).toEqual({ error: 1, warning: 0, unfinished: 1, info: 0, question: 0 });
    expect(select('part', none, ['db', 'cache']).groups).toEqual([]);
  });

  test('folds long lists of reviews and questions below others only', () => {
    const many = { id: 'review', findings: [hint, hint, hint, hint] };
    expect(foldOf(many, 'stage', false)).toBe('folded');
    expect(foldOf(many, 'stage', true)).toBe('open');
    expect(foldOf({ id: 'broken', findings: [error] }, 'stage', false)).toBeUndefined();
    expect(foldOf({ ...many, id: 'db' }, 'part', false)).toBe('open');
  });

  test('names a finding by what stays when its figures change', () => {
    const risen: Finding = { ...error, values: { count: { count: 7 } } };
    expect(findingKey(risen)).toBe(findingKey(error));
    expect(findingKey(error)).not.toBe(findingKey({ ...error, target: 'cache' }));
  });

  test('takes time in proportion to the findings', () => {
    const grouped = (count: number): (() => unknown) => {
      const many = Array.from({ length: count }, (_, i) =>
        finding(`r${i % 90}`, `p${i % 40}`, 'review', 'info'),
      );
      return () => selectFindings(many, { grouping: 'part', weights: none, words: ['p1'] }, textOf);
    };
    // Eight times as many: quadratic growth would be 64.
    expect(growth(grouped(500), grouped(4_000))).toBeLessThan(32);
  });
});
