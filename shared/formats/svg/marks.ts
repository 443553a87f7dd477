import { fitGroupTitle, groupLooks, groupTitleOf, groupTitleSize } from '../../diagram/group-look';
import type { Palette } from '../../diagram/palette';
import { markBox, noteLines, noteSize, textFontPx, textLines } from '../../layout/geometry';
import { widthOf } from '../../layout/text';
import type { Language } from '../../math/language';
import type { Box, Group, Mark } from '../../model/schema';
import { textLine } from './text';
import { element } from './xml';

/** The frame of a group in its kind's line, with its title on the upper one. */
export function svgGroup(
  group: Group,
  box: Box,
  ground: string,
  palette: Palette,
  language?: Language,
): string {
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
  const fitted = fitGroupTitle(groupTitleOf(group, language), box.width);
  if (fitted === '') return frame;
  const width = widthOf(fitted, size, weight) + 2 * padding;
  const plate = { x: box.x + left, y: box.y - height / 2, width, height, rx, fill: ground };
  return (
    frame +
    element('rect', plate) +
    textLine(fitted, box.x + left + padding, box.y + 4, { size, weight, fill: palette.muted })
  );
}

/** The paper of a note, with its shadow. */
function sheet(box: Box, palette: Palette): string {
  const { x, y, width, height } = box;
  const shadow = { fill: palette.shadow, 'fill-opacity': palette.shadowOpacity };
  const inside = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) };
  return (
    element('rect', { x, y: y + 1.5, width, height, rx: noteSize.radius, ...shadow }) +
    element('rect', { ...inside, rx: noteSize.radius - 0.5, fill: palette.note, stroke: palette.noteLine })
  );
}

/** A sticky note or a text; '' for a mark of a kind that this program does not draw. */
export function svgMark(mark: Mark, palette: Palette): string {
  const box = markBox(mark);
  if (box === null) return '';
  const isNote = mark.kind === 'note';
  const { padding, fontPx, linePx } = noteSize;
  const lines = isNote ? noteLines(mark) : textLines(mark);
  const style = isNote
    ? ({ size: fontPx, weight: 400, fill: palette.text } as const)
    : ({ size: textFontPx, weight: 500, fill: palette.text } as const);
  const left = box.x + (isNote ? padding : 0);
  const first = box.y + (isNote ? padding + 13 : 15);
  const step = isNote ? linePx : 20;
  const text = lines.map((line, index) => textLine(line, left, first + index * step, style)).join('');
  return element('g', {}, (isNote ? sheet(box, palette) : '') + text);
}
