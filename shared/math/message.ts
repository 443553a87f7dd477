import type { Message, Quantities, Quantity } from './quantity';

export type { Message };

/** A message of a template and its values. */
export const message = (text: string, values: Quantities = {}): Message => ({ text, values });

/** A term or sentence as a value of another. */
export const words = (text: string, values: Quantities = {}): Quantity => ({ words: message(text, values) });
