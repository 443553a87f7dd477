import { formats as writtenFormats } from '../../shared/formats';
import { endingsOf } from '../../shared/formats/format';

/** The endings of each format that is written; the first is its word. */
const written = writtenFormats.map(endingsOf);

/** Endings that name a format; also of formats that are not written, so that no file is named after one of them. */
const formats: ReadonlyMap<string, string> = new Map([
  ...written.flatMap(([word, ...others]) => [word, ...others].map((ending) => [ending, word] as const)),
  ...['jpg', 'jpeg', 'gif', 'webp', 'bmp', 'tiff', 'pdf', 'html', 'xml', 'drawio', 'xlsx'].map(
    (ending) => [ending, ending] as const,
  ),
]);

/** What the name of a file to write ends in, in lower case and without its dot; '' without an ending. */
export function endingOf(out: string): string {
  return /[^/\\]\.([^./\\]*)$/.exec(out)?.[1]?.toLowerCase() ?? '';
}

/** The format of a file by its name; undefined for an unknown ending. */
export function formatOfEnding(out: string): string | undefined {
  const format = formats.get(endingOf(out));
  return written.some(([word]) => word === format) ? format : undefined;
}

/** An error where the ending of a file names another format; otherwise null. */
export function mismatchOf(out: string, format: string): string | null {
  const ending = endingOf(out);
  const named = formats.get(ending);
  if (named === undefined || named === format) return null;
  return `${format.toUpperCase()} would be written to a file that ends in .${ending}. Name one that ends in .${format}.`;
}
