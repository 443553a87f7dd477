import type { Analysis, AnalysisError } from '../../shared/analysis/analysis';
import { analyze } from '../../shared/analysis/analyze';
import type { ResolvedDesign } from '../../shared/catalog/resolved';
import { evaluateRules } from '../../shared/rules/evaluate';
import { fixOf, messageOf, partNames } from '../../shared/rules/finding-text';

export type Assessed =
  | { readonly ok: true; readonly analysis: Analysis }
  | { readonly ok: false; readonly errors: readonly AnalysisError[]; readonly message: string };

/** The analysis of a design, or in one line what keeps it from having one, where, and the mend. */
export function assess(design: ResolvedDesign, load = 1): Assessed {
  const result = analyze(design, { load });
  if (result.ok) return result;
  return { ok: false, errors: result.errors, message: errorWords(design, result.errors) };
}

/** The rule that speaks of an error says it better than its key does; where none does, the key and the parts are named. */
function errorWords(design: ResolvedDesign, errors: readonly AnalysisError[]): string {
  const nameOf = partNames(design);
  const [first] = errors;
  const target = first?.targets[0] ?? '*';
  const { findings, suppressed } = evaluateRules({ design, analysis: null, errors });
  const finding = [...findings, ...suppressed].find(
    (one) => one.target === target && one.stage === 'broken' && one.severity === 'error',
  );
  if (finding !== undefined)
    return `${nameOf(target)} (${target}): ${messageOf(finding, nameOf)} ${fixOf(finding, nameOf)}`;
  const parts = first?.targets.map((id) => `${nameOf(id)} (${id})`).join(', ') ?? '';
  return `${parts}: no figures can be had (${first?.key ?? 'unknown'}). Run check on it, and mend what it names.`;
}
