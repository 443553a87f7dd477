import { strFromU8 } from 'fflate';
import { readDesignText } from '../../catalog/read';
import { counts } from '../../model/limits';
import { designMediaType, unpackDesignText } from '../../model/packed-design';
import { chunkData, isIntact, isTextChunk, pngChunks } from '../../model/png-chunks';
import type { Problem, Result } from '../../model/result';
import { unzip } from '../../model/unzip';
import { type Reading, readingOf, stoppedReading } from '../format';
import { goesOn, type Progress } from '../progress';

const refused = (key: string, values: Problem['values'] = {}): Result<never> => ({
  ok: false,
  problems: [{ key, path: [], values }],
});

/** Where the text of an iTXt chunk begins: after keyword, two bytes on compression, language and translated keyword. */
function textStart(data: Uint8Array): { readonly start: number; readonly compressed: boolean } | null {
  const keywordEnd = data.indexOf(0);
  const languageEnd = keywordEnd < 0 ? -1 : data.indexOf(0, keywordEnd + 3);
  const translationEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  return translationEnd < 0 ? null : { start: translationEnd + 1, compressed: data[keywordEnd + 1] === 1 };
}

/** The text of an iTXt or zTXt chunk (PNG specification, sections 11.3.4.4 and 11.3.4.5). */
function textOf(type: string, data: Uint8Array): Result<string> {
  const place = type === 'zTXt' ? { start: data.indexOf(0) + 2, compressed: true } : textStart(data);
  if (place === null) return refused('damaged-design');
  const rest = data.subarray(place.start);
  const plain = place.compressed ? unzip(rest) : rest;
  if (plain === 'too-large') return refused('too-large-design', { bytes: counts.unpackedBytes });
  return plain === null ? refused('damaged-design') : { ok: true, value: strFromU8(plain) };
}

/** The design's text inside a PNG. */
function designTextIn(bytes: Uint8Array): Result<string> {
  for (const chunk of pngChunks(bytes)) {
    if (chunk.type === 'tEXt' || !isTextChunk(bytes, chunk, designMediaType)) continue;
    if (!isIntact(bytes, chunk)) return refused('damaged-png');
    const text = textOf(chunk.type, chunkData(bytes, chunk));
    return text.ok ? unpackDesignText(text.value) : text;
  }
  return refused('png-without-design');
}

/**
 * The design inside a PNG. Problems: `stopped`, `png-without-design`, `damaged-png` (its checksum is wrong), those of
 * `unpackDesignText` and of `readDesignText`. Never throws.
 */
export async function readPng(bytes: Uint8Array, progress: Progress = {}): Promise<Result<Reading>> {
  const text = designTextIn(bytes);
  if (!text.ok) return text;
  return (await goesOn(progress, 0.3)) ? readingOf(readDesignText(text.value)) : stoppedReading;
}
