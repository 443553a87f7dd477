import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { language, setLanguage } from './language';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accents = 'àƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ';
const accentOf = new Map([...letters].map((letter, i) => [letter, [...accents][i] ?? letter]));
const accented = (text: string): string =>
  Array.from(text, (letter) => accentOf.get(letter) ?? letter).join('');

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where a template has text of its own: outside of names, keywords and braces. */
function textRanges(elements: readonly MessageFormatElement[]): readonly Range[] {
  return elements.flatMap((element): readonly Range[] => {
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return Object.values(element.options).flatMap(({ value }) => textRanges(value));
    const { location } = element;
    if (element.type !== TYPE.literal || location === undefined) return [];
    return [{ from: location.start.offset, to: location.end.offset }];
  });
}

/** Letters of the longest form of a template. */
const lengthOf = (elements: readonly MessageFormatElement[]): number =>
  elements.reduce((sum, element) => {
    if (element.type === TYPE.literal) return sum + element.value.length;
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return sum;
    return sum + Math.max(...Object.values(element.options).map(({ value }) => lengthOf(value)));
  }, 0);

/**
 * A template with accents on every letter of its own, a third longer and in brackets; values stay as they are. A text without
 * accents was never looked up, one without its bracket is cut.
 */
export function pseudoTemplate(english: string): string {
  const elements = parse(english, { ignoreTag: true, captureLocation: true });
  let text = '';
  let at = 0;
  for (const { from, to } of textRanges(elements)) {
    text += english.slice(at, from) + accented(english.slice(from, to));
    at = to;
  }
  return `⟦${text}${english.slice(at)} ${'~'.repeat(Math.ceil(lengthOf(elements) / 3))}⟧`;
}

/** Puts the window into the pseudo-locale, by which text is found that nobody could translate. */
export const setPseudoLanguage = (): void =>
  setLanguage({ locale: 'en', numbers: language().numbers, templateOf: pseudoTemplate });
