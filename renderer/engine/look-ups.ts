import { type Analyzer, createAnalyzer } from '../../shared/analysis/analyzer';
import type { FigureChange } from '../../shared/analysis/compare';
import { emptyDesign } from '../../shared/model/empty-design';
import { effectOf } from '../../shared/rules/effect';
import { ruleOf, rules } from '../../shared/rules/index';
import type { Rule } from '../../shared/rules/rule';
import { rulesWithQuickFix } from '../../shared/rules/with-quick-fix';
import type { ListedRule, LookUpRequest, LookUpResponse, LookUps, RuleWords } from './protocol';

/** What the worker responds to a look-up. */
export function lookUp(wanted: LookUpRequest, analyzer: Analyzer = createAnalyzer()): LookUpResponse {
  switch (wanted.about) {
    case 'effect':
      return effectWords(wanted.request, analyzer);
    case 'rule':
      return ruleWords(wanted.request.id);
    case 'rules':
      return rules.map(listedRule);
  }
}

function effectWords(
  { design: { id, name, system }, load, changes, target }: LookUps['effect']['request'],
  analyzer: Analyzer,
): readonly FigureChange[] {
  const design = { ...emptyDesign(id, name, ''), system };
  // A large design has thousands of figures; a person reads a few.
  return effectOf(design, { changes }, load, analyzer).figures.filter(
    ({ kind, part }) => kind === 'totals' || kind === 'flow' || (kind === 'node' && part === target),
  );
}

function ruleWords(id: string): RuleWords | null {
  const rule = ruleOf(id);
  return rule === undefined ? null : wordsOf(rule);
}

const wordsOf = ({ id, code, title, why, source }: Rule): RuleWords => ({ id, code, title, why, source });

function listedRule(rule: Rule): ListedRule {
  const { severity, stage } = rule;
  return { ...wordsOf(rule), severity, stage, hasQuickFix: rulesWithQuickFix.has(rule.id) };
}
