import { analyze } from '../analysis/analyze';
import { resolve } from '../catalog/resolve';
import type { Design } from '../model/schema';
import { evaluateRules } from '../rules/evaluate';
import { atProblemLoad } from './at-problem-load';
import type { Problem, Variant } from './problem';

type Shown = Variant['shows'][number];

/**
 * What the analysis and the rules show of a weaker design that they do not show of the reference, both under the load of the problem:
 * rules with an error or a warning, and targets that are missed. Empty where it is not weaker in anything that is computed.
 */
export function variantShows(problem: Problem, design: Design): readonly Shown[] {
  const before = new Set(shownOf(problem, problem.reference).map(keyOf));
  return shownOf(problem, design).filter((shown) => !before.has(keyOf(shown)));
}

const keyOf = (shown: Shown): string =>
  'rule' in shown ? `rule ${shown.rule}` : `missed ${shown.missed} ${shown.flow ?? ''}`;

function shownOf(problem: Problem, drawn: Design): readonly Shown[] {
  const { design, matched } = atProblemLoad(problem, drawn);
  const resolved = resolve(design);
  const result = analyze(resolved);
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  const { findings } = evaluateRules({ design: resolved, analysis, errors });
  const broken = new Set(findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule));
  return [...[...broken].map((rule) => ({ rule })), ...missedTargets(analysis, matched)];
}

function missedTargets(
  analysis: Extract<ReturnType<typeof analyze>, { ok: true }>['analysis'] | null,
  matched: ReturnType<typeof atProblemLoad>['matched'],
): readonly Shown[] {
  if (analysis === null) return [];
  const asked = new Map(matched.map((flow) => [flow.drawn.id, flow.asked.id]));
  const ofDesign = analysis.totals.targets
    .filter(({ met }) => !met)
    .map(({ metric }) => ({ missed: metric }));
  const ofFlows = analysis.flows.flatMap(({ id, targets }) => {
    const flow = asked.get(id);
    if (flow === undefined) return [];
    return targets.filter(({ met }) => !met).map(({ metric }) => ({ missed: metric, flow }));
  });
  return [...ofDesign, ...ofFlows];
}
