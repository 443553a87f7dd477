import { boxPath } from '../../diagram/box-path';
import { fitGroupTitle, groupLooks, groupTitleOf, groupTitleSize } from '../../diagram/group-look';
import type { Sketch } from '../../diagram/hand-drawn';
import type { Palette } from '../../diagram/palette';
import { widthOf } from '../../layout/text';
import type { Language } from '../../math/language';
import type { Box, Group } from '../../model/schema';
import { textLine } from './text';
import { element } from './xml';

/** The frame of a group in its kind's line, with its title on the upper one. */
export function svgGroup(
  group: Group,
  box: Box,
  ground: string,
  palette: Palette,
  language?: Language,
  sketch: Sketch | null = null,
): string {
  const { widthPx, radiusPx, dashes, cap } = groupLooks[group.kind];
  const shape =
    sketch === null
      ? { ...box, rx: radiusPx }
      : { d: sketch(boxPath(box, radiusPx), group.id, { once: dashes !== undefined }) };
  const frame = element(sketch === null ? 'rect' : 'path', {
    ...shape,
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
