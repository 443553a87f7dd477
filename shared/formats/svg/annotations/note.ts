import { markShadesOf, type Palette } from '../../../diagram/palette';
import { noteFontPx, noteLinePx, noteLines, noteSize } from '../../../layout/annotations/note';
import type { Box, Mark } from '../../../model/schema';
import { textLine } from '../text';
import { element } from '../xml';
import type { AnnotationDrawing } from './drawing';

/** The paper of a note, with its shadow. */
function sheet(mark: Mark, box: Box, palette: Palette): string {
  const { x, y, width, height } = box;
  const shadow = { fill: palette.shadow, 'fill-opacity': palette.shadowOpacity };
  const inside = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) };
  const shades = markShadesOf(palette, mark.color);
  const fill = shades?.paper ?? palette.note;
  const stroke = shades?.paperLine ?? palette.noteLine;
  return (
    element('rect', { x, y: y + 1.5, width, height, rx: noteSize.radius, ...shadow }) +
    element('rect', { ...inside, rx: noteSize.radius - 0.5, fill, stroke })
  );
}

export const svgNote: AnnotationDrawing = (mark, box, { palette }) => {
  const size = noteFontPx(mark);
  const first = box.y + noteSize.padding + size * 1.04;
  const text = noteLines(mark).map((line, index) =>
    textLine(line, box.x + noteSize.padding, first + index * noteLinePx(mark), {
      size,
      weight: 400,
      fill: palette.text,
    }),
  );
  return element('g', {}, sheet(mark, box, palette) + text.join(''));
};
