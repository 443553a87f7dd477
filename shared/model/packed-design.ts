import { strFromU8, strToU8, zlibSync } from 'fflate';
import { fromBase64, toBase64 } from '../math/base64';
import { jsonExcess } from './json-limits';
import { counts } from './limits';
import { parseJson } from './parse-json';
import type { Result } from './result';
import type { Design } from './schema';
import { unzip } from './unzip';
import { z } from './zod';

/** What names a design inside of another file: a PNG's text chunk, an SVG's metadata, the clipboard. */
export const designMediaType = 'application/vnd.loadline+json';

const envelopeSchema = z.object({
  app: z.literal('loadline'),
  envelope: z.int().min(1),
  compression: z.enum(['zlib', 'none']),
  encoding: z.enum(['base64', 'text']),
  data: z.string(),
});

/** Whether a design is small enough to be read again out of a picture; a larger one is not put into any. */
export const fitsInPicture = (design: Design): boolean =>
  strToU8(JSON.stringify(design)).length <= counts.unpackedBytes;

/**
 * The design as text that another file can carry: JSON of an envelope with its own version, and in it the design's JSON,
 * compressed with zlib and written as base64.
 */
export function packDesign(design: Design): string {
  const data = toBase64(zlibSync(strToU8(JSON.stringify(design)), { level: 9 }));
  return JSON.stringify({ app: 'loadline', envelope: 1, compression: 'zlib', encoding: 'base64', data });
}

const refused = (key: string, values: Readonly<Record<string, string | number>> = {}): Result<never> => ({
  ok: false,
  problems: [{ key, path: [], values }],
});

function jsonOf(text: string): unknown {
  // An envelope is flat: what is nested deep is none, and could take much memory to parse.
  return jsonExcess(text) === null ? parseJson(text).value : undefined;
}

/**
 * The design's JSON text out of an envelope; what it says is for `readDesignText` to judge. Problems: `damaged-design`,
 * `newer-envelope`, `too-large-design`. Never throws.
 */
export function unpackDesignText(text: string): Result<string> {
  const value = jsonOf(text);
  const newer = z.object({ app: z.literal('loadline'), envelope: z.int().min(2) }).safeParse(value);
  if (newer.success) return refused('newer-envelope', { version: newer.data.envelope });
  const envelope = envelopeSchema.safeParse(value);
  if (!envelope.success) return refused('damaged-design');
  const { compression, encoding, data } = envelope.data;
  const bytes = encoding === 'base64' ? fromBase64(data) : strToU8(data);
  if (bytes === null) return refused('damaged-design');
  const plain = compression === 'zlib' ? unzip(bytes) : bytes;
  if (plain === 'too-large' || (plain !== null && plain.length > counts.unpackedBytes))
    return refused('too-large-design', { bytes: counts.unpackedBytes });
  return plain === null ? refused('damaged-design') : { ok: true, value: strFromU8(plain) };
}
