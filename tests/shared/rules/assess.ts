import { analyze } from '../../../shared/analysis/analyze';
import { resolve } from '../../../shared/catalog/resolve';
import type { Design } from '../../../shared/model/schema';
import { evaluateRules } from '../../../shared/rules/evaluate';
import type { Finding, Rule, RuleContext } from '../../../shared/rules/rule';

export function contextOf(design: Design, load = 1): RuleContext {
  const resolved = resolve(design);
  const result = analyze(resolved, { load });
  return result.ok
    ? { design: resolved, analysis: result.analysis, errors: [] }
    : { design: resolved, analysis: null, errors: result.errors };
}

const found = new WeakMap<Design, readonly Finding[]>();

/** What is found in a design, by all rules where none are named; kept, for examples are looked at more than once. */
export function findingsOf(design: Design, rules?: readonly Rule[]): readonly Finding[] {
  if (rules !== undefined) return evaluateRules(contextOf(design), rules).findings;
  const known = found.get(design) ?? evaluateRules(contextOf(design)).findings;
  found.set(design, known);
  return known;
}

export const idsOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule }) => rule);
