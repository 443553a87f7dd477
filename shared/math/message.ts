import type { Message, Quantities, Quantity, Terms } from './quantity';

export type { Message };

/** A message of a template and its values. */
export const message = (text: string, values: Quantities = {}): Message => ({ text, values });

/** A term or sentence as a value of another. */
export const words = (text: string, values: Quantities = {}): Quantity => ({ words: message(text, values) });

/** Terms added up, as a value of a formula. */
export const sum = (terms: readonly Message[], common: Quantities = {}): Terms => ({
  terms,
  sign: '+',
  common,
});

/** Terms multiplied, as a value of a formula. */
export const product = (terms: readonly Message[]): Terms => ({ terms, sign: '×' });

/** Terms as the arguments of a function, as a value of a formula. */
export const argumentsOf = (terms: readonly Message[]): Terms => ({ terms, sign: ',' });

/** Terms one after the other, as a value of a sentence. */
export const listOfTerms = (terms: readonly Message[]): Terms => ({ terms, sign: null });
