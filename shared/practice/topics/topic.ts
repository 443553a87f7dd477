/** A page of the reference about a term of the trade. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The formula, as one writes it down. */
  readonly formula?: string;
  /** Other words under which it is found. */
  readonly keywords: readonly string[];
  /** The id of a lesson that shows it. */
  readonly lesson?: string;
  /** What of Loadline bears on it, by id. */
  readonly kinds: readonly string[];
  readonly rules: readonly string[];
}

export interface TopicGroup {
  readonly id: string;
  readonly title: string;
  readonly topics: readonly Topic[];
}
