import type { Analysis } from '../analysis/analysis';
import type { Analyzer } from '../analysis/analyzer';
import { compareFigures, type FigureChange } from '../analysis/compare';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { type Design, nodesOf } from '../model/schema';
import { evaluateRules } from './evaluate';
import { findingKey } from './finding-key';
import type { Finding, QuickFix, Severity } from './rule';

/** A quick fix that raises no new finding and misses no target that was met, as it is after those before it. */
export interface SafeFix {
  /** The finding before all fixes. */
  readonly finding: Finding;
  readonly quickFix: QuickFix;
  /** What it does to the figures of the whole, of flows and of the part that it is for, after the fixes before it. */
  readonly figures: readonly FigureChange[];
  /** Whether it is among the changes; false where it was declined. */
  readonly isTaken: boolean;
}

/** Why a quick fix is left out. */
export type FixRefusal =
  | { readonly kind: 'resolved-before' }
  | { readonly kind: 'not-offered' }
  | { readonly kind: 'changes-nothing' }
  | { readonly kind: 'removes' }
  | { readonly kind: 'not-resolved' }
  | { readonly kind: 'no-figures' }
  | { readonly kind: 'raises'; readonly finding: Finding }
  | { readonly kind: 'misses'; readonly part: string; readonly metric: string }
  | { readonly kind: 'not-tried' };

export interface SafeFixes {
  readonly fixes: readonly SafeFix[];
  readonly left: readonly { readonly finding: Finding; readonly refusal: FixRefusal }[];
  /** All changes of the fixes that are taken, in order: one edit. */
  readonly changes: readonly Change[];
  /** The figures of the whole and of flows that the taken fixes change together. */
  readonly figures: readonly FigureChange[];
}

export interface SafeFixOptions {
  readonly load: number;
  /** Keys of findings whose fixes are not to be taken. */
  readonly declined: ReadonlySet<string>;
  readonly analyzer: Analyzer;
}

interface Assessed {
  readonly design: Design;
  readonly analysis: Analysis | null;
  readonly findings: readonly Finding[];
}

/** Each try analyses the whole design: this bounds the work, of large designs to fewer tries. */
const mostTries = (design: Design): number =>
  Math.max(8, Math.min(80, Math.floor(8_000 / nodesOf(design).length)));

/**
 * The quick fixes that are safe to take together. One pass over the findings, the severest first: each fix is tried on the
 * design after those before it and kept if it is safe there, else named with what speaks against it. Questions are left to a person.
 * A generator that yields before each try, so that a worker can do other work in between.
 */
export function* safeFixes(design: Design, options: SafeFixOptions): Generator<undefined, SafeFixes> {
  const before = assess(design, options);
  const fixable = before.findings.filter(
    ({ quickFix, stage }) => quickFix !== undefined && stage !== 'question',
  );
  const fixes: SafeFix[] = [];
  const left: { finding: Finding; refusal: FixRefusal }[] = [];
  const changes: Change[] = [];
  let now = before;
  let tries = mostTries(design);
  for (const finding of fixable) {
    const { quickFix } = finding;
    if (quickFix !== undefined && options.declined.has(findingKey(finding))) {
      fixes.push({ finding, quickFix, figures: [], isTaken: false });
      continue;
    }
    yield undefined;
    tries -= 1;
    const result: Tried = tries < 0 ? { refusal: { kind: 'not-tried' } } : tryFix(now, finding, options);
    if ('refusal' in result) left.push({ finding, refusal: result.refusal });
    else {
      const figures = figuresOf(now, result.after, finding.target);
      fixes.push({ finding, quickFix: result.quickFix, figures, isTaken: true });
      changes.push(...result.quickFix.changes);
      now = result.after;
    }
  }
  return { fixes, left, changes, figures: figuresOf(before, now) };
}

function assess(design: Design, { load, analyzer }: SafeFixOptions): Assessed {
  const resolved = analyzer.resolveCopy(design);
  const result = analyzer.analyze(resolved, { load });
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  return { design, analysis, findings: evaluateRules({ design: resolved, analysis, errors }).findings };
}

/** A large design has thousands of figures; a person reads a few. */
function figuresOf(before: Assessed, after: Assessed, target?: string): readonly FigureChange[] {
  if (before.analysis === null || after.analysis === null) return [];
  return compareFigures(before.analysis, after.analysis).filter(
    ({ kind, part }) => kind === 'totals' || kind === 'flow' || (kind === 'node' && part === target),
  );
}

type Tried = { readonly quickFix: QuickFix; readonly after: Assessed } | { readonly refusal: FixRefusal };

/** Tries the fix of a finding as it is now: its figures may be others than before the fixes that were taken. */
function tryFix(now: Assessed, { rule, target }: Finding, options: SafeFixOptions): Tried {
  const finding = now.findings.find((one) => one.rule === rule && one.target === target);
  if (finding === undefined) return { refusal: { kind: 'resolved-before' } };
  const { quickFix } = finding;
  if (quickFix === undefined) return { refusal: { kind: 'not-offered' } };
  if (quickFix.changes.some(({ op }) => op === 'remove')) return { refusal: { kind: 'removes' } };
  const design = applyChanges(now.design, quickFix.changes);
  if (design === now.design) return { refusal: { kind: 'changes-nothing' } };
  const after = assess(design, options);
  const refusal = refusalOf(now, after, finding);
  return refusal === null ? { quickFix, after } : { refusal };
}

function refusalOf(now: Assessed, after: Assessed, fixed: Finding): FixRefusal | null {
  const still = after.findings.find(({ rule, target }) => rule === fixed.rule && target === fixed.target);
  if (still !== undefined && severityRank[still.severity] <= severityRank[fixed.severity])
    return { kind: 'not-resolved' };
  if (now.analysis !== null && after.analysis === null) return { kind: 'no-figures' };
  const raised = raisedFinding(now.findings, after.findings);
  if (raised !== undefined) return { kind: 'raises', finding: raised };
  return missedTarget(now.analysis, after.analysis);
}

const severityRank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The first finding that was not there, or was less severe. */
function raisedFinding(before: readonly Finding[], after: readonly Finding[]): Finding | undefined {
  const ranks = new Map<string, number>();
  for (const { rule, target, severity } of before) {
    const key = `${rule} ${target}`;
    ranks.set(key, Math.min(severityRank[severity], ranks.get(key) ?? Number.POSITIVE_INFINITY));
  }
  return after.find(({ rule, target, severity }) => {
    const rank = ranks.get(`${rule} ${target}`);
    return rank === undefined || severityRank[severity] < rank;
  });
}

/** The first target that was met and no longer is. */
function missedTarget(before: Analysis | null, after: Analysis | null): FixRefusal | null {
  if (before === null || after === null) return null;
  const met = new Set(targetsIn(before).flatMap(({ key, isMet }) => (isMet ? [key] : [])));
  const missed = targetsIn(after).find(({ key, isMet }) => !isMet && met.has(key));
  return missed === undefined ? null : { kind: 'misses', part: missed.part, metric: missed.metric };
}

function targetsIn({ flows, nodes, layers, totals }: Analysis) {
  const lists = { flow: flows, node: nodes, layer: layers, totals: [{ id: '*', ...totals }] } as const;
  return Object.entries(lists).flatMap(([kind, parts]) =>
    parts.flatMap(({ id, targets }) =>
      targets.map(({ metric, met }) => ({ key: `${kind} ${id} ${metric}`, part: id, metric, isMet: met })),
    ),
  );
}
