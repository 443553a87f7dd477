import type { ResolvedDesign } from '../catalog/resolved';
import { partsOf } from './facts/parts';
import { rules } from './index';
import type { Finding, Hit, Rule, RuleContext, Severity } from './rule';
import { isSuppressed } from './suppressions';
import { canBeWritten } from './written-fix';

export interface Evaluation {
  readonly findings: readonly Finding[];
  /** What a person has dismissed, with a reason kept in the document. */
  readonly suppressed: readonly Finding[];
}

/**
 * Runs every rule and dresses its hits as findings, the severest first, then in the document's order. A finding that another on
 * the same part supersedes is left out before suppressions are looked at: who dismisses the cause dismisses its consequences.
 * A rule that throws is itself a finding, so that the others still count.
 */
export function evaluateRules(context: RuleContext, list: readonly Rule[] = rules): Evaluation {
  const spoken = list.flatMap((rule) => findingsOf(rule, () => rule.check(context)));
  const reviewed = list.flatMap((rule) => findingsOf(rule, () => rule.review?.(context, spoken) ?? []));
  const found = withoutSuperseded([...spoken, ...reviewed], list);
  const sorted = inOrder(found, context.design);
  const isDismissed = (finding: Finding) => isSuppressed(context.design, finding.rule, finding.target);
  if (context.design.suppressions.length === 0) return { findings: sorted, suppressed: [] };
  return {
    findings: sorted.filter((finding) => !isDismissed(finding)),
    suppressed: sorted.filter(isDismissed),
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
  const quickFix = hit.quickFix !== undefined && canBeWritten(hit.quickFix) ? hit.quickFix : undefined;
  const fix = quickFix === undefined ? undefined : rule.fixes?.[quickFix.id];
  const finding = {
    rule: rule.id,
    code: rule.code,
    severity: hit.severity ?? rule.severity,
    stage: hit.stage ?? rule.stage,
    target: hit.target,
    message: variant ?? rule.message,
    fix: fix ?? rule.fix,
    values: hit.values,
  };
  return quickFix === undefined ? finding : { ...finding, quickFix };
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
  const gone = new Map<string, Set<string>>();
  for (const { rule, target } of findings) {
    const others = supersedes.get(rule) ?? [];
    // The findings on the whole design have no part in common.
    if (target === '*' || others.length === 0) continue;
    const ofTarget = gone.get(target) ?? new Set();
    gone.set(target, ofTarget);
    for (const other of others) ofTarget.add(other);
  }
  return findings.filter(({ rule, target }) => !gone.get(target)?.has(rule));
}

/** The severest first, then as the document stands: flows, nodes, edges, groups; the whole design before them. */
function inOrder(findings: readonly Finding[], design: ResolvedDesign): readonly Finding[] {
  const placeOf = placesIn(design);
  return findings
    .map((finding) => ({ finding, rank: ranks[finding.severity], place: placeOf(finding.target) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ finding }) => finding);
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The place of a part in the document by its id; −1 of what is none. */
function placesIn(design: ResolvedDesign): (id: string) => number {
  const { flows, nodes, edges, groups } = design;
  const { byId } = partsOf(design);
  const others = new Map(
    [...flows, ...groups].map(({ id }, i) => [id, i < flows.length ? i : i + nodes.length + edges.length]),
  );
  let ofEdges: ReadonlyMap<string, number> | null = null;
  return (id) => {
    if (id === '*') return -1;
    const part = byId.get(id);
    if (part !== undefined) return flows.length + part.at;
    const place = others.get(id);
    if (place !== undefined) return place;
    ofEdges ??= new Map(edges.map((edge, i) => [edge.id, flows.length + nodes.length + i]));
    return ofEdges.get(id) ?? -1;
  };
}
