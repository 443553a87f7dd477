import { strFromU8 } from 'fflate';
import { readDesignText } from '../catalog/read';
import { fromBase64 } from '../math/base64';
import { counts } from '../model/limits';
import { unpackDesignText } from '../model/packed-design';
import type { Problem, Result } from '../model/result';
import type { Design } from '../model/schema';
import type { Importer } from './importer';

const refused = (key: string, values: Problem['values'] = {}): Result<never> => ({
  ok: false,
  problems: [{ key, path: [], values }],
});

const spaces = /\s*/y;

/** What XML allows before the root: each as it begins and as it ends. */
const prologue = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!DOCTYPE', '>'],
] as const;

/** Where the root of an XML text begins, after what may stand before it; −1 for none. Each character is looked at once or twice. */
export function xmlRootAt(text: string): number {
  for (let at = 0; ; ) {
    spaces.lastIndex = at;
    spaces.test(text);
    at = spaces.lastIndex;
    const part = prologue.find(([open]) => text.slice(at, at + open.length).toUpperCase() === open);
    if (part === undefined) return text.startsWith('<', at) ? at : -1;
    const [open, close] = part;
    const end = text.indexOf(close, at + open.length);
    if (end < 0) return -1;
    at = end + close.length;
  }
}

/** Whether a text begins as an SVG does. */
export function looksLikeSvg(text: string): boolean {
  const root = xmlRootAt(text);
  return root >= 0 && /^<svg[\s>/]/i.test(text.slice(root, root + 5));
}

/**
 * The design inside an SVG's metadata; the picture itself is not looked at. Problems: `svg-without-design`, those of
 * `unpackDesignText` and of `readDesignText`. Never throws.
 */
export function readSvg(bytes: Uint8Array): Result<Design> {
  const text = strFromU8(bytes);
  const open = text.search(/<loadline:design[\s>]/);
  const start = open < 0 ? -1 : text.indexOf('>', open);
  const end = start < 0 ? -1 : text.indexOf('</loadline:design>', start);
  if (end < 0) return refused('svg-without-design');
  if (end - start > 2 * counts.unpackedBytes)
    return refused('too-large-design', { bytes: counts.unpackedBytes });
  const packed = fromBase64(text.slice(start + 1, end));
  if (packed === null) return refused('damaged-design');
  const unpacked = unpackDesignText(strFromU8(packed));
  return unpacked.ok ? readDesignText(unpacked.value) : unpacked;
}

export const svgImporter: Importer = {
  id: 'svg',
  title: 'Picture with a design (SVG)',
  extensions: ['svg'],
  fits: (_bytes, start) => looksLikeSvg(start),
  read: readSvg,
};
