import type { Analysis } from '../../shared/analysis/analysis';
import type { Design } from '../../shared/model/schema';
import type { Attempt } from '../../shared/practice/attempt';
import type { EstimateVerdict } from '../../shared/practice/check-estimates';
import type { AttemptComparison } from '../../shared/practice/compare-attempts';
import type { FollowUp, Problem, Variant } from '../../shared/practice/problem';
import type { Score } from '../../shared/practice/score';
import type { AnalyzedDesign } from './protocol';

/** What practice asks its worker, each with its response. */
export interface PracticeStudies {
  readonly score: { readonly request: { readonly attempt: Attempt }; readonly response: Score };
  /** Two attempts beside each other. */
  readonly comparison: {
    readonly request: { readonly first: Attempt; readonly second: Attempt };
    readonly response: AttemptComparison;
  };
  /** The figures of a design as it stands; null where it has none. */
  readonly figures: {
    readonly request: { readonly design: AnalyzedDesign };
    readonly response: Analysis | null;
  };
  /** What was typed against what is expected, and against the design as it is drawn. */
  readonly estimates: {
    readonly request: {
      readonly problem: Problem;
      readonly typed: Attempt['estimates'];
      readonly design: AnalyzedDesign;
    };
    readonly response: readonly EstimateVerdict[];
  };
  /** What a weaker design shows that the reference does not. */
  readonly variant: {
    readonly request: { readonly problem: Problem; readonly design: Design };
    readonly response: Variant['shows'];
  };
  /** Whether the reference goes on serving every flow after a follow-up; null where nothing of it could happen to it. */
  readonly survival: {
    readonly request: { readonly problem: Problem; readonly followUp: FollowUp };
    readonly response: boolean | null;
  };
}

export type PracticeRequest = {
  readonly [K in keyof PracticeStudies]: {
    readonly about: K;
    readonly request: PracticeStudies[K]['request'];
  };
}[keyof PracticeStudies];

export type PracticeResponse = PracticeStudies[keyof PracticeStudies]['response'];

/** How many of a job's steps are done. */
export interface PracticeProgress {
  readonly done: number;
  readonly of: number;
}
