import {
  amount,
  coordinate,
  id,
  listOf,
  object,
  optionalFlag,
  optionalId,
  optionalText,
  share,
  size,
  word,
} from './forms';
import { counts, geometry } from './limits';
import { arrowHeads, arrowRoutes, drawnLooks, textSizes } from './vocabulary';
import { z } from './zod';

/** An end of a free arrow: at a part, or where it is not there at a point from the arrow's own x and y. */
const arrowEndSchema = object({
  part: optionalId,
  x: coordinate.exactOptional(),
  y: coordinate.exactOptional(),
});
/** Pictures are drawn as images alone, in which no script of an SVG runs. */
const imageSchema = z
  .string()
  .max(counts.imageCharacters)
  .regex(/^data:image\/(?:png|jpeg|webp|svg\+xml);base64,[A-Za-z0-9+/]*={0,2}$/);
/** An annotation. Which of the fields beyond its box are read depends on its kind. */
export const markSchema = object({
  id,
  kind: word,
  x: coordinate.exactOptional(),
  y: coordinate.exactOptional(),
  width: size.exactOptional(),
  height: size.exactOptional(),
  text: optionalText,
  /** The layer of annotations that it belongs to; it is in none of them where that is not there. */
  layer: optionalId,
  /** Names of colours (`markColors`): of line and letters, of a note its paper. A name that is not known is the usual colour. */
  color: word.exactOptional(),
  fill: word.exactOptional(),
  size: z.enum(textSizes).exactOptional(),
  dashed: optionalFlag,
  strokePx: z.number().min(0.5).max(geometry.widestLinePx).exactOptional(),
  /** Of a shape; one that is not known is drawn as a box. */
  shape: word.exactOptional(),
  /** Of ink: x and y in turn, the first from its upper left, each further one from the one before. */
  path: listOf(coordinate, counts.inkNumbers).exactOptional(),
  /** Of ink: how hard the pen was pressed at each point. */
  pressures: listOf(share, counts.inkNumbers / 2).exactOptional(),
  /** Of an arrow. */
  from: arrowEndSchema.exactOptional(),
  to: arrowEndSchema.exactOptional(),
  route: z.enum(arrowRoutes).exactOptional(),
  startHead: z.enum(arrowHeads).exactOptional(),
  endHead: z.enum(arrowHeads).exactOptional(),
  /** Of an image: a data URL. */
  image: imageSchema.exactOptional(),
  /** Of a frame: its place among the frames that are presented. */
  order: amount.max(counts.marks).exactOptional(),
  /** Of a frame: what is said while it is presented. */
  note: optionalText,
});

export const markLayerSchema = object({ id, name: optionalText, hidden: optionalFlag, locked: optionalFlag });

/** All annotations together, and their layers. */
export const annotationsSchema = object({
  hidden: optionalFlag,
  locked: optionalFlag,
  layers: listOf(markLayerSchema, counts.markLayers).exactOptional(),
  look: z.enum(drawnLooks).exactOptional(),
});
