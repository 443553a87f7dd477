import { strFromU8 } from 'fflate';
import { readDesignText } from '../catalog/read';
import type { Result } from '../model/result';
import type { Design } from '../model/schema';
import type { Importer } from './importer';

/** Whether these bytes may be JSON: an object begins them, after spaces and a byte order mark. */
function looksLikeJson(start: string): boolean {
  return start.trimStart().startsWith('{');
}

/** The design in a JSON file, UTF-8. Never throws; problems are those of `readDesignText`. */
export function readJson(bytes: Uint8Array): Result<Design> {
  return readDesignText(strFromU8(bytes));
}

export const jsonImporter: Importer = {
  id: 'json',
  title: 'Design (JSON)',
  extensions: ['json'],
  fits: (_bytes, start) => looksLikeJson(start),
  read: readJson,
};
