import type { Analysis, AnalysisError } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import type { Quantities } from '../math/quantity';
import type { Change } from '../model/changes';
import type { Design } from '../model/schema';

export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** broken: shown at once. unfinished: a grey hint while one draws. review: in Problems only. question: answered by a person, never a warning. */
export type Stage = 'broken' | 'unfinished' | 'review' | 'question';

/** What a rule reads. `analysis` is null where the analysis could not be had; `errors` says why. */
export interface RuleContext {
  readonly design: ResolvedDesign;
  readonly analysis: Analysis | null;
  readonly errors: readonly AnalysisError[];
}

/** One edit that fixes a finding: data, applied as one undo step named by its title. */
export interface QuickFix {
  readonly id: string;
  /** Template with {placeholders}, as of `Rule.message`. */
  readonly title: string;
  readonly values: Quantities;
  readonly changes: readonly Change[];
}

/** What a rule found, before it is dressed as a finding. */
export interface Hit {
  /** Id of a node, edge, flow or group; `*` for the whole design. */
  readonly target: string;
  readonly values: Quantities;
  /** Which of the rule's messages; the plain one where left out. */
  readonly variant?: string;
  readonly severity?: Severity;
  readonly stage?: Stage;
  readonly quickFix?: QuickFix;
}

export interface Finding {
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  readonly stage: Stage;
  readonly target: string;
  /** Templates in English, by which other languages find theirs, and the values to put in. */
  readonly message: string;
  readonly fix: string;
  readonly values: Quantities;
  readonly quickFix?: QuickFix;
}

/** A drawn example that is tested and shown in the help. */
export interface Example {
  readonly title: string;
  readonly design: Design;
}

/** One that the rule speaks of. */
export interface InvalidExample extends Example {
  /** What the finding is of: id of a node, edge, flow or group; `*` for the whole design. */
  readonly target: string;
}

/** One design rule, with everything about it in one file. */
export interface Rule {
  /** Kebab-case words; the file is named after it. */
  readonly id: string;
  /** The code of the list it comes from, e.g. CAP-01. */
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  readonly stage: Stage;
  /** Template with {placeholders} that name values of the hit. */
  readonly message: string;
  /** Further messages, by the hit's `variant`. */
  readonly variants?: Readonly<Record<string, string>>;
  readonly why: string;
  /** What to do, in words; a template as `message` is. */
  readonly fix: string;
  /** What to do instead, by the id of the hit's quick fix; these may name the quick fix's values too. */
  readonly fixes?: Readonly<Record<string, string>>;
  readonly source: { readonly text: string; readonly url?: string };
  /** Rules whose finding on the same target this one replaces: one cause, one finding. */
  readonly supersedes?: readonly string[];
  readonly check: (context: RuleContext) => readonly Hit[];
  /** What it says once it sees what all rules found, superseded findings included. */
  readonly review?: (context: RuleContext, found: readonly Finding[]) => readonly Hit[];
  /** A getter in every rule: drawn on first use, since a check alone never needs it. */
  readonly examples: { readonly valid: readonly Example[]; readonly invalid: readonly InvalidExample[] };
}
