import { graphemesOf } from '../math/graphemes';
import { interAdvances, interCharacters } from './inter-advances';
import { type OtherAdvance, otherAdvance } from './other-advances';

export type Weight = keyof typeof interAdvances;

const positions: ReadonlyMap<string, number> = new Map([...interCharacters].map((c, index) => [c, index]));

const tables: ReadonlyMap<Weight, readonly number[]> = new Map(
  ([400, 500, 550, 600] as const).map((weight) => [
    weight,
    interAdvances[weight].split(' ').map((advance) => Number(advance) / 1000),
  ]),
);

function knownAdvance(letter: string, table: readonly number[]): number | null {
  const position = positions.get(letter);
  return position === undefined ? null : (table[position] ?? null);
}

/** A grapheme with its width in parts of the font size, and the width that it has where the text ends behind it. */
interface Measured extends OtherAdvance {
  readonly grapheme: string;
}

function measure(grapheme: string, next: string, table: readonly number[]): Measured {
  const ems = grapheme.length === 1 ? knownAdvance(grapheme, table) : null;
  if (ems !== null) return { grapheme, ems, endEms: ems };
  return { grapheme, ...otherAdvance(grapheme, next, (letter) => knownAdvance(letter, table)) };
}

function* measured(text: string, table: readonly number[]): Generator<Measured> {
  let before: string | null = null;
  for (const grapheme of graphemesOf(text)) {
    if (before !== null) yield measure(before, String.fromCodePoint(grapheme.codePointAt(0) ?? 0), table);
    before = grapheme;
  }
  if (before !== null) yield measure(before, '', table);
}

function emsOf(text: string, table: readonly number[]): number {
  const graphemes = graphemesOf(text);
  let ems = 0;
  // Latin and Cyrillic letters join with nothing: each is measured by itself, without what the others need.
  if (typeof graphemes === 'string')
    for (const letter of graphemes) ems += knownAdvance(letter, table) ?? measure(letter, '', table).ems;
  else for (const one of measured(text, table)) ems += one.ems;
  return ems;
}

/**
 * Width in px of a line of the bundled Inter with tabular figures, without kerning (which makes real text at most a few
 * percent narrower). Letters outside of Latin and Cyrillic are taken as wide as fonts of a system draw them.
 */
export function widthOf(text: string, sizePx: number, weight: Weight): number {
  return emsOf(text, tables.get(weight) ?? []) * sizePx;
}

/** The text where it fits into `widthPx`, else its longest beginning of graphemes with an ellipsis; '' where not even that fits. */
export function fitText(text: string, widthPx: number, sizePx: number, weight: Weight): string {
  const table = tables.get(weight) ?? [];
  const room = widthPx / sizePx;
  if (emsOf(text, table) <= room) return text;
  const ellipsis = knownAdvance('…', table) ?? 1;
  let ems = 0;
  let length = 0;
  let cutAt = -1;
  for (const one of measured(text, table)) {
    const end = ems + one.endEms + ellipsis;
    ems += one.ems;
    if (ems > room) {
      if (cutAt >= 0) return `${text.slice(0, cutAt).trimEnd()}…`;
      return ellipsis <= room ? '…' : '';
    }
    length += one.grapheme.length;
    if (end <= room) cutAt = length;
  }
  return text;
}

/** The lines of a text by its own line breaks. */
export const linesOf = (text: string): readonly string[] => text.split(/\r\n?|\n/);

/**
 * Breaks text into lines no wider than `widthPx`, at spaces where there are any; its own line breaks are kept. A line has at least
 * one grapheme, however little room there is.
 */
export function wrapText(text: string, widthPx: number, sizePx: number, weight: Weight): readonly string[] {
  const table = tables.get(weight) ?? [];
  return linesOf(text).flatMap((paragraph) => wrapParagraph(paragraph, widthPx / sizePx, table));
}

function wrapParagraph(paragraph: string, room: number, table: readonly number[]): string[] {
  const space = knownAdvance(' ', table) ?? 0;
  const lines: string[] = [];
  let line = '';
  let lineEms = 0;
  for (const word of wordsOf(paragraph)) {
    const ems = emsOf(word, table);
    if (line === '' ? ems <= room : lineEms + space + ems <= room) {
      lineEms += line === '' ? ems : space + ems;
      line = line === '' ? word : `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = ems <= room ? [word] : piecesOf(word, room, table);
    line = pieces.pop() ?? '';
    lineEms = emsOf(line, table);
    for (const piece of pieces) lines.push(piece);
  }
  lines.push(line);
  return lines;
}

/** The words between spaces; a space that carries a mark is a letter of its word. */
function wordsOf(paragraph: string): readonly string[] {
  const graphemes = graphemesOf(paragraph);
  if (typeof graphemes === 'string') return graphemes.split(' ');
  const words: string[] = [];
  let word = '';
  for (const grapheme of graphemes) {
    if (grapheme === ' ') {
      words.push(word);
      word = '';
    } else word += grapheme;
  }
  return [...words, word];
}

/** A word in pieces of as many graphemes as fit, at least one each. */
function piecesOf(word: string, room: number, table: readonly number[]): string[] {
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const { grapheme, ems, endEms } of measured(word, table)) {
    if (piece !== '' && width + endEms > room) {
      pieces.push(piece);
      piece = '';
      width = 0;
    }
    piece += grapheme;
    width += ems;
  }
  pieces.push(piece);
  return pieces;
}
