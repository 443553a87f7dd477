import type { Mark } from '../../model/schema';
import type { TextSize } from '../../model/vocabulary';

const fontPx: Readonly<Record<TextSize, number>> = { s: 14, m: 20, l: 28, xl: 36 };
const linesPerFont = 20 / 14;

/** The size of an annotation's letters, px. */
export const textFontPxOf = ({ size = 's' }: Pick<Mark, 'size'>): number => fontPx[size];

/** From one of its lines to the next, px. */
export const textLinePxOf = (mark: Pick<Mark, 'size'>): number =>
  Math.round(textFontPxOf(mark) * linesPerFont);
