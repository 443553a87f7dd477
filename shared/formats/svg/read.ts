import { strFromU8 } from 'fflate';
import { readDesignText } from '../../catalog/read';
import { fromBase64 } from '../../math/base64';
import { counts } from '../../model/limits';
import { unpackDesignText } from '../../model/packed-design';
import type { Problem, Result } from '../../model/result';
import { type Reading, readingOf, stoppedReading } from '../format';
import { goesOn, type Progress } from '../progress';

const refused = (key: string, values: Problem['values'] = {}): Result<never> => ({
  ok: false,
  problems: [{ key, path: [], values }],
});

/** The design's text inside an SVG's metadata. */
function designTextIn(svg: string): Result<string> {
  const open = svg.search(/<loadline:design[\s>]/);
  const start = open < 0 ? -1 : svg.indexOf('>', open);
  const end = start < 0 ? -1 : svg.indexOf('</loadline:design>', start);
  if (end < 0) return refused('svg-without-design');
  if (end - start > 2 * counts.unpackedBytes)
    return refused('too-large-design', { bytes: counts.unpackedBytes });
  const packed = fromBase64(svg.slice(start + 1, end));
  return packed === null ? refused('damaged-design') : unpackDesignText(strFromU8(packed));
}

/**
 * The design inside an SVG's metadata; the picture itself is not read. Problems: `stopped`, `svg-without-design`, those of
 * `unpackDesignText` and of `readDesignText`. Never throws.
 */
export async function readSvg(bytes: Uint8Array, progress: Progress = {}): Promise<Result<Reading>> {
  const text = designTextIn(strFromU8(bytes));
  if (!text.ok) return text;
  return (await goesOn(progress, 0.3)) ? readingOf(readDesignText(text.value)) : stoppedReading;
}
