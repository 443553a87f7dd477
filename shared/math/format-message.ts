import {
  formatAvailability,
  formatBytes,
  formatCount,
  formatExactAvailability,
  formatExactly,
  formatExactShare,
  formatFactor,
  formatMs,
  formatNumber,
  formatRate,
  formatSeconds,
  formatShare,
  formatUsd,
} from './format';
import { english, type Language } from './language';
import { type Template, templateOf } from './message-template';
import type { Message, Quantities, Quantity, Terms } from './quantity';
import { toldApart } from './tell-apart';

/** How a message is read: in which language, and by which names its parts go. */
export interface Reading {
  readonly language: Language;
  readonly nameOf: (id: string) => string;
}

const idItself = (id: string): string => id;

const keptTemplates = 5000;
const templatesOf = new WeakMap<Language, Map<string, Template>>();

/** The template of a language for an English text, parsed once. */
export function templateIn(language: Language, text: string): Template {
  let known = templatesOf.get(language);
  if (known === undefined) {
    known = new Map();
    templatesOf.set(language, known);
  }
  let template = known.get(text);
  if (template === undefined) {
    // Texts that a design contains (a rule of its own, a file's reason) are as many as there are designs.
    if (known.size >= keptTemplates) known.clear();
    template = templateOf(language.templateOf(text), language.locale);
    known.set(text, template);
  }
  return template;
}

/** The number that decides on a plural, or the key of a choice. */
export function decidingOf(quantity: Quantity | undefined): number | string {
  if (quantity === undefined) return Number.NaN;
  if (typeof quantity === 'string') return quantity;
  if ('choice' in quantity) return quantity.choice;
  return Object.values(quantity).find((value) => typeof value === 'number') ?? Number.NaN;
}

function filled(
  text: string,
  values: Quantities,
  reading: Reading,
  print: (quantity: Quantity, reading: Reading) => string,
): string {
  const ownValue = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined);
  return templateIn(
    reading.language,
    text,
  )({
    printed: (name) => {
      const value = ownValue(name);
      return value === undefined ? undefined : print(value, reading);
    },
    deciding: (name) => decidingOf(ownValue(name)),
  });
}

/**
 * A message in words: the template of the language with its values put in. A placeholder that has no value stays as it is
 * written; two figures that differ never read alike. `nameOf` gives the name of a part by its id, which is shown itself where it is left out.
 */
export function formatMessage(
  { text, values }: Message,
  nameOf: (id: string) => string = idItself,
  language: Language = english,
): string {
  const reading = { language, nameOf };
  const apart = toldApart(
    values,
    (quantity) => shortQuantity(quantity, reading),
    (quantity) => exactQuantity(quantity, reading),
  );
  if (apart === null) return filled(text, values, reading, shortQuantity);
  const textOf = new Map(
    [...apart].flatMap(([name, figure]) => {
      const quantity = values[name];
      return quantity === undefined ? [] : [[quantity, figure] as const];
    }),
  );
  return filled(
    text,
    values,
    reading,
    (quantity) => textOf.get(quantity) ?? shortQuantity(quantity, reading),
  );
}

/** A quantity with its unit, short. */
export function formatQuantity(
  quantity: Quantity,
  nameOf: (id: string) => string = idItself,
  language: Language = english,
): string {
  return shortQuantity(quantity, { language, nameOf });
}

function shortQuantity(quantity: Quantity, reading: Reading): string {
  if (typeof quantity === 'string') return quantity;
  const { numbers } = reading.language;
  if ('rps' in quantity) return formatRate(quantity.rps, numbers);
  if ('ms' in quantity) return formatMs(quantity.ms, numbers);
  if ('share' in quantity) return formatShare(quantity.share, numbers);
  if ('availability' in quantity) return formatAvailability(quantity.availability, numbers);
  if ('count' in quantity) return formatCount(quantity.count, numbers);
  if ('factor' in quantity) return formatFactor(quantity.factor, numbers);
  if ('bytes' in quantity) return formatBytes(quantity.bytes, numbers);
  if ('seconds' in quantity) return formatSeconds(quantity.seconds, numbers);
  if ('usd' in quantity) return formatUsd(quantity.usd, numbers);
  return textOf(quantity, reading, shortQuantity);
}

/** A quantity with its unit and every digit that is worth having, for tooltips: '11 574.074 rps', '99.967123 %'. */
export function formatExact(
  quantity: Quantity,
  nameOf: (id: string) => string = idItself,
  language: Language = english,
): string {
  return exactQuantity(quantity, { language, nameOf });
}

function exactQuantity(quantity: Quantity, reading: Reading): string {
  if (typeof quantity === 'string') return quantity;
  const { numbers } = reading.language;
  if ('rps' in quantity) return formatExactly(quantity.rps, ' rps', numbers);
  if ('ms' in quantity) return formatExactly(quantity.ms, ' ms', numbers);
  if ('share' in quantity) return formatExactShare(quantity.share, numbers);
  if ('availability' in quantity) return formatExactAvailability(quantity.availability, numbers);
  if ('count' in quantity) return formatExactly(quantity.count, '', numbers);
  if ('factor' in quantity) return exactFactor(quantity.factor, numbers);
  if ('bytes' in quantity) return formatExactly(quantity.bytes, ' B', numbers);
  if ('seconds' in quantity) return formatExactly(quantity.seconds, ' s', numbers);
  if ('usd' in quantity) return `$${formatExactly(quantity.usd, '/mo', numbers)}`;
  return textOf(quantity, reading, exactQuantity);
}

/** A ratio of measured figures: more than four digits of it are noise. */
const exactFactor = (factor: number, numbers: Language['numbers']): string =>
  `×${formatExactly(Number(factor.toPrecision(4)), '', numbers)}`;

type TextQuantity =
  | { readonly part: string }
  | { readonly words: Message }
  | { readonly list: readonly Quantity[] }
  | { readonly choice: string | number }
  | Terms;

/** A part by its name, words in words, a list or terms joined. */
function textOf(
  quantity: TextQuantity,
  reading: Reading,
  print: (quantity: Quantity, reading: Reading) => string,
): string {
  if ('part' in quantity) return reading.nameOf(quantity.part);
  if ('words' in quantity) return filled(quantity.words.text, quantity.words.values, reading, print);
  if ('choice' in quantity) return choiceText(quantity.choice, reading.language);
  if ('terms' in quantity) {
    const { terms, sign, common } = quantity;
    const texts = terms.map(({ text, values }) => filled(text, { ...common, ...values }, reading, print));
    return joinTerms(texts, sign, reading.language);
  }
  return formatList(
    quantity.list.map((one) => print(one, reading)),
    reading.language,
  );
}

/** A key as it is, a number in the style of the language. */
export const choiceText = (choice: string | number, { numbers }: Language): string =>
  typeof choice === 'string' ? choice : formatNumber(choice, numbers);

const listFormats = new Map<string, Intl.ListFormat>();

/** Items one after the other, parted as the language parts them: 'a, b, c'. */
export function formatList(items: readonly string[], { locale }: Language = english): string {
  let format = listFormats.get(locale);
  if (format === undefined) {
    format = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
    listFormats.set(locale, format);
  }
  return format.format(items);
}

/** Texts of terms with their sign between them. */
export function joinTerms(texts: readonly string[], sign: Terms['sign'], language: Language): string {
  if (sign === null) return formatList(texts, language);
  // A comma that parts decimals cannot part arguments too.
  if (sign === ',') return texts.join(language.numbers.decimal === ',' ? '; ' : ', ');
  return texts.join(` ${sign} `);
}

/** A text with its values in a language, where it is put into words at once. */
export const inLanguage = (language: Language, text: string, values: Quantities = {}): string =>
  formatMessage({ text, values }, idItself, language);
