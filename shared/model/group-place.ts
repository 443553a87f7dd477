import { coordinate, type DeepReadonly, id, listOf, object, optionalFlag, size } from './forms';
import { counts } from './limits';
import type { z } from './zod';

const movedPartSchema = object({ id, x: coordinate, y: coordinate });
/** What collapsing a group moved, so that expanding it moves the same back. */
const closingSchema = object({
  /** Where the group stood then: one that was moved since makes room where it is. */
  x: coordinate,
  y: coordinate,
  /** Parts beside it, and how far each was moved. */
  moved: listOf(movedPartSchema, counts.nodes).exactOptional(),
  /** Groups around it, and how much of width and height each lost. */
  shrunk: listOf(movedPartSchema, counts.groups).exactOptional(),
  /** Annotations that lay in it. */
  marks: listOf(id, counts.marks).exactOptional(),
});
const boxShape = { x: coordinate, y: coordinate, width: size, height: size };
/** Where a group stands, in canvas px. */
export const groupPlaceSchema = object({
  ...boxShape,
  /** Drawn as one card at its upper left; width and height are those it has when it is expanded. */
  collapsed: optionalFlag,
  closing: closingSchema.exactOptional(),
});
const boxSchema = object(boxShape);

export type Box = DeepReadonly<z.infer<typeof boxSchema>>;
export type GroupPlace = DeepReadonly<z.infer<typeof groupPlaceSchema>>;
export type Closing = NonNullable<GroupPlace['closing']>;
