import { counts } from '../model/limits';
import type { Problem, Result } from '../model/result';
import type { FormatReader, Reading } from './format';
import { goesOn, type Progress } from './progress';
import { readers } from './readers';

/** So much of a file's beginning is used to recognise its format. */
const startBytes = 65_536;

/** Problems of a file that is no design. Any other problem is of a design and says more than its format would. */
const ofNoDesign: ReadonlySet<string> = new Set([
  'unknown-file',
  'png-without-design',
  'svg-without-design',
  'wrong-format',
  'not-json',
  'not-object',
  'too-deep-text',
]);

const refused = (key: string, values: Problem['values'] = {}): Result<never> => ({
  ok: false,
  problems: [{ key, path: [], values }],
});

/** The beginning of a file, a character for each byte, without the byte order mark of UTF-8. */
function startOf(bytes: Uint8Array): string {
  let start = '';
  for (let at = 0; at < Math.min(bytes.length, startBytes); at += 4096)
    start += String.fromCharCode(...bytes.subarray(at, Math.min(at + 4096, startBytes)));
  return start.replace(/^\u00ef\u00bb\u00bf/, '');
}

/** The result; for a file of another program, a problem that names its format. */
async function orForeign(result: Result<Reading>, bytes: Uint8Array, name: string): Promise<Result<Reading>> {
  if (result.ok || !result.problems.some(({ key }) => ofNoDesign.has(key))) return result;
  const { foreignFormatOf } = await import('./foreign-format');
  const format = foreignFormatOf(bytes, name);
  if (format === null) return result;
  return refused(format.isDiagram ? 'foreign-diagram' : 'foreign-picture', { format: format.title });
}

/** The reader for a file, by its content; undefined where none fits. */
function readerOf(bytes: Uint8Array): FormatReader | undefined {
  const start = startOf(bytes);
  return readers.find(({ fits }) => fits(bytes, start));
}

/**
 * Reads a file, its format recognised by its content and not by its name. Problems: `empty`, `too-large-file`, `unknown-file`, `foreign-diagram`,
 * `foreign-picture`, `stopped`, and those of the format. Never throws.
 */
export async function readDesignFile(
  name: string,
  bytes: Uint8Array,
  progress: Progress = {},
): Promise<Result<Reading>> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > counts.fileBytes)
    return refused('too-large-file', { name, bytes: bytes.length, largest: counts.fileBytes });
  if (!(await goesOn(progress, 0))) return refused('stopped');
  const reader = readerOf(bytes);
  const read = reader === undefined ? refused('unknown-file', { name }) : await reader.read(bytes, progress);
  const result = await orForeign(read, bytes, name);
  await progress.onProgress?.(1);
  return result;
}
