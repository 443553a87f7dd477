import { describe, expect, test } from 'vitest';
import { findingTone, isPressing, worstFirst } from '../../../../renderer/panels/findings/finding-words';
import type { Finding, Severity, Stage } from '../../../../shared/rules/rule';

const finding = (stage: Stage, severity: Severity): Finding => ({
  rule: 'r',
  code: 'R-01',
  severity,
  stage,
  target: 'a',
  message: '',
  fix: '',
  values: {},
});

describe('how loudly a finding is said', () => {
  test.each([
    ['broken', 'error', 'error', true],
    ['broken', 'warning', 'warning', true],
    ['broken', 'info', 'plain', false],
    ['unfinished', 'error', 'plain', true],
    ['review', 'error', 'plain', false],
    ['review', 'warning', 'plain', false],
    ['question', 'info', 'plain', false],
  ] as const)(
    '%s, %s: its colour is %s, and that it is counted as a problem is %s',
    (stage, severity, tone, presses) => {
      expect(findingTone(finding(stage, severity))).toBe(tone);
      expect(isPressing(finding(stage, severity))).toBe(presses);
    },
  );

  test('the worst stands first, those alike in the order in which they were found', () => {
    const [hint, error, warning] = [
      finding('review', 'info'),
      finding('review', 'error'),
      finding('review', 'warning'),
    ];
    expect(worstFirst([hint, error, warning])).toEqual([error, warning, hint]);
  });
});
