import { headOf } from '../../shared/math/graphemes';
import { printDesign } from '../../shared/model/parse';
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

export async function saveAsFile(design: Design): Promise<void> {
  const contents = new Blob([printDesign(design)], { type: 'application/json' });
  await platform().saveFile(fileNameOf(design.name, 'loadline.json'), contents);
}

/** Hands over what lies in storage as it is, for a design that cannot be read. */
export async function saveRaw(id: string, raw: unknown): Promise<void> {
  const contents = new Blob([`${JSON.stringify(raw, null, 2)}\n`], { type: 'application/json' });
  await platform().saveFile(fileNameOf(id, 'json'), contents);
}
