import type { Box, Mark } from '../../model/schema';

/** A kind of annotation that this program draws; others are kept as they are. */
export interface Annotation {
  /** The `kind` of its marks in the document. */
  readonly id: string;
  /** The lines of its text as they are drawn, broken where its width asks for it. */
  readonly linesOf: (mark: Mark) => readonly string[];
  /** Its box in canvas px. */
  readonly boxOf: (mark: Mark) => Box;
}
