import type { Analysis, AnalysisError } from '../../shared/analysis/analysis';
import type { Design } from '../../shared/model/schema';
import type { Finding } from '../../shared/rules/rule';

/** What the analysis reads of a design: its layout and its writing stay behind. */
export type Question = {
  readonly ticket: number;
  readonly design: Pick<Design, 'id' | 'name' | 'system'>;
  readonly load: number;
};

/** Two answers to a question: means at once, then percentiles with the findings that need them. */
export type Answer = {
  readonly ticket: number;
  readonly stage: 'means' | 'percentiles';
  readonly analysis: Analysis | null;
  readonly errors: readonly AnalysisError[];
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
};
