import { element } from '../xml';
import type { AnnotationDrawing } from './drawing';

/** An annotation of a kind that is not known: a neutral box in its place. */
export const svgUnknown: AnnotationDrawing = (_mark, box, { palette }) =>
  element('rect', { ...box, rx: 4, fill: 'none', stroke: palette.inputBorder, 'stroke-dasharray': '4 4' });
