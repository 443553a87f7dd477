import type { Palette } from '../../../diagram/palette';
import { markShadesOf } from '../../../diagram/palette';
import { textFontPxOf, textLinePxOf } from '../../../layout/annotations/text-size';
import type { Box, Mark } from '../../../model/schema';
import { textLine } from '../text';

/** Where the baseline of a line is in it, in shares of the letters' size. */
const baselineShare = 1.07;

/** The colour of an annotation's lines and letters. */
export const lineColor = (mark: Mark, palette: Palette): string =>
  markShadesOf(palette, mark.color)?.line ?? palette.text;

/** Lines of text in the middle of a box. */
export function centredLines(mark: Mark, lines: readonly string[], box: Box, fill: string): string {
  const size = textFontPxOf(mark);
  const pitch = textLinePxOf(mark);
  const top = box.y + (box.height - lines.length * pitch) / 2;
  const middle = box.x + box.width / 2;
  return lines
    .map((line, index) =>
      textLine(line, middle, top + index * pitch + size * baselineShare, {
        size,
        weight: 500,
        fill,
        anchor: 'middle',
      }),
    )
    .join('');
}
