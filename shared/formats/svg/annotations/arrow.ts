import { arrowStrokePx, arrowTextLines, arrowTextWidth } from '../../../layout/annotations/arrow';
import { arrowHeadAt, arrowLine, arrowPath } from '../../../layout/annotations/arrow-line';
import { dashesOf } from '../../../layout/annotations/dashes';
import { textLinePxOf } from '../../../layout/annotations/text-size';
import type { ArrowHead } from '../../../model/vocabulary';
import { element } from '../xml';
import type { AnnotationDrawing } from './drawing';
import { centredLines, lineColor } from './lines';

export const svgArrow: AnnotationDrawing = (mark, _box, { palette, ground, attachedOf, sketch }) => {
  const line = arrowLine(mark, attachedOf);
  const strokePx = mark.strokePx ?? arrowStrokePx;
  const color = lineColor(mark, palette);
  const stroke = {
    stroke: color,
    'stroke-width': strokePx,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  const head = (end: 'start' | 'end', kind: ArrowHead): string => {
    const drawing = arrowHeadAt(line, end, kind, strokePx);
    if (drawing === null) return '';
    return element('path', { d: drawing.path, fill: drawing.isFilled ? color : 'none', ...stroke });
  };
  const lines = arrowTextLines(mark);
  const room = { width: arrowTextWidth(mark) + 8, height: lines.length * textLinePxOf(mark) };
  const textBox = { x: line.middle.x - room.width / 2, y: line.middle.y - room.height / 2, ...room };
  const text =
    lines.length === 0
      ? ''
      : element('rect', { ...textBox, rx: 4, fill: ground }) + centredLines(mark, lines, textBox, color);
  const dashes = dashesOf(mark, strokePx);
  const plain = arrowPath(line);
  const d = sketch === null ? plain : sketch(plain, mark.id, { once: dashes !== undefined });
  const path = { d, fill: 'none', ...stroke, 'stroke-dasharray': dashes };
  return element(
    'g',
    {},
    element('path', path) +
      head('start', mark.startHead ?? 'none') +
      head('end', mark.endHead ?? 'arrow') +
      text,
  );
};
