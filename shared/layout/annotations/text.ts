import { highest } from '../../math/extremes';
import type { Mark } from '../../model/schema';
import { linesOf, widthOf, wrapText } from '../text';
import type { Annotation } from './annotation';
import { textFontPxOf, textLinePxOf } from './text-size';

/** The lines of a text: its own breaks, and those that its width requires. */
export function textLines(mark: Mark): readonly string[] {
  const text = mark.text ?? '';
  return mark.width === undefined ? linesOf(text) : wrapText(text, mark.width, textFontPxOf(mark), 500);
}

/** A text that is on the ground. */
export const text = {
  id: 'text',
  linesOf: textLines,
  boxOf(mark) {
    const lines = textLines(mark);
    const widths = lines.map((line) => widthOf(line, textFontPxOf(mark), 500));
    const width = mark.width ?? Math.ceil(highest(widths, 0));
    return { x: mark.x ?? 0, y: mark.y ?? 0, width, height: lines.length * textLinePxOf(mark) };
  },
  isText: true,
  outlineOf: () => 'box',
  isOpen: false,
  overhangPx: () => 0,
  isContainer: false,
} as const satisfies Annotation;
