import type { Analysis, AnalysisError } from '../../shared/analysis/analysis';
import type { FigureChange } from '../../shared/analysis/compare';
import type { Change } from '../../shared/model/changes';
import type { Design } from '../../shared/model/schema';
import type { Finding, Rule } from '../../shared/rules/rule';

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

/** What is looked up for a person who asks: each has one reply, whatever becomes of the design in the meantime. */
export interface Inquiries {
  /** What a mend would do to the figures: those of the whole, of the flows and of `target`. */
  readonly effect: {
    readonly asked: {
      readonly design: Question['design'];
      readonly load: number;
      readonly changes: readonly Change[];
      readonly target: string;
    };
    readonly told: readonly FigureChange[];
  };
  /** What a rule says of itself; null where there is none of that id. */
  readonly rule: { readonly asked: { readonly id: string }; readonly told: RuleWords | null };
}

export type RuleWords = Pick<Rule, 'id' | 'code' | 'title' | 'why' | 'source'>;

export type Inquiry = {
  readonly [K in keyof Inquiries]: {
    readonly inquiry: number;
    readonly about: K;
    readonly asked: Inquiries[K]['asked'];
  };
}[keyof Inquiries];

export interface Reply {
  readonly inquiry: number;
  readonly told: Inquiries[keyof Inquiries]['told'];
}
