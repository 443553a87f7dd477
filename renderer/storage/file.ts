import { printDesign } from '../../shared/model/parse';
import type { Design } from '../../shared/model/schema';
import { platform } from '../platform/current';

const longestStem = 80;

/** A file name made of a design's name: what file systems refuse is left out. */
export function fileNameOf(name: string, extension: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}()_ .-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, longestStem);
  return `${stem === '' ? 'design' : stem}.${extension}`;
}

export async function saveAsFile(design: Design): Promise<void> {
  const contents = new Blob([printDesign(design)], { type: 'application/json' });
  await platform().saveFile(fileNameOf(design.name, 'loadline.json'), contents);
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
