import { resolve } from '../../shared/catalog/resolve';
import { exporters } from '../../shared/exporters';
import type { Exporter, ExportInput } from '../../shared/exporters/exporter';
import { fitsInPicture } from '../../shared/model/packed-design';
import type { Design } from '../../shared/model/schema';
import { numberOption } from './arguments';
import { assess } from './assess';
import { isColour } from './colour';
import { type Call, type Outcome, refused } from './command';
import { exportFormats } from './export-formats';
import { fontCssFor } from './fonts';
import { missingFontNote } from './foreign-letters';
import type { Attempt } from './host';
import { endingOf, formatOfEnding, mismatchOf } from './out-format';
import { rasterize } from './rasterize';
import { inputName, readDesign } from './read-design';
import { writeOutput } from './write-output';

/** The word that a format is asked for by: what most people call it. */
export const wordOf = ({ id }: Exporter): string => (id === 'markdown' ? 'md' : id);

type Options = ReadonlyMap<string, string>;

/** The format that is asked for, or that the name of the file to write ends in. */
function formatOf(options: Options): Exporter | undefined {
  const asked = options.get('format') ?? formatOfEnding(options.get('out') ?? '');
  return exporters.find((exporter) => wordOf(exporter) === asked);
}

async function pictureOptions(
  design: Design,
  exporter: Exporter,
  options: Options,
): Promise<ExportInput['options']> {
  const background = options.get('background');
  const isSvg = exporter.id === 'svg';
  return {
    theme: options.get('theme') === 'dark' ? 'dark' : 'light',
    ...(background === undefined ? {} : { background }),
    // Without the date: the same design gives the same picture on any day.
    caption: true,
    embed: !options.has('no-embed'),
    ...(isSvg && {
      fontCss: await fontCssFor(JSON.stringify([design.name, design.system, design.layout?.marks])),
    }),
  };
}

interface Content {
  readonly content: string | Uint8Array;
  /** What did not go as it should, for standard error. */
  readonly notes: readonly string[];
}

async function contentOf(exporter: Exporter, input: ExportInput, scale: number): Promise<Attempt<Content>> {
  const text = exporter.toText(input);
  if (exporter.embed === undefined) return { ok: true, value: { content: text, notes: [] } };
  const pixels = await rasterize(text, scale);
  if (!pixels.ok) return pixels;
  const { png, undrawn } = pixels.value;
  const content = input.options.embed === false ? png : exporter.embed(png, input.design);
  return { ok: true, value: { content, notes: undrawn.length === 0 ? [] : [missingFontNote(undrawn)] } };
}

function argumentProblem(options: Options): string | null {
  const out = options.get('out') ?? '';
  const exporter = formatOf(options);
  if (exporter === undefined) {
    const ending = endingOf(out);
    const why = ending === '' ? '--format is missing.' : `No format has files that end in .${ending}.`;
    return `${why} Write --format ${exportFormats.join('|')}, or name a file that ends in one of them.`;
  }
  const mismatch = mismatchOf(out, wordOf(exporter));
  if (mismatch !== null) return mismatch;
  const background = options.get('background');
  if (background !== undefined && !isColour(background))
    return `--background is none or a colour such as #ffffff, not "${background}". Correct it.`;
  return null;
}

export async function run({ operands: [name = ''], options, host }: Call): Promise<Outcome> {
  const problem = argumentProblem(options);
  const exporter = formatOf(options);
  if (problem !== null || exporter === undefined) return refused(`export: ${problem}`);
  const scale = numberOption(options, 'scale', 2, [0.1, 16]);
  if (!scale.ok) return refused(`export: ${scale.message}`);
  const read = await readDesign(host, name);
  if (!read.ok) return refused(read.message);
  const design = read.value;
  const resolved = resolve(design);
  const { analysis, evaluation, obstacle } = assess(resolved);
  const wantsDesign = (exporter.id === 'svg' || exporter.id === 'png') && !options.has('no-embed');
  const isTooLarge = wantsDesign && !fitsInPicture(design);
  const content = await contentOf(
    exporter,
    {
      design,
      resolved,
      analysis,
      findings: evaluation.findings,
      options: { ...(await pictureOptions(design, exporter, options)), ...(isTooLarge && { embed: false }) },
    },
    scale.value,
  );
  if (!content.ok) return refused(`export: ${content.message}`);
  const outcome = await writeOutput(host, options.get('out') ?? '-', content.value.content);
  const notes = [
    ...(isTooLarge
      ? ['The picture is without the design, which is too large for one. Export it as JSON too.']
      : []),
    ...(analysis === null && exporter.id !== 'json' ? [`Exported without figures. ${obstacle}`] : []),
    ...content.value.notes,
  ].map((note) => `${inputName(name)}: ${note}`);
  return { ...outcome, notes: [...notes, ...outcome.notes] };
}
