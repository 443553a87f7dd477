import { strFromU8, strToU8 } from 'fflate';
import { readDesignText } from '../../catalog/read';
import type { Result } from '../../model/result';
import { type Reading, readingOf, stoppedReading } from '../format';
import { goesOn, type Progress } from '../progress';
import { isWideText } from './recognise';

/** Whether a text has what stands for bytes that are no UTF-8, though its file does not have that itself. */
function isDamaged(text: string, bytes: Uint8Array): boolean {
  if (!text.includes('\ufffd')) return false;
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && !text.startsWith('\ufeff');
  return strToU8(text).length + (mark ? 3 : 0) !== bytes.length;
}

/** The design in a JSON file. Never throws; problems are `stopped`, `not-utf8` and those of `readDesignText`. */
export async function readJson(bytes: Uint8Array, progress: Progress = {}): Promise<Result<Reading>> {
  const text = isWideText(bytes) ? null : strFromU8(bytes);
  if (text === null || isDamaged(text, bytes))
    return { ok: false, problems: [{ key: 'not-utf8', path: [], values: {} }] };
  // Decoding is the small part; the text is parsed and checked at once.
  return (await goesOn(progress, 0.1)) ? readingOf(readDesignText(text)) : stoppedReading;
}
