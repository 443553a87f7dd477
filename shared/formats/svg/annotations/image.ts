import { element } from '../xml';
import type { AnnotationDrawing } from './drawing';

/** An image element of SVG runs no script of what it shows and loads nothing for it. */
export const svgImage: AnnotationDrawing = (mark, box, { palette }) =>
  mark.image === undefined
    ? element('rect', { ...box, fill: 'none', stroke: palette.line })
    : element('image', { ...box, href: mark.image, preserveAspectRatio: 'none' });
