import type { Analysis } from '../../shared/analysis/analysis';
import type { FigureChange } from '../../shared/analysis/compare';
import type { Accuracy } from '../../shared/analysis/explanations/accuracy';
import type { Explanation } from '../../shared/analysis/explanations/explanation';
import type { FigureName } from '../../shared/analysis/explanations/figure-names';
import type { StationGrowth } from '../../shared/analysis/growth';
import type { Improvements } from '../../shared/analysis/improvements/improvements';
import type { LoadLimits } from '../../shared/analysis/load-limits';
import type { RequestPath } from '../../shared/analysis/request-path';
import type { Sweep } from '../../shared/analysis/sweep';
import type { WhatIf } from '../../shared/edits/what-if';
import type { Change } from '../../shared/model/changes';
import type { Comparison } from '../../shared/rules/comparison';
import type { ConsequencesResult } from '../../shared/rules/consequences';
import type { Example, Rule } from '../../shared/rules/rule';
import type { SafeFixes } from '../../shared/rules/safe-fixes';
import type { SizeProposalResult } from '../../shared/rules/size-proposal';
import type { AnalysisReport } from '../store/editor/report';
import type { AnalyzedDesign, DesignUpdate } from './design-updates';
import type { ReportUpdate } from './report-updates';

export type { AnalyzedDesign };

/** The figures of a design: its report of means is the progress, that of percentiles the response, as updates of the one before. */
export interface ReportRequest {
  readonly about: 'report';
  readonly design: AnalyzedDesign;
  readonly load: number;
}

export type { AnalysisReport };

/** A figure that another follows from. */
export interface ExplainedInput extends FigureName {
  readonly value: Explanation['value'];
}

/** How a figure came about, and the figures that it follows from, each of which can be looked up in turn. */
export interface ExplainedFigure extends Explanation {
  readonly inputs: readonly ExplainedInput[];
  /** How good it is, against the model and against a real system; null where nothing is to be said of that. */
  readonly accuracy: Accuracy | null;
}

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
  /** How a figure came about; null where there is no such figure. */
  readonly explanation: {
    readonly request: {
      readonly design: AnalyzedDesign;
      readonly load: number;
      readonly part: string;
      readonly metric: string;
    };
    readonly response: ExplainedFigure | null;
  };
  /** What events would do to the figures, beside those of now. */
  readonly consequences: {
    readonly request: {
      readonly design: AnalyzedDesign;
      readonly load: number;
      readonly events: readonly WhatIf[];
    };
    readonly response: ConsequencesResult;
  };
  /** The way of one request of a flow; null where the design has no figures, or no such flow. */
  readonly 'request-path': {
    readonly request: {
      readonly design: AnalyzedDesign;
      readonly load: number;
      readonly flow: string;
    };
    readonly response: RequestPath | null;
  };
  /** What became of one design in another: its parts, main figures and findings. */
  readonly comparison: {
    readonly request: {
      readonly before: AnalyzedDesign;
      readonly after: AnalyzedDesign;
      readonly load: number;
    };
    readonly response: Comparison;
  };
  /** What a rule says of itself; null where there is none of that id. */
  readonly rule: { readonly request: { readonly id: string }; readonly response: RuleWords | null };
  /** The examples of a rule with their figures: those that it reports, then those that it does not. */
  readonly examples: {
    readonly request: { readonly id: string };
    readonly response: readonly AnalyzedExample[];
  };
  /** The quick fixes that are safe to take together; `declined` are keys of findings that are not to be fixed. */
  readonly 'safe-fixes': {
    readonly request: {
      readonly design: AnalyzedDesign;
      readonly load: number;
      readonly declined: readonly string[];
    };
    readonly response: SafeFixes;
  };
  /** All rules, for the reference. */
  readonly rules: {
    readonly request: Readonly<Record<never, never>>;
    readonly response: readonly ListedRule[];
  };
}

/** An example of a rule; `analysis` is null where it has no figures. */
export interface AnalyzedExample extends Example {
  readonly isReported: boolean;
  readonly analysis: Analysis | null;
}

/** A rule as the reference lists it. */
export interface ListedRule extends RuleWords, Pick<Rule, 'severity' | 'stage'> {
  readonly hasQuickFix: boolean;
}

export type RuleWords = Pick<Rule, 'id' | 'code' | 'title' | 'why' | 'source'>;

export type LookUpRequest = {
  readonly [K in keyof LookUps]: { readonly about: K; readonly request: LookUps[K]['request'] };
}[keyof LookUps];

/** A look-up that takes many analyses, with other jobs of the worker in between. */
export type LongLookUpRequest = Extract<LookUpRequest, { readonly about: 'safe-fixes' }>;
export type ShortLookUpRequest = Exclude<LookUpRequest, LongLookUpRequest>;

export type LookUpResponse = LookUps[keyof LookUps]['response'];

/** What is asked about loads other than the one that is shown. The response is null where the design has no figures. */
export interface LoadStudies {
  /** The sweep of a flow from low load to overload. */
  readonly curve: {
    readonly request: { readonly design: AnalyzedDesign; readonly flow: string };
    readonly response: Sweep | null;
  };
  /** The loads at which targets are first missed, and the order in which stations saturate. */
  readonly 'load-limits': {
    readonly request: { readonly design: AnalyzedDesign };
    readonly response: LoadLimits | null;
  };
  /** When each station is outgrown. */
  readonly growth: {
    readonly request: { readonly design: AnalyzedDesign };
    readonly response: {
      readonly annualGrowth: number;
      readonly stations: readonly StationGrowth[];
    } | null;
  };
}

export type LoadStudyRequest = {
  readonly [K in keyof LoadStudies]: { readonly about: K; readonly request: LoadStudies[K]['request'] };
}[keyof LoadStudies];

/** How far a request about other loads has come; `of` is 0 until it is known. */
export interface LoadProgress {
  readonly done: number;
  readonly of: number;
}

export type LoadStudyResponse = LoadStudies[keyof LoadStudies]['response'];

/** What would help a flow most: the progress says how many changes were tried, the response which are the best. */
export interface ImprovementsRequest {
  readonly about: 'improvements';
  readonly design: AnalyzedDesign;
  readonly load: number;
  readonly flow: string;
}

export interface SearchProgress {
  readonly tried: number;
  readonly total: number;
}

/** The sizes of a design at `load` times its rates; locked parts keep theirs. */
export interface SizeRequest {
  readonly about: 'sizes';
  readonly design: AnalyzedDesign;
  readonly locked: readonly string[];
  readonly load: number;
}

/** How many sets of sizes were analysed so far. */
export interface SizeProgress {
  readonly compared: number;
}

export type AnalysisRequest =
  | ReportRequest
  | LookUpRequest
  | LoadStudyRequest
  | ImprovementsRequest
  | SizeRequest;

/** A request as the worker is sent it. */
export type SentRequest =
  | Exclude<AnalysisRequest, ReportRequest>
  | (Omit<ReportRequest, 'design'> & { readonly design: DesignUpdate });

export type AnalysisResponse =
  | ReportUpdate
  | LookUpResponse
  | LoadStudyResponse
  | Improvements
  | SizeProposalResult
  | null;
export type AnalysisProgress = ReportUpdate | LoadProgress | SearchProgress | SizeProgress;
