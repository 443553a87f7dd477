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

/**
 * Width in px of a line of the bundled Inter with tabular figures, without kerning (which makes real text at most a few
 * percent narrower). Characters outside of Latin and Cyrillic are estimated.
 */
export function widthOf(text: string, sizePx: number, weight: Weight): number {
  const table = tables.get(weight) ?? [];
  let ems = 0;
  for (const character of text) ems += advanceOf(character, table);
  return ems * sizePx;
}

/** The text where it fits into `widthPx`, else its longest beginning with an ellipsis; '' where not even that fits. */
export function fitText(text: string, widthPx: number, sizePx: number, weight: Weight): string {
  const table = tables.get(weight) ?? [];
  const room = widthPx / sizePx;
  const ellipsis = advanceOf('…', table);
  let ems = 0;
  let kept = '';
  let cut = ellipsis <= room ? '…' : '';
  for (const character of text) {
    ems += advanceOf(character, table);
    if (ems > room) return cut;
    kept += character;
    if (ems + ellipsis <= room) cut = `${kept.trimEnd()}…`;
  }
  return text;
}

/**
 * Breaks text into lines no wider than `widthPx`, at spaces where there are any; its own line breaks are kept. A line has one
 * character at least, however narrow it is. Takes time in proportion to the text, at any width.
 */
export function wrapText(text: string, widthPx: number, sizePx: number, weight: Weight): readonly string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, widthPx, sizePx, weight));
}

function wrapParagraph(paragraph: string, widthPx: number, sizePx: number, weight: Weight): string[] {
  const lines: string[] = [];
  const spacePx = widthOf(' ', sizePx, weight);
  let line = '';
  let linePx = 0;
  for (const word of paragraph.split(' ')) {
    const wordPx = widthOf(word, sizePx, weight);
    if (linePx + (line === '' ? 0 : spacePx) + wordPx <= widthPx) {
      linePx += (line === '' ? 0 : spacePx) + wordPx;
      line = line === '' ? word : `${line} ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = wordPx <= widthPx ? [word] : piecesOf(word, widthPx, sizePx, weight);
    line = pieces.pop() ?? '';
    linePx = widthOf(line, sizePx, weight);
    for (const piece of pieces) lines.push(piece);
  }
  lines.push(line);
  return lines;
}

/** A word in pieces of as many whole characters as fit, at least one. */
function piecesOf(word: string, widthPx: number, sizePx: number, weight: Weight): string[] {
  const pieces: string[] = [];
  let piece = '';
  let piecePx = 0;
  for (const character of word) {
    const characterPx = widthOf(character, sizePx, weight);
    if (piece !== '' && piecePx + characterPx > widthPx) {
      pieces.push(piece);
      piece = '';
      piecePx = 0;
    }
    piece += character;
    piecePx += characterPx;
  }
  if (piece !== '') pieces.push(piece);
  return pieces;
}
