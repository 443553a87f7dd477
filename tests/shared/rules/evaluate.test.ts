import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../shared/analysis/analysis';
import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import { emptyDesign } from '../../../shared/model/empty-design';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import { fixOf, messageOf, partNames, titleOf } from '../../../shared/rules/finding-text';
import { ruleOf } from '../../../shared/rules/index';
import type { Hit, Rule } from '../../../shared/rules/rule';
import { sketch } from '../../../shared/rules/sketch';

function rule(id: string, hits: readonly Hit[], more: Partial<Rule> = {}): Rule {
  return {
    id,
    code: 'TEST-01',
    title: id,
    severity: 'warning',
    stage: 'broken',
    message: '{node} is wrong.',
    why: 'For the test.',
    fix: 'Fix {node}.',
    source: { text: 'test' },
    check: () => hits,
    examples: { valid: [], invalid: [] },
    ...more,
  };
}

const hit = (target: string, more: Partial<Hit> = {}): Hit => ({
  target,
  values: { node: { part: target } },
  ...more,
});

const drawn = sketch({ user: 'client', api: 'service', db: 'sql-database' }, 'user -> api -> db', {
  nodes: { api: { name: 'Orders' } },
});
const contextOf = (design: Design) => ({ design: resolve(design), analysis: null, errors: [] });
const evaluate = (rules: readonly Rule[], design = drawn) => evaluateRules(contextOf(design), rules);

test('an empty design has no findings', () => {
  expect(evaluateRules(contextOf(emptyDesign('d', 'Empty', '2026-01-01T00:00:00.000Z')))).toEqual({
    findings: [],
    suppressed: [],
  });
});

test('findings are sorted by severity, then as the document stands: flows, nodes, edges; the whole design first', () => {
  const { findings } = evaluate([
    rule('a', [hit('api-db'), hit('db'), hit('reads'), hit('*')]),
    rule('b', [hit('api')], { severity: 'error' }),
    rule('c', [hit('user')], { severity: 'info' }),
  ]);
  expect(findings.map(({ target }) => target)).toEqual(['api', '*', 'reads', 'db', 'api-db', 'user']);
});

test('a hit may be severer than its rule and say it in another way', () => {
  const { findings } = evaluate([
    rule('a', [hit('api', { severity: 'error', variant: 'worse' })], {
      variants: { worse: '{node} is worse.' },
    }),
  ]);
  expect(findings[0]).toMatchObject({ severity: 'error', message: '{node} is worse.' });
});

test('the words of a quick fix take the place of the general ones', () => {
  const quickFix = { id: 'more', title: '{count} of them', values: { count: { count: 8 } }, changes: [] };
  const { findings } = evaluate([
    rule('a', [hit('api', { quickFix })], { fixes: { more: '{count} of {node} are enough.' } }),
  ]);
  const [finding] = findings;
  if (finding === undefined) throw new Error('the rule hits');
  const nameOf = partNames(resolve(drawn));
  expect(messageOf(finding, nameOf)).toBe('Orders is wrong.');
  expect(fixOf(finding, nameOf)).toBe('8 of Orders are enough.');
  expect(titleOf(quickFix, nameOf)).toBe('8 of them');
});

describe('superseding', () => {
  const cause = rule('cause', [hit('api'), hit('*')], { supersedes: ['effect'] });

  test('one cause on one part is one finding', () => {
    const { findings } = evaluate([cause, rule('effect', [hit('api'), hit('db')])]);
    expect(findings.map(({ rule: id, target }) => [id, target])).toEqual([
      ['cause', '*'],
      ['cause', 'api'],
      ['effect', 'db'],
    ]);
  });

  test('findings on the whole design do not hide one another', () => {
    const { findings } = evaluate([cause, rule('effect', [hit('*')])]);
    expect(findings.map(({ rule: id }) => id)).toEqual(['cause', 'effect', 'cause']);
  });
});

describe('suppressions', () => {
  const rules = [rule('a', [hit('api'), hit('db')]), rule('b', [hit('api')])];
  const suppressed = (target: string) =>
    evaluate(rules, {
      ...drawn,
      system: { ...drawn.system, suppressions: [{ rule: 'a', target, reason: 'agreed' }] },
    });
  const idsOf = (findings: readonly { readonly rule: string; readonly target: string }[]) =>
    findings.map(({ rule: id, target }) => `${id} ${target}`);

  test('dismiss one rule on one part', () => {
    const { findings, suppressed: aside } = suppressed('api');
    expect(idsOf(findings)).toEqual(['b api', 'a db']);
    expect(idsOf(aside)).toEqual(['a api']);
  });

  test('dismiss a rule wherever it hits, with a star', () => {
    const { findings, suppressed: aside } = suppressed('*');
    expect(idsOf(findings)).toEqual(['b api']);
    expect(idsOf(aside)).toEqual(['a api', 'a db']);
  });
});

describe('a suppression', () => {
  const superseding = (analysis: Analysis | null) => {
    const cause = rule('cause', [hit('api')], { supersedes: ['effect'] });
    const effect = rule('effect', [hit('api')]);
    const stale = ruleOf('stale-suppression');
    if (stale === undefined) throw new Error('there is such a rule');
    const suppressions = [
      { rule: 'effect', target: 'api', reason: 'agreed' },
      { rule: 'effect', target: 'db', reason: 'agreed' },
    ];
    const design = resolve({ ...drawn, system: { ...drawn.system, suppressions } });
    return evaluateRules({ design, analysis, errors: [] }, [cause, effect, stale]).findings;
  };
  const analysisOf = (design: Design, percentiles = true) => {
    const result = analyze(resolve(design), { percentiles });
    if (!result.ok) throw new Error('the sketch can be analysed');
    return result.analysis;
  };

  test('of what another finding stands for is not stale', () => {
    const stale = superseding(analysisOf(drawn)).filter(({ rule: id }) => id === 'stale-suppression');
    expect(stale.map(({ target }) => target)).toEqual(['db']);
  });

  test('is not called stale while percentiles are being worked out, nor where there are no figures', () => {
    for (const analysis of [analysisOf(drawn, false), null]) {
      expect(superseding(analysis).map(({ rule: id }) => id)).toEqual(['cause']);
    }
  });
});

test('a rule that throws is a finding that says so, and the others still count', () => {
  const broken = rule('broken', [], {
    check: () => {
      throw new Error('division by nothing');
    },
  });
  const { findings } = evaluate([broken, rule('a', [hit('api')])]);
  expect(findings.map(({ rule: id }) => id)).toEqual(['broken', 'a']);
  const [failure] = findings;
  if (failure === undefined) throw new Error('the failure is a finding');
  expect(failure).toMatchObject({ severity: 'error', stage: 'broken', target: '*' });
  expect(messageOf(failure)).toBe('The check “broken” could not be made: division by nothing.');
});

test('every part has a name: a node and a flow their own, an edge that of its ends', () => {
  const nameOf = partNames(resolve(drawn));
  expect(nameOf('api')).toBe('Orders');
  expect(nameOf('user-api')).toMatch(/ → Orders$/);
  expect(nameOf('gone')).toBe('gone');
});
