import type { FigureChange } from '../../shared/analysis/compare';
import type { Change } from '../../shared/model/changes';
import type { Design } from '../../shared/model/schema';
import type { Rule } from '../../shared/rules/rule';
import type { AnalysisReport } from '../store/editor/report';

/** What the analysis reads of a design: its layout and its writing stay behind. */
export type AnalyzedDesign = Pick<Design, 'id' | 'name' | 'system'>;

/** The figures of a design: its report of means is the progress, that of percentiles the response. */
export interface ReportRequest {
  readonly about: 'report';
  readonly design: AnalyzedDesign;
  readonly load: number;
}

export type { AnalysisReport };

/** What is looked up for a person who asks: each has its response, whatever becomes of the design in the meantime. */
export interface LookUps {
  /** What a fix would do to the figures: those of the whole, of the flows and of `target`. */
  readonly effect: {
    readonly request: {
      readonly design: AnalyzedDesign;
      readonly load: number;
      readonly changes: readonly Change[];
      readonly target: string;
    };
    readonly response: readonly FigureChange[];
  };
  /** What a rule says of itself; null where there is none of that id. */
  readonly rule: { readonly request: { readonly id: string }; readonly response: RuleWords | null };
  /** All rules, for the reference. */
  readonly rules: {
    readonly request: Readonly<Record<never, never>>;
    readonly response: readonly ListedRule[];
  };
}

/** A rule as the reference lists it. */
export interface ListedRule extends RuleWords, Pick<Rule, 'severity' | 'stage'> {
  readonly hasQuickFix: boolean;
}

export type RuleWords = Pick<Rule, 'id' | 'code' | 'title' | 'why' | 'source'>;

export type LookUpRequest = {
  readonly [K in keyof LookUps]: { readonly about: K; readonly request: LookUps[K]['request'] };
}[keyof LookUps];

export type LookUpResponse = LookUps[keyof LookUps]['response'];

export type AnalysisRequest = ReportRequest | LookUpRequest;
export type AnalysisResponse = AnalysisReport | LookUpResponse;
