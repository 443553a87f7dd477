import { strFromU8, strToU8 } from 'fflate';
import { readDesignText } from '../../catalog/read';
import type { Result } from '../../model/result';
import { type Reading, readingOf, stoppedReading } from '../format';
import { goesOn, type Progress } from '../progress';
import { isWideText } from './recognise';

/** Whether decoding replaced bytes that are not UTF-8; a replacement character that is in the file itself is kept. */
function isDamaged(text: string, bytes: Uint8Array): boolean {
  if (!text.includes('\ufffd')) return false;
  const byteOrderMark =
    bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && !text.startsWith('\ufeff');
  return strToU8(text).length + (byteOrderMark ? 3 : 0) !== bytes.length;
}

/** The design in a JSON file. Never throws; problems are `stopped`, `not-utf8` and those of `readDesignText`. */
export async function readJson(bytes: Uint8Array, progress: Progress = {}): Promise<Result<Reading>> {
  const text = isWideText(bytes) ? null : strFromU8(bytes);
  if (text === null || isDamaged(text, bytes))
    return { ok: false, problems: [{ key: 'not-utf8', path: [], values: {} }] };
  // Decoding is the smaller part; parsing and checking is one step.
  return (await goesOn(progress, 0.1)) ? readingOf(readDesignText(text)) : stoppedReading;
}
