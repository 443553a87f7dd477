import { type Analyzer, createAnalyzer } from '../../shared/analysis/analyzer';
import type { FigureChange } from '../../shared/analysis/compare';
import { emptyDesign } from '../../shared/model/empty-design';
import { effectOf } from '../../shared/rules/effect';
import { ruleOf } from '../../shared/rules/index';
import type { LookUpRequest, LookUpResponse, LookUps, RuleWords } from './protocol';

/** What the worker responds to a look-up. */
export function lookUp(wanted: LookUpRequest, analyzer: Analyzer = createAnalyzer()): LookUpResponse {
  return wanted.about === 'effect' ? effectWords(wanted.request, analyzer) : ruleWords(wanted.request.id);
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
  if (rule === undefined) return null;
  const { code, title, why, source } = rule;
  return { id, code, title, why, source };
}
