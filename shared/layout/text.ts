import { graphemesOf } from '../math/graphemes';
import { interAdvances, interCharacters } from './inter-advances';

export type Weight = keyof typeof interAdvances;

const positions: ReadonlyMap<string, number> = new Map([...interCharacters].map((c, index) => [c, index]));

/** Of other Latin and Cyrillic letters, and of symbols that the bundled font lacks and a system font draws. */
const averageAdvance = 0.6;
/** Ideographs, kana, hangul and most emoji fill a square. */
const isWide = (codePoint: number) =>
  (codePoint >= 0x1100 && codePoint <= 0x115f) ||
  (codePoint >= 0x2e80 && codePoint <= 0xd7a3) ||
  (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
  (codePoint >= 0xff00 && codePoint <= 0xff60) ||
  codePoint >= 0x1f300;
const isCombining = (codePoint: number) => codePoint >= 0x300 && codePoint <= 0x36f;

const tables: ReadonlyMap<Weight, readonly number[]> = new Map(
  ([400, 500, 550, 600] as const).map((weight) => [
    weight,
    interAdvances[weight].split(' ').map((advance) => Number(advance) / 1000),
  ]),
);

function advanceOf(character: string, table: readonly number[]): number {
  const position = positions.get(character);
  const known = position === undefined ? undefined : table[position];
  if (known !== undefined) return known;
  const codePoint = character.codePointAt(0) ?? 0;
  return isCombining(codePoint) ? 0 : isWide(codePoint) ? 1 : averageAdvance;
}

function emsOf(text: string, table: readonly number[]): number {
  let ems = 0;
  for (const character of text) ems += advanceOf(character, table);
  return ems;
}

/**
 * Width in px of a line of the bundled Inter with tabular figures, without kerning (which makes real text at most a few
 * percent narrower). Characters outside of Latin and Cyrillic are estimated.
 */
export function widthOf(text: string, sizePx: number, weight: Weight): number {
  return emsOf(text, tables.get(weight) ?? []) * sizePx;
}

/** The text where it fits into `widthPx`, else its longest beginning of graphemes with an ellipsis; '' where not even that fits. */
export function fitText(text: string, widthPx: number, sizePx: number, weight: Weight): string {
  const table = tables.get(weight) ?? [];
  const room = widthPx / sizePx;
  const ellipsis = advanceOf('…', table);
  let ems = 0;
  let length = 0;
  let cutAt = -1;
  for (const grapheme of graphemesOf(text)) {
    ems += emsOf(grapheme, table);
    if (ems > room) {
      if (cutAt >= 0) return `${text.slice(0, cutAt).trimEnd()}…`;
      return ellipsis <= room ? '…' : '';
    }
    length += grapheme.length;
    if (ems + ellipsis <= room) cutAt = length;
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
  const space = advanceOf(' ', table);
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
    const pieces = piecesOf(word, room, table);
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
  let ems = 0;
  for (const grapheme of graphemesOf(word)) {
    const advance = emsOf(grapheme, table);
    if (piece !== '' && ems + advance > room) {
      pieces.push(piece);
      piece = '';
      ems = 0;
    }
    piece += grapheme;
    ems += advance;
  }
  pieces.push(piece);
  return pieces;
}
