import type { Mark } from '../../model/schema';
import { wrapText } from '../text';
import type { Annotation } from './annotation';
import { textFontPxOf } from './text-size';

export const noteSize = {
  width: 180,
  height: 96,
  padding: 10,
  radius: 4,
  fontPx: 12.5,
  lineShare: 1.44,
} as const;

/** The size of a note's letters: a little under that of a text on the ground. */
export const noteFontPx = (mark: Mark): number =>
  mark.size === undefined ? noteSize.fontPx : textFontPxOf(mark);

/** The lines of a note, as wide as its paper allows. */
export function noteLines(mark: Mark): readonly string[] {
  const width = mark.width ?? noteSize.width;
  return wrapText(mark.text ?? '', width - 2 * noteSize.padding, noteFontPx(mark), 400);
}

export const noteLinePx = (mark: Mark): number => noteFontPx(mark) * noteSize.lineShare;

/** A sticky note. */
export const note = {
  id: 'note',
  linesOf: noteLines,
  boxOf(mark) {
    const width = mark.width ?? noteSize.width;
    const needed = noteLines(mark).length * noteLinePx(mark) + 2 * noteSize.padding;
    const height = Math.max(mark.height ?? noteSize.height, needed);
    return { x: mark.x ?? 0, y: mark.y ?? 0, width, height };
  },
  isText: true,
  outlineOf: () => 'box',
  isOpen: false,
  overhangPx: () => 0,
  isContainer: false,
} as const satisfies Annotation;
