import type { Analysis } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import type { Route } from '../diagram/route';
import type { Language } from '../math/language';
import type { Message } from '../math/message';
import type { Result } from '../model/result';
import type { Design } from '../model/schema';
import type { z } from '../model/zod';
import type { Finding } from '../rules/rule';
import type { OptionValues } from './options';
import type { Progress } from './progress';
import type { Routing, SvgPicture } from './svg/picture';

/** A raster image, or why there is none. `losses` says what could not be drawn. */
export type Pixels =
  | { readonly ok: true; readonly png: Uint8Array; readonly losses: readonly Message[] }
  | { readonly ok: false; readonly reason: Message };

/** Rasterizes pictures on the host: a canvas in the window, resvg under Node. */
export interface Rasterizer {
  /** Whether it needs the fonts inside the picture. */
  readonly needsFonts: boolean;
  /** The picture as a PNG, `scale` pixels for each of its own. */
  readonly draw: (picture: SvgPicture, scale: number) => Promise<Pixels>;
}

/** What is written, and with which options. */
export interface WriteJob extends Progress {
  readonly design: Design;
  readonly resolved: ResolvedDesign;
  /** null where there are no figures. */
  readonly analysis: Analysis | null;
  /** Where left out, a document has no section on findings. */
  readonly findings?: readonly Finding[];
  /** Values of the format's options; options left out have their defaults, options of other formats are ignored. */
  readonly options: OptionValues;
  /** Factor on every flow's rate at which the figures were computed, 1 where left out. */
  readonly load?: number;
  /** Date in a picture's caption; none where left out. */
  readonly date?: string;
  /** Only these nodes, groups and marks and the edges between them are drawn or listed; all where left out. */
  readonly only?: readonly string[];
  /** The language of the words in a picture or a report; English where left out. */
  readonly language?: Language;
  /** The @font-face rules, with the fonts embedded, that a picture with these letters needs. */
  readonly fontCssFor: (letters: string) => Promise<string>;
  readonly rasterizer: Rasterizer;
  /** Works out the routes in a picture; in place where left out, which takes a large design seconds. */
  readonly routesOf?: (routing: Routing) => Promise<ReadonlyMap<string, Route>>;
}

/** A file's content, or why there is none. `losses` says what is missing from it that a person would expect. */
export type Written =
  | { readonly ok: true; readonly content: string | Uint8Array; readonly losses: readonly Message[] }
  | { readonly ok: false; readonly reason: Message };

/** The content of a file. */
export interface Reading {
  readonly designs: readonly [Design, ...Design[]];
  /** What was assumed because the file does not say it. */
  readonly guesses: readonly Message[];
  /** What the file contains and the designs do not. */
  readonly losses: readonly Message[];
}

/** What names a format and its files. */
interface Named {
  /** Its folder is named after it. */
  readonly id: string;
  /** File extensions without the leading dot; the first is used for writing. */
  readonly extensions: readonly [string, ...string[]];
  /** The first is used for writing. */
  readonly mediaTypes: readonly [string, ...string[]];
}

/** What every format has; the code that reads and writes is loaded with the first file. */
interface AnyFormat extends Named {
  /** Short name: 'PNG'. */
  readonly name: string;
  /** What a file of it contains, in a sentence. */
  readonly about: string;
  /** How a dialog previews the file. */
  readonly preview: 'picture' | 'text';
  /** Whether a file of it contains figures of the analysis. */
  readonly hasFigures: boolean;
  /** The options of a file, each with words (`optionWords`). */
  readonly options: z.ZodObject;
  /** Writes a file. Throws on an option out of range. */
  readonly write: (job: WriteJob) => Promise<Written>;
}

/** Reads the files of a format. */
export interface FormatReader extends Named {
  /** Whether the content is of this format; `start` is its beginning, a character for each byte. */
  readonly fits: (bytes: Uint8Array, start: string) => boolean;
  /** Never throws. */
  readonly read: (bytes: Uint8Array, progress?: Progress) => Promise<Result<Reading>>;
}

/** A format whose files contain designs. */
interface ReadFormat extends AnyFormat, FormatReader {}

interface WriteOnlyFormat extends AnyFormat {
  readonly fits?: never;
  readonly read?: never;
}

/** One file format. */
export type Format = ReadFormat | WriteOnlyFormat;

/** The last parts of its extensions: 'json' of 'loadline.json'. The command line calls the format by the first. */
export function endingsOf({ extensions }: Pick<Named, 'extensions'>): readonly [string, ...string[]] {
  const [first, ...others] = extensions.map((extension) => extension.replace(/^.*\./, ''));
  return [first ?? '', ...others.filter((ending) => ending !== first)];
}

/** The reading of a file with one design. */
export const readingOf = (design: Result<Design>): Result<Reading> =>
  design.ok ? { ok: true, value: { designs: [design.value], guesses: [], losses: [] } } : design;

/** The result of reading a file that was stopped. */
export const stoppedReading: Result<never> = {
  ok: false,
  problems: [{ key: 'stopped', path: [], values: {} }],
};

/** The result of writing a file that was stopped. */
export const stoppedWriting: Written = {
  ok: false,
  reason: { text: 'Writing the file was stopped.', values: {} },
};

/** A file without losses. */
export const complete = (content: string | Uint8Array): Written => ({ ok: true, content, losses: [] });
