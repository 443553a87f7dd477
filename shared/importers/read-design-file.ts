import { strFromU8 } from 'fflate';
import type { Result } from '../model/result';
import type { Design } from '../model/schema';
import { largestFileBytes } from './importer';
import { importers } from './index';

/**
 * The design in a file, by its content and not by its name: JSON, or a PNG or SVG that carries one. Problems: `empty`,
 * `too-large-file`, `unknown-file`, and those of the format. Never throws.
 */
export function readDesignFile(name: string, bytes: Uint8Array): Result<Design> {
  const refused = (key: string, values: Readonly<Record<string, string | number>>): Result<never> => ({
    ok: false,
    problems: [{ key, path: [], values }],
  });
  if (bytes.length === 0) return refused('empty', {});
  if (bytes.length > largestFileBytes)
    return refused('too-large-file', { name, bytes: bytes.length, largest: largestFileBytes });
  const start = strFromU8(bytes.subarray(0, 2000), true).replace(/^\u00ef\u00bb\u00bf/, '');
  const importer = importers.find((one) => one.fits(bytes, start));
  return importer === undefined ? refused('unknown-file', { name }) : importer.read(bytes);
}
