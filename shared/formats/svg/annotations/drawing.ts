import type { Sketch } from '../../../diagram/hand-drawn';
import type { Palette } from '../../../diagram/palette';
import type { AttachedOf } from '../../../layout/annotations/annotation';
import type { Box, Mark } from '../../../model/schema';

/** What a picture of an annotation needs beside it. */
export interface DrawingContext {
  readonly palette: Palette;
  /** The colour under it. */
  readonly ground: string;
  readonly attachedOf: AttachedOf;
  /** Draws lines by hand; null where the design is drawn plainly. */
  readonly sketch: Sketch | null;
}

/** An annotation as SVG, in its box. */
export type AnnotationDrawing = (mark: Mark, box: Box, context: DrawingContext) => string;
