import { inkOutline } from '../../../diagram/ink-outline';
import { element } from '../xml';
import type { AnnotationDrawing } from './drawing';
import { lineColor } from './lines';

export const svgInk: AnnotationDrawing = (mark, box, { palette }) =>
  element('path', {
    d: inkOutline(mark),
    fill: lineColor(mark, palette),
    transform: `translate(${box.x} ${box.y})`,
  });
