/** A path into the document: field names and list positions, outermost first. */
export type Path = readonly (string | number)[];

/** What is wrong with an input, as a key and values; words are put to it outside (`describeProblem`). */
export interface Problem {
  readonly key: string;
  readonly path: Path;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };
