import type { z } from 'zod';
import type { Analysis } from '../analysis/analysis';
import type { ResolvedDesign } from '../catalog/resolved';
import type { Message } from '../math/message';
import type { Result } from '../model/result';
import type { Design } from '../model/schema';
import type { Finding } from '../rules/rule';
import type { OptionValues } from './options';
import type { Progress } from './progress';
import type { SvgPicture } from './svg/picture';

/** A picture of pixels, or why there is none. `losses` is what of the picture could not be drawn. */
export type Pixels =
  | { readonly ok: true; readonly png: Uint8Array; readonly losses: readonly Message[] }
  | { readonly ok: false; readonly reason: Message };

/** What draws pixels where the program runs: a canvas in the window, resvg under Node. */
export interface Rasterizer {
  /** Whether it draws text only in the fonts that are inside the picture. */
  readonly needsFonts: boolean;
  /** The picture as a PNG, `scale` pixels for each of its own. */
  readonly draw: (picture: SvgPicture, scale: number) => Promise<Pixels>;
}

/** What a file is written of, and with what. */
export interface WriteJob extends Progress {
  readonly design: Design;
  readonly resolved: ResolvedDesign;
  /** null where there are no figures. */
  readonly analysis: Analysis | null;
  /** A document that lists findings leaves them out where these are left out. */
  readonly findings?: readonly Finding[];
  /** Values of the format's options; what is left out has its default, and what is of another format is ignored. */
  readonly options: OptionValues;
  /** Factor on every flow's rate at which the figures were computed, 1 where left out. */
  readonly load?: number;
  /** Today, as a picture prints it; none is printed where left out. */
  readonly date?: string;
  /** Only these nodes, groups and marks and the edges between them are drawn; all where left out. */
  readonly only?: readonly string[];
  /** The @font-face rules, font inside, for a picture with these letters. */
  readonly fontCssFor: (letters: string) => Promise<string>;
  readonly rasterizer: Rasterizer;
}

/** A file's content, or why there is none. `losses` is what of the design is not in it and a person would expect there. */
export type Written =
  | { readonly ok: true; readonly content: string | Uint8Array; readonly losses: readonly Message[] }
  | { readonly ok: false; readonly reason: Message };

/** What a file holds. */
export interface Reading {
  readonly designs: readonly [Design, ...Design[]];
  /** What the file does not say and was assumed. */
  readonly guesses: readonly Message[];
  /** What the file says and the designs do not. */
  readonly losses: readonly Message[];
}

/** What its files are recognised by. */
interface Named {
  /** Its folder is named after it. */
  readonly id: string;
  /** How the names of its files end, without the first dot; the first is that of a file that is written. */
  readonly extensions: readonly [string, ...string[]];
  /** The first is that of a file that is written. */
  readonly mediaTypes: readonly [string, ...string[]];
}

/** What every format has; its code is loaded by the first file that is written or read. */
interface AnyFormat extends Named {
  /** As it is called for short: 'PNG'. */
  readonly name: string;
  /** What a file of it holds, in a sentence. */
  readonly about: string;
  /** How a dialog shows the file before it is written. */
  readonly preview: 'picture' | 'text';
  /** Whether a file of it has figures of the analysis. */
  readonly hasFigures: boolean;
  /** What can be chosen about a file, each with words (`optionWords`). */
  readonly options: z.ZodObject;
  /** The content of a file. Never throws on a design; throws on an option out of its range. */
  readonly write: (job: WriteJob) => Promise<Written>;
}

/** What reads the files of a format. */
export interface FormatReader extends Named {
  /** Whether the content is of this format; `start` is its beginning, a character for each byte. */
  readonly fits: (bytes: Uint8Array, start: string) => boolean;
  /** Never throws. */
  readonly read: (bytes: Uint8Array, progress?: Progress) => Promise<Result<Reading>>;
}

/** A format whose files hold designs. */
interface ReadFormat extends AnyFormat, FormatReader {}

interface WriteOnlyFormat extends AnyFormat {
  readonly fits?: never;
  readonly read?: never;
}

/** One format of a file. */
export type Format = ReadFormat | WriteOnlyFormat;

/** What the names of its files end in after their last dot: 'json' of 'loadline.json'. The first is the word that asks for it. */
export function endingsOf({ extensions }: Pick<Named, 'extensions'>): readonly [string, ...string[]] {
  const [first, ...others] = extensions.map((extension) => extension.replace(/^.*\./, ''));
  return [first ?? '', ...others.filter((ending) => ending !== first)];
}

/** One design as all that a file holds. */
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

/** A content that has all it should. */
export const whole = (content: string | Uint8Array): Written => ({ ok: true, content, losses: [] });
