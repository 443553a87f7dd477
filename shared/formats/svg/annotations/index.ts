import { type AnnotationId, isAnnotationId } from '../../../layout/annotations/index';
import { svgArrow } from './arrow';
import type { AnnotationDrawing } from './drawing';
import { svgFrame } from './frame';
import { svgImage } from './image';
import { svgInk } from './ink';
import { svgNote } from './note';
import { svgShape } from './shape';
import { svgText } from './text';
import { svgUnknown } from './unknown';

/** How each kind of annotation is drawn in a picture. A kind that is missing does not compile. */
const drawings: Readonly<Record<AnnotationId, AnnotationDrawing>> = {
  note: svgNote,
  text: svgText,
  shape: svgShape,
  arrow: svgArrow,
  ink: svgInk,
  image: svgImage,
  frame: svgFrame,
};

/** An annotation as SVG. */
export const svgAnnotation: AnnotationDrawing = (mark, box, context) =>
  (isAnnotationId(mark.kind) ? drawings[mark.kind] : svgUnknown)(mark, box, context);
