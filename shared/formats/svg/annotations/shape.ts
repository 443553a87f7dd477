import { markShadesOf } from '../../../diagram/palette';
import { dashesOf } from '../../../layout/annotations/dashes';
import { shapeLines, shapeOf, shapeStrokePx, shapeTextBox } from '../../../layout/annotations/shape';
import { shapePaths } from '../../../layout/annotations/shape-paths';
import { element } from '../xml';
import type { AnnotationDrawing } from './drawing';
import { centredLines, lineColor } from './lines';

export const svgShape: AnnotationDrawing = (mark, box, { palette, sketch }) => {
  const strokePx = mark.strokePx ?? shapeStrokePx;
  const { outline, detail } = shapePaths(shapeOf(mark), box);
  const stroke = {
    stroke: lineColor(mark, palette),
    'stroke-width': strokePx,
    'stroke-linejoin': 'round',
    'stroke-dasharray': dashesOf(mark, strokePx),
  };
  const once = stroke['stroke-dasharray'] !== undefined;
  const fill = markShadesOf(palette, mark.fill)?.paper ?? 'none';
  return element(
    'g',
    {},
    (sketch === null
      ? element('path', { d: outline, fill, ...stroke })
      : (fill === 'none' ? '' : element('path', { d: outline, fill })) +
        element('path', { d: sketch(outline, mark.id, { once }), fill: 'none', ...stroke })) +
      (detail === ''
        ? ''
        : element('path', {
            d: sketch === null ? detail : sketch(detail, `${mark.id} detail`, { once }),
            fill: 'none',
            ...stroke,
          })) +
      centredLines(mark, shapeLines(mark), shapeTextBox({ ...mark, ...box }), lineColor(mark, palette)),
  );
};
