import type { Quantities } from './quantity';

/**
 * A sentence before it is put into words: an English template with {placeholders}, by which other languages find theirs,
 * and the values to put in. It stays data until it is shown.
 */
export interface Message {
  readonly text: string;
  readonly values: Quantities;
}

/** A message of a template and its values. */
export const message = (text: string, values: Quantities = {}): Message => ({ text, values });
