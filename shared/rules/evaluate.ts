import type { ResolvedDesign } from '../catalog/resolved';
import { rules } from './index';
import { type Finding, type Hit, type Rule, type RuleContext, severities } from './rule';
import { isSuppressed } from './suppressions';

export interface Evaluation {
  readonly findings: readonly Finding[];
  /** What a person has set aside, with a reason kept in the document. */
  readonly suppressed: readonly Finding[];
}

/**
 * Runs every rule and dresses its hits as findings, the severest first, then in the document's order. A finding that another on
 * the same part supersedes is left out before suppressions are looked at: who sets the cause aside sets its consequences aside.
 * A rule that throws is itself a finding, so that the others still count.
 */
export function evaluateRules(context: RuleContext, list: readonly Rule[] = rules): Evaluation {
  const spoken = list.flatMap((rule) => findingsOf(rule, () => rule.check(context)));
  const reviewed = list.flatMap((rule) => findingsOf(rule, () => rule.review?.(context, spoken) ?? []));
  const found = withoutSuperseded([...spoken, ...reviewed], list);
  const order = documentOrder(context.design);
  const rank = (finding: Finding) => severities.indexOf(finding.severity);
  const at = (finding: Finding) => order.get(finding.target) ?? -1;
  const sorted = found.toSorted((a, b) => rank(a) - rank(b) || at(a) - at(b));
  const isSetAside = (finding: Finding) => isSuppressed(context.design, finding.rule, finding.target);
  return {
    findings: sorted.filter((finding) => !isSetAside(finding)),
    suppressed: sorted.filter(isSetAside),
  };
}

function findingsOf(rule: Rule, hits: () => readonly Hit[]): readonly Finding[] {
  try {
    return hits().map((hit) => findingOf(rule, hit));
  } catch (error) {
    return [failureOf(rule, error)];
  }
}

function findingOf(rule: Rule, hit: Hit): Finding {
  const variant = hit.variant === undefined ? undefined : rule.variants?.[hit.variant];
  const fix = hit.quickFix === undefined ? undefined : rule.fixes?.[hit.quickFix.id];
  return {
    rule: rule.id,
    code: rule.code,
    severity: hit.severity ?? rule.severity,
    stage: hit.stage ?? rule.stage,
    target: hit.target,
    message: variant ?? rule.message,
    fix: fix ?? rule.fix,
    values: hit.values,
    ...(hit.quickFix && { quickFix: hit.quickFix }),
  };
}

function failureOf(rule: Rule, error: unknown): Finding {
  return {
    rule: rule.id,
    code: rule.code,
    severity: 'error',
    stage: 'broken',
    target: '*',
    message: 'The check “{title}” could not be made: {reason}.',
    fix: 'The other findings hold. Please report this one with the design that shows it.',
    values: { title: rule.title, reason: error instanceof Error ? error.message : String(error) },
  };
}

function withoutSuperseded(findings: readonly Finding[], list: readonly Rule[]): readonly Finding[] {
  const supersedes = new Map(list.map((rule) => [rule.id, rule.supersedes ?? []]));
  const gone = new Set<string>();
  const keyOf = (rule: string, target: string) => `${rule} ${target}`;
  for (const { rule, target } of findings) {
    // The findings on the whole design have no part in common.
    if (target === '*') continue;
    for (const other of supersedes.get(rule) ?? []) gone.add(keyOf(other, target));
  }
  return findings.filter(({ rule, target }) => !gone.has(keyOf(rule, target)));
}

function documentOrder(design: ResolvedDesign): ReadonlyMap<string, number> {
  const parts = [...design.flows, ...design.nodes, ...design.edges, ...design.groups];
  return new Map(parts.map(({ id }, index) => [id, index]));
}
