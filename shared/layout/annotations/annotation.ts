import type { Box, Mark } from '../../model/schema';
import type { Outline } from './outline';

/** A part that an arrow can end at: its box, and how its border runs in it. */
export interface Attached {
  readonly box: Box;
  readonly outline: Outline;
}

/** Where the part of an id is; undefined where it is not there, or is none that an arrow ends at. */
export type AttachedOf = (id: string) => Attached | undefined;

/** A kind of annotation that this program draws; others are kept as they are and drawn as a neutral box. */
export interface Annotation {
  /** The `kind` of its marks in the document. */
  readonly id: string;
  /** The lines of its text as they are drawn, broken where its width requires it. */
  readonly linesOf: (mark: Mark) => readonly string[];
  /** Its box in canvas px; of an arrow, with the parts that it ends at. */
  readonly boxOf: (mark: Mark, attachedOf: AttachedOf) => Box;
  /** It is its text: nothing is left of it without. */
  readonly isText: boolean;
  /** An arrow can end at it, and how its border runs; null for what none ends at. */
  readonly outlineOf: (mark: Mark) => Outline | null;
  /** The pointer goes through its inside: it is held by its lines. */
  readonly isOpen: boolean;
  /** How far its lines and text reach beyond its box, px. */
  readonly overhangPx: (mark: Mark) => number;
  /** It is behind cards and edges, and what lies in it moves along. */
  readonly isContainer: boolean;
}

/** The box that a mark says that it has, with these sizes where it says none. */
export const ownBox = (mark: Mark, usual: { readonly width: number; readonly height: number }): Box => ({
  x: mark.x ?? 0,
  y: mark.y ?? 0,
  width: mark.width ?? usual.width,
  height: mark.height ?? usual.height,
});
