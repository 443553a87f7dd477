import type { Result } from '../model/result';
import type { Design } from '../model/schema';

/** One format that a design is read from. */
export interface Importer {
  /** The file is named after it. */
  readonly id: string;
  readonly title: string;
  /** How its files' names end; shown and filtered by, never trusted. */
  readonly extensions: readonly string[];
  /** Whether the content is of this format; `start` is its beginning as text. */
  readonly fits: (bytes: Uint8Array, start: string) => boolean;
  /** Never throws. */
  readonly read: (bytes: Uint8Array) => Result<Design>;
}
