import { strFromU8 } from 'fflate';
import { counts } from '../model/limits';
import type { Result } from '../model/result';
import type { Design } from '../model/schema';
import { importers } from './index';

/** So much of a file tells its format. */
const startBytes = 65_536;

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
  if (bytes.length > counts.fileBytes)
    return refused('too-large-file', { name, bytes: bytes.length, largest: counts.fileBytes });
  const start = strFromU8(bytes.subarray(0, startBytes), true).replace(/^\u00ef\u00bb\u00bf/, '');
  const importer = importers.find((one) => one.fits(bytes, start));
  return importer === undefined ? refused('unknown-file', { name }) : importer.read(bytes);
}
