import { headOf } from '../../shared/math/graphemes';
import { printDesign } from '../../shared/model/print-design';
import type { Design } from '../../shared/model/schema';
import { platform } from '../platform/current';

const longestStem = 80;

/** A file name made of a design's name: what file systems refuse is left out. */
export function fileNameOf(name: string, extension: string): string {
  const kept = name
    .normalize('NFC')
    // A letter keeps its marks and joiners: without them a word of Hindi or Thai is another word.
    .replace(/([\p{L}\p{N}][\p{M}\u200c\u200d]*)|[^()_ .-]/gu, (_, letter?: string) => letter ?? ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '');
  const stem = headOf(kept, longestStem).replace(/[\s.]+$/, '');
  return `${stem === '' ? 'design' : stem}.${extension}`;
}

/** A design as the file that keeps it. */
export const fileOf = (design: Design): { readonly name: string; readonly text: string } => ({
  name: fileNameOf(design.name, 'loadline.json'),
  text: printDesign(design),
});

export async function saveAsFile(design: Design): Promise<void> {
  const { name, text } = fileOf(design);
  await platform().saveFile(name, new Blob([text], { type: 'application/json' }));
}

/** Hands over what lies in storage as it is, for a design that cannot be read. */
export async function saveRaw(id: string, raw: unknown): Promise<void> {
  const contents = new Blob([rawText(raw)], { type: 'application/json' });
  await platform().saveFile(fileNameOf(id, 'json'), contents);
}

/** A stored value as JSON, whatever it is: what JSON has no form for is written as text. */
export function rawText(raw: unknown): string {
  const within: unknown[] = [];
  const text = JSON.stringify(
    raw,
    function (this: unknown, _key, value: unknown) {
      if (typeof value === 'bigint') return String(value);
      if (typeof value !== 'object' || value === null) return value;
      // `this` holds the value: what is not on the way down to it has been left.
      while (within.length > 0 && within.at(-1) !== this) within.pop();
      if (within.includes(value)) return '[circular]';
      const written = value instanceof Map || value instanceof Set ? [...value] : value;
      within.push(value, written);
      return written;
    },
    2,
  );
  return `${text ?? 'null'}\n`;
}
