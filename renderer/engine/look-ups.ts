import { analyze } from '../../shared/analysis/analyze';
import { type Analyzer, createAnalyzer } from '../../shared/analysis/analyzer';
import type { FigureChange } from '../../shared/analysis/compare';
import { accuracyOf } from '../../shared/analysis/explanations/accuracy';
import { explain } from '../../shared/analysis/explanations/explain';
import { figureValue } from '../../shared/analysis/explanations/figure-names';
import { inputsOf } from '../../shared/analysis/explanations/inputs';
import { type RequestPath, requestPath } from '../../shared/analysis/request-path';
import { resolve } from '../../shared/catalog/resolve';
import { emptyDesign } from '../../shared/model/empty-design';
import { type Comparison, compareDesigns } from '../../shared/rules/comparison';
import { type ConsequencesResult, consequencesOf } from '../../shared/rules/consequences';
import { effectOf } from '../../shared/rules/effect';
import { ruleOf, rules } from '../../shared/rules/index';
import type { Rule } from '../../shared/rules/rule';
import { type SafeFixes, safeFixes } from '../../shared/rules/safe-fixes';
import { rulesWithQuickFix } from '../../shared/rules/with-quick-fix';
import type {
  AnalyzedDesign,
  AnalyzedExample,
  ExplainedFigure,
  ListedRule,
  LookUpResponse,
  LookUps,
  RuleWords,
  ShortLookUpRequest,
} from './protocol';

/** What the worker responds to a look-up. */
export function lookUp(wanted: ShortLookUpRequest, analyzer: Analyzer = createAnalyzer()): LookUpResponse {
  switch (wanted.about) {
    case 'effect':
      return effectWords(wanted.request, analyzer);
    case 'explanation':
      return explanationOf(wanted.request, analyzer);
    case 'request-path':
      return pathOf(wanted.request, analyzer);
    case 'consequences':
      return consequences(wanted.request, analyzer);
    case 'comparison':
      return comparison(wanted.request, analyzer);
    case 'rule':
      return ruleWords(wanted.request.id);
    case 'examples':
      return examplesOf(wanted.request.id);
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

function explanationOf(
  { design: { id, name, system }, load, part, metric }: LookUps['explanation']['request'],
  analyzer: Analyzer,
): ExplainedFigure | null {
  const resolved = resolve({ ...emptyDesign(id, name, ''), system });
  const result = analyzer.analyze(resolved, { load });
  if (!result.ok) return null;
  const { analysis } = result;
  const explanation = explain(resolved, analysis, part, metric);
  if (explanation === null) return null;
  const inputs = inputsOf(resolved, analysis, { part, metric });
  return {
    ...explanation,
    inputs: inputs.map((input) => ({ ...input, value: figureValue(analysis, input) })),
    accuracy: accuracyOf(resolved, analysis, explanation),
  };
}

function pathOf(
  { design, load, flow }: LookUps['request-path']['request'],
  analyzer: Analyzer,
): RequestPath | null {
  return requestPath(analyzer.resolveCopy(design), load, flow);
}

function consequences(
  { design: { id, name, system }, load, events }: LookUps['consequences']['request'],
  analyzer: Analyzer,
): ConsequencesResult {
  return consequencesOf({ ...emptyDesign(id, name, ''), system }, events, load, analyzer);
}

function comparison(
  { before, after, load }: LookUps['comparison']['request'],
  analyzer: Analyzer,
): Comparison {
  const wholeOf = ({ id, name, system }: AnalyzedDesign) => ({ ...emptyDesign(id, name, ''), system });
  return compareDesigns(wholeOf(before), wholeOf(after), load, analyzer);
}

function ruleWords(id: string): RuleWords | null {
  const rule = ruleOf(id);
  return rule === undefined ? null : wordsOf(rule);
}

const wordsOf = ({ id, code, title, why, source }: Rule): RuleWords => ({ id, code, title, why, source });

function examplesOf(id: string): readonly AnalyzedExample[] {
  const { invalid, valid } = ruleOf(id)?.examples ?? { invalid: [], valid: [] };
  return [
    ...invalid.map((one) => ({ one, isReported: true })),
    ...valid.map((one) => ({ one, isReported: false })),
  ].map(({ one: { title, design }, isReported }) => {
    const result = analyze(resolve(design));
    return { title, design, isReported, analysis: result.ok ? result.analysis : null };
  });
}

/** The quick fixes that are safe together; null where they are no longer wanted. Between two tries `pause` lets other jobs in. */
export async function safeFixesOf(
  { design: { id, name, system }, load, declined }: LookUps['safe-fixes']['request'],
  analyzer: Analyzer,
  { signal, pause }: { readonly signal: AbortSignal; readonly pause: () => Promise<void> },
): Promise<SafeFixes | null> {
  const design = { ...emptyDesign(id, name, ''), system };
  const steps = safeFixes(design, { load, declined: new Set(declined), analyzer });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pause();
    if (signal.aborted) return null;
  }
}

function listedRule(rule: Rule): ListedRule {
  const { severity, stage } = rule;
  return { ...wordsOf(rule), severity, stage, hasQuickFix: rulesWithQuickFix.has(rule.id) };
}
