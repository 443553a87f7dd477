import { strFromU8, strToU8 } from 'fflate';
import { readDesignText } from '../catalog/read';
import type { Result } from '../model/result';
import type { Design } from '../model/schema';
import type { Importer } from './importer';

/** Whether a text begins as JSON of an object or a list does, or as somebody begins it who takes comments for JSON. */
const looksLikeJson = (start: string): boolean => /^\s*([{[/]|$)/.test(start);

/** Whether these bytes are text of two bytes a character, or of four: by their byte order mark, or since JSON begins in ASCII. */
function isWideText([first, second]: Uint8Array): boolean {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 && second === 0x7b) || (first === 0x7b && second === 0);
}

/** Whether a text has what stands for bytes that are no UTF-8, though its file does not have that itself. */
function isDamaged(text: string, bytes: Uint8Array): boolean {
  if (!text.includes('\ufffd')) return false;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && !text.startsWith('\ufeff');
  return strToU8(text).length + (mark ? 3 : 0) !== bytes.length;
}

/** The design in a JSON file. Never throws; problems are `not-utf8` and those of `readDesignText`. */
export function readJson(bytes: Uint8Array): Result<Design> {
  const text = isWideText(bytes) ? null : strFromU8(bytes);
  if (text === null || isDamaged(text, bytes))
    return { ok: false, problems: [{ key: 'not-utf8', path: [], values: {} }] };
  return readDesignText(text);
}

export const jsonImporter: Importer = {
  id: 'json',
  title: 'Design (JSON)',
  extensions: ['json'],
  fits: (bytes, start) => isWideText(bytes) || looksLikeJson(start),
  read: readJson,
};
