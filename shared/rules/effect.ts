import { type Analyzer, createAnalyzer } from '../analysis/analyzer';
import { compareFigures, type FigureChange } from '../analysis/compare';
import { applyChanges } from '../model/apply';
import type { Design } from '../model/schema';
import type { QuickFix } from './rule';

/** What a quick fix would do. */
export interface Effect {
  /** The design after it. */
  readonly design: Design;
  /** Every figure that would be another, before and after; empty where either design has no figures. */
  readonly figures: readonly FigureChange[];
}

/** The design after a quick fix, and what that does to each figure, both computed by `analyze` at the same load. */
export function effectOf(
  design: Design,
  { changes }: Pick<QuickFix, 'changes'>,
  load = 1,
  analyzer: Analyzer = createAnalyzer(),
): Effect {
  const after = applyChanges(design, changes);
  const [old, now] = [design, after].map((one) => analyzer.analyze(analyzer.resolveCopy(one), { load }));
  const figures = old?.ok && now?.ok ? compareFigures(old.analysis, now.analysis) : [];
  return { design: after, figures };
}
