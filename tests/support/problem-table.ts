import { analyze } from '../../shared/analysis/analyze';
import { resolve } from '../../shared/catalog/resolve';
import type { Design } from '../../shared/model/schema';
import type { Problem } from '../../shared/practice/problem';
import { evaluateRules } from '../../shared/rules/evaluate';

/** A line about a problem: how its reference does, and what there is to study and to be asked beside it. */
export interface ProblemLine {
  readonly problem: string;
  readonly targets: string;
  readonly findings: string;
  readonly variants: string;
  readonly followUps: string;
}

/** What the analysis and the rules say of a design: targets that are met, of how many; findings by their stage. */
function judged(design: Design) {
  const resolved = resolve(design);
  const result = analyze(resolved);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  const { analysis } = result;
  const targets = [...analysis.totals.targets, ...analysis.flows.flatMap((flow) => flow.targets)];
  const { findings } = evaluateRules({ design: resolved, analysis, errors: [] });
  return { targets, findings };
}

/** The line of a problem, worked out from its designs. */
export function problemLine(problem: Problem): ProblemLine {
  const { targets, findings } = judged(problem.reference);
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const survived = problem.followUps.filter(({ survives }) => survives);
  return {
    problem: problem.title,
    targets: `${targets.filter(({ met }) => met).length} of ${targets.length} met`,
    findings: `${count('error')} errors, ${count('warning')} warnings, ${count('info')} notes`,
    variants: `${problem.variants.length}: ${problem.variants.map(({ id }) => id).join(', ')}`,
    followUps: `${problem.followUps.length}, ${survived.length} survived`,
  };
}

/** The lines as a table in Markdown. */
export const problemTable = (lines: readonly ProblemLine[]): string =>
  [
    '| problem | targets | findings | variants | follow-ups |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${Object.values(line).join(' | ')} |`),
  ].join('\n');
