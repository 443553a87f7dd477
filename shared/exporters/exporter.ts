import type { Analysis } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import type { Design } from '../model/schema';
import type { Finding } from '../rules/rule';
import type { SvgOptions } from './svg/options';

/** What an export is made of. The analysis is null where it could not be had. */
export interface ExportInput {
  readonly design: Design;
  readonly resolved: ResolvedDesign;
  readonly analysis: Analysis | null;
  /** What the rules found; a document that lists findings leaves them out where these are. */
  readonly findings?: readonly Finding[];
  readonly options: SvgOptions;
}

/** One format that a design is given out in. */
export interface Exporter {
  /** The file is named after it. */
  readonly id: string;
  readonly title: string;
  /** How its files' names end, without a dot before. */
  readonly extension: string;
  readonly mediaType: string;
  /** The file's text; for a picture of pixels, the SVG that is to be drawn. */
  readonly toText: (input: ExportInput) => string;
  /** Puts the design into the pixels' file; only a format of pixels has it. */
  readonly embed?: (bytes: Uint8Array, design: Design) => Uint8Array;
}
