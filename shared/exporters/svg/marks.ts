import type { Palette } from '../../diagram/palette';
import { markBox, noteSize, textFontPx, textLines } from '../../layout/geometry';
import { fitText, widthOf, wrapText } from '../../layout/text';
import type { Box, Mark } from '../../model/schema';
import { textLine } from './text';
import { element } from './xml';

/** The dashed box of a group with its title on the upper line. */
export function svgGroup(box: Box, title: string, ground: string, palette: Palette): string {
  const fitted = fitText(title, box.width - 48, 11.5, 500);
  const frame = element('rect', {
    ...box,
    rx: 12,
    fill: 'none',
    stroke: palette.groupLine,
    'stroke-dasharray': '3 3',
  });
  if (fitted === '') return frame;
  const width = widthOf(fitted, 11.5, 500) + 12;
  return (
    frame +
    element('rect', { x: box.x + 16, y: box.y - 9, width, height: 18, fill: ground }) +
    textLine(fitted, box.x + 22, box.y + 4, { size: 11.5, weight: 500, fill: palette.muted })
  );
}

/** A sticky note or a text; '' for a mark of a kind that this program does not draw. */
export function svgMark(mark: Mark, palette: Palette): string {
  const box = markBox(mark);
  if (box === null) return '';
  const isNote = mark.kind === 'note';
  const { padding, fontPx, linePx } = noteSize;
  const lines = isNote ? wrapText(mark.text ?? '', box.width - 2 * padding, fontPx, 400) : textLines(mark);
  const style = isNote
    ? ({ size: fontPx, weight: 400, fill: palette.text } as const)
    : ({ size: textFontPx, weight: 500, fill: palette.text } as const);
  const left = box.x + (isNote ? padding : 0);
  const first = box.y + (isNote ? padding + 13 : 15);
  const step = isNote ? linePx : 20;
  const text = lines.map((line, index) => textLine(line, left, first + index * step, style)).join('');
  const sheet = isNote
    ? element('rect', { ...box, rx: 6, fill: palette.note, stroke: palette.noteLine })
    : '';
  return element('g', {}, sheet + text);
}
