import { markBox, noteSize, textFontPx, textLines } from '../../diagram/geometry';
import { groupLooks, groupTitleOf, groupTitleSize } from '../../diagram/group-look';
import type { Palette } from '../../diagram/palette';
import { fitText, widthOf, wrapText } from '../../diagram/text';
import type { Box, Group, Mark } from '../../model/schema';
import { textLine } from './text';
import { element } from './xml';

/** The frame of a group in its kind's line, with its title on the upper one. */
export function svgGroup(group: Group, box: Box, ground: string, palette: Palette): string {
  const { widthPx, radiusPx, dashes, cap } = groupLooks[group.kind];
  const frame = element('rect', {
    ...box,
    rx: radiusPx,
    fill: 'none',
    stroke: palette.groupLine,
    'stroke-width': widthPx,
    'stroke-dasharray': dashes?.join(' '),
    'stroke-linecap': cap === 'butt' ? undefined : cap,
  });
  const { left, padding, height, radius: rx, fontPx: size, weight } = groupTitleSize;
  const fitted = fitText(groupTitleOf(group), box.width - 2 * left - 2 * padding, size, weight);
  if (fitted === '') return frame;
  const width = widthOf(fitted, size, weight) + 2 * padding;
  const plate = { x: box.x + left, y: box.y - height / 2, width, height, rx, fill: ground };
  return (
    frame +
    element('rect', plate) +
    textLine(fitted, box.x + left + padding, box.y + 4.4, { size, weight, fill: palette.muted })
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
