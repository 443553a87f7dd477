import type { Analysis, AnalysisError } from '../../shared/analysis/analysis';
import { analyze } from '../../shared/analysis/analyze';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { type Evaluation, evaluateRules } from '../../shared/rules/evaluate';
import { fixOf, messageOf, partNames } from '../../shared/rules/finding-text';

export interface Assessment {
  /** null where the design has no figures: `obstacle` says why. */
  readonly analysis: Analysis | null;
  readonly evaluation: Evaluation;
  /** In one line what keeps the design from having figures, where, and the fix; '' where nothing does. */
  readonly obstacle: string;
}

/** The figures of a design under load, and what the rules find in it. */
export function assess(design: ResolvedDesign, load = 1): Assessment {
  const result = analyze(design, { load });
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  const evaluation = evaluateRules({ design, analysis, errors });
  const [first] = errors;
  if (first === undefined) return { analysis, evaluation, obstacle: '' };
  return { analysis, evaluation, obstacle: obstacleWords(design, evaluation, first) };
}

/** The rule that speaks of an error says it better than its key does; where none does, the key and the parts are named. */
function obstacleWords(
  design: ResolvedDesign,
  { findings, suppressed }: Evaluation,
  { key, targets }: AnalysisError,
): string {
  const nameOf = partNames(design);
  const [target = '*'] = targets;
  const finding = [...findings, ...suppressed].find(
    (one) => one.target === target && one.stage === 'broken' && one.severity === 'error',
  );
  if (finding !== undefined)
    return `${nameOf(target)} (${target}): ${messageOf(finding, nameOf)} ${fixOf(finding, nameOf)}`;
  const parts = targets.map((id) => `${nameOf(id)} (${id})`).join(', ');
  return `${parts}: no figures can be had (${key}). Run check on it, and fix what it names.`;
}
