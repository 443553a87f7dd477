import { choiceText, decidingOf, formatQuantity, joinTerms, templateIn } from './format-message';
import { english, type Language } from './language';
import type { Message, Quantities, Quantity, Terms } from './quantity';

interface Flat {
  readonly values: Record<string, Quantity>;
  readonly language: Language;
}

/**
 * A message without messages in it: their texts are in its own text, with plurals and choices made, and their values are
 * among its values. Values of terms are numbered, `{rate1}`, unless it is one term that names no part; values that terms share
 * are not. Of words without values, and of a list, the text is the value.
 */
export function flatMessage(message: Message, language: Language = english): Message {
  const values: Record<string, Quantity> = {};
  const text = flatText(message, {}, '', { values, language });
  return { text, values };
}

/** The text of a message; its values come among those of the whole, their names with a suffix. */
function flatText({ text, values }: Message, common: Quantities, suffix: string, flat: Flat): string {
  const texts = new Map(
    Object.entries(values).map(([name, value]) => [name, valueText(name, suffix, value, flat)]),
  );
  const decided = { ...common, ...values };
  // What the terms share has no text here: its placeholder stays as it is written.
  return templateIn(
    flat.language,
    text,
  )({
    printed: (name) => texts.get(name),
    deciding: (name) => decidingOf(Object.hasOwn(decided, name) ? decided[name] : undefined),
  });
}

/** What represents a value: its placeholder, or the text of its messages. */
function valueText(name: string, suffix: string, value: Quantity, flat: Flat): string {
  if (typeof value === 'object') {
    if ('words' in value && !isTerm(value)) return flatText(value.words, {}, suffix, flat);
    if ('choice' in value) return choiceText(value.choice, flat.language);
    if ('terms' in value) return termsText(value, flat);
  }
  flat.values[name + suffix] = isTerm(value) ? formatQuantity(value, undefined, flat.language) : value;
  return `{${name}${suffix}}`;
}

/** A word, or several, that no figure is in. */
const isTerm = (value: Quantity): boolean =>
  typeof value === 'object' &&
  ('list' in value || ('words' in value && Object.keys(value.words.values).length === 0));

function termsText({ terms, sign, common = {} }: Terms, flat: Flat): string {
  for (const [name, value] of Object.entries(common)) flat.values[name] = value;
  const isNumbered = terms.length > 1 || terms.some(({ values }) => 'part' in values);
  const texts = terms.map((term, i) => flatText(term, common, isNumbered ? String(i + 1) : '', flat));
  return joinTerms(texts, sign, flat.language);
}
