import { type Analyzer, createAnalyzer } from '../analysis/analyzer';
import { compareFigures, type FigureChange } from '../analysis/compare';
import { mainFigures } from '../analysis/main-figures';
import { diffDesigns, type PartChange } from '../model/diff';
import type { Design } from '../model/schema';
import { evaluateRules } from './evaluate';
import { findingKey } from './finding-key';
import type { Finding } from './rule';

/** What became of one design in another, at the same load. */
export interface Comparison {
  readonly parts: readonly PartChange[];
  /** The main figures that differ, those of the whole design first; null where one of both has no figures. */
  readonly figures: readonly FigureChange[] | null;
  /** How many further figures differ. */
  readonly otherFigures: number;
  /** Findings that only the second has, and those that only the first has. */
  readonly raised: readonly Finding[];
  readonly cleared: readonly Finding[];
}

/** Parts, figures and findings of a design beside those of another, at `load` times the rates of each. */
export function compareDesigns(
  before: Design,
  after: Design,
  load = 1,
  analyzer: Analyzer = createAnalyzer(),
): Comparison {
  const [old, now] = [stateOf(before, load, analyzer), stateOf(after, load, analyzer)];
  const figures =
    old.analysis === null || now.analysis === null ? null : compareFigures(old.analysis, now.analysis);
  const main = figures === null ? null : mainFigures(figures);
  return {
    parts: diffDesigns(before, after),
    figures: main,
    otherFigures: (figures?.length ?? 0) - (main?.length ?? 0),
    raised: onlyIn(now.findings, old.findings),
    cleared: onlyIn(old.findings, now.findings),
  };
}

function stateOf(design: Design, load: number, analyzer: Analyzer) {
  const resolved = analyzer.resolveCopy(design);
  const result = analyzer.analyze(resolved, { load });
  const analysis = result.ok ? result.analysis : null;
  const errors = result.ok ? [] : result.errors;
  return { analysis, findings: evaluateRules({ design: resolved, analysis, errors }).findings };
}

function onlyIn(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const known = new Set(others.map(findingKey));
  return findings.filter((finding) => !known.has(findingKey(finding)));
}
