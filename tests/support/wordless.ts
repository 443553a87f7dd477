import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Language } from '../../shared/math/language';
import { englishNumbers } from '../../shared/math/number-style';

const units = ' ms, rps, s, min, h, d, y, B, kB, MB, GB, TB, PB,/mo,k,M,G'.split(',');

const textOf = (elements: readonly MessageFormatElement[]): string =>
  elements
    .map((element) => {
      if (element.type === TYPE.argument) return `{${element.value}}`;
      if (element.type === TYPE.pound) return '#';
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return ' ';
      const kind = element.type === TYPE.plural ? 'plural' : 'select';
      const options = Object.entries(element.options).map(([key, { value }]) => `${key} {${textOf(value)}}`);
      return `{${element.value}, ${kind}, ${options.join(' ')}}`;
    })
    .join('');

/** A language without words and units, its decimals after a dot in the middle: what is left of a text was never looked up. */
export function wordlessLanguage(): { readonly language: Language; readonly lookedUp: ReadonlySet<string> } {
  const lookedUp = new Set<string>();
  const language: Language = {
    locale: 'en',
    numbers: { ...englishNumbers, decimal: '·', units: new Map(units.map((unit) => [unit, ''])) },
    templateOf: (text) => {
      lookedUp.add(text);
      return textOf(parse(text, { ignoreTag: true }));
    },
  };
  return { language, lookedUp };
}
