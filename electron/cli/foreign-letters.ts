import { graphemesOf } from '../../shared/math/graphemes';
import { type Message, message } from '../../shared/math/message';

/** The code points that the bundled font contains, as assets/fonts/make-static.py merges it. */
const interRanges =
  '20-7e a0-ac ae-148 14a-1c3 1c5-254 256-27b 27e-284 286-290 292-2a4 2a6-2cc 2ce-2d7 2da 2dc-301 303-304 308-309 323 ' +
  '400-45f 490-491 4b0-4b1 1d00 1d0d 1d1b 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d62-1d65 1d9c 1da0 1dbb ' +
  '1dbf 1e00-1e9b 1e9d-1e9f 1ef2-1eff 2002 2009 200b 2013-2014 2018-201a 201c-201e 2020 2022 2026 2032-2033 2039-203a ' +
  '2044 20a0-20af 20b1-20b5 20b8-20ba 20bc-20bf 2113 2116 2122 2190-2193 2212 221a 221e 2248 2264-2265 2c7c 2c7f a7ff feff';

const toEscapes = (range: string): string => range.replace(/[0-9a-f]+/g, '\\u{$&}');

/** Text of those, of spaces and of invisible characters. */
const drawnInInter = new RegExp(
  `^[\\s\\p{Cc}\\p{Cf}${interRanges.split(' ').map(toEscapes).join('')}]*$`,
  'u',
);

const textOfElement = /<text[^>]*>([^<]*)<\/text>/g;

/** The graphemes of a picture's texts that the bundled font has no letters for, each once. */
export function foreignGraphemes(svg: string): readonly string[] {
  const found = new Set<string>();
  for (const [, text = ''] of svg.matchAll(textOfElement)) {
    if (drawnInInter.test(text)) continue;
    for (const grapheme of graphemesOf(text)) if (!drawnInInter.test(grapheme)) found.add(grapheme);
  }
  return [...found];
}

/** Scripts by their common names, emoji first: some of them contain digits and Latin letters. */
const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ['emoji', /\p{Emoji_Presentation}|\ufe0f/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
];

const shown = 3;

/** A message that no font of the system draws these letters, by script. */
export function missingFontNote(graphemes: readonly string[]): Message {
  const byScript = new Map<string, string[]>();
  for (const grapheme of graphemes) {
    const name = scripts.find(([, letters]) => letters.test(grapheme))?.[0] ?? 'some signs';
    byScript.set(name, [...(byScript.get(name) ?? []), grapheme]);
  }
  const named = [...byScript].map(([name, letters]) => {
    const more = letters.length > shown ? ' …' : '';
    return `${name} (${letters.slice(0, shown).join(' ')}${more})`;
  });
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(named);
  return message('No font on this system draws {list} into a PNG. Install one, or export an SVG.', { list });
}
