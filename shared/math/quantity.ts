/**
 * A value that a sentence can carry: plain text that no language changes (a name), or a number with its quantity, so that formatting stays in one place
 * (`formatQuantity`) and every language prints the same figures.
 */
export type Quantity =
  | string
  | { readonly rps: number }
  | { readonly ms: number }
  | { readonly share: number }
  /** A computed availability, printed with five nines at most. */
  | { readonly availability: number }
  | { readonly count: number }
  | { readonly factor: number }
  | { readonly bytes: number }
  | { readonly seconds: number }
  | { readonly usd: number }
  /** An id of a node, edge, flow or group, shown by its name. */
  | { readonly part: string }
  /** A term or a sentence within a sentence, in the reader's language. */
  | { readonly words: Message }
  /** Several of these, joined as the reader's language joins a list. */
  | { readonly list: readonly Quantity[] }
  /** The key of a choice that a template makes, or a number that belongs to its words: no figure of an explanation. */
  | { readonly choice: string | number }
  | Terms;

/** Terms of a formula, each a message of its own, with a sign between them; a comma parts those of a function, `null` makes a list of words. */
export interface Terms {
  readonly terms: readonly Message[];
  readonly sign: '+' | '×' | ',' | null;
  /** Values that all terms share. */
  readonly common?: Quantities;
}

export type Quantities = Readonly<Record<string, Quantity>>;

/**
 * A sentence before it is put into words: an English ICU template, by which other languages find theirs, and the values to put
 * in. It stays data until it is shown.
 */
export interface Message {
  readonly text: string;
  readonly values: Quantities;
}
