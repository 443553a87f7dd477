import { resolve } from '../../shared/catalog/resolve';
import { formats } from '../../shared/formats';
import type { Format } from '../../shared/formats/format';
import { formatMessage } from '../../shared/math/format-message';
import { assess } from './assess';
import { type Call, type Outcome, refused } from './command';
import { formatWords, readFormatOptions, wordOf } from './export-options';
import { fontCssFor } from './fonts';
import type { Attempt } from './host';
import { endingOf, formatOfEnding, mismatchOf } from './out-format';
import { rasterizer } from './rasterize';
import { inputName, readDesign } from './read-design';
import { writeOutput } from './write-output';

/** The format of --format, or by the ending of --out. */
function formatFor(options: ReadonlyMap<string, string>): Attempt<Format> {
  const out = options.get('out') ?? '';
  const word = options.get('format') ?? formatOfEnding(out);
  const format = formats.find((one) => wordOf(one) === word);
  if (format === undefined) {
    const ending = endingOf(out);
    const why = ending === '' ? '--format is missing.' : `No format has files that end in .${ending}.`;
    const message = `${why} Write --format ${formatWords.join('|')}, or name a file that ends in one of them.`;
    return { ok: false, message };
  }
  const mismatch = mismatchOf(out, wordOf(format));
  return mismatch === null ? { ok: true, value: format } : { ok: false, message: mismatch };
}

export async function run({ operands: [name = ''], options, host }: Call): Promise<Outcome> {
  const format = formatFor(options);
  if (!format.ok) return refused(`export: ${format.message}`);
  const values = readFormatOptions(options);
  if (!values.ok) return refused(`export: ${values.message}`);
  const read = await readDesign(host, name);
  if (!read.ok) return refused(read.message);
  const design = read.value;
  const resolved = resolve(design);
  const { analysis, evaluation, obstacle } = assess(resolved);
  // Without the date: the same design gives the same file on any day.
  const written = await format.value.write({
    design,
    resolved,
    analysis,
    findings: evaluation.findings,
    options: values.value,
    fontCssFor,
    rasterizer,
  });
  if (!written.ok) return refused(`export: ${formatMessage(written.reason)}`);
  const outcome = await writeOutput(host, options.get('out') ?? '-', written.content);
  const notes = [
    ...(analysis === null && format.value.hasFigures ? [`Exported without figures. ${obstacle}`] : []),
    ...written.losses.map((loss) => formatMessage(loss)),
  ].map((note) => `${inputName(name)}: ${note}`);
  return { ...outcome, notes: [...notes, ...outcome.notes] };
}
