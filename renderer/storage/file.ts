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
  const contents = new Blob([`${JSON.stringify(raw, null, 2)}\n`], { type: 'application/json' });
  await platform().saveFile(fileNameOf(id, 'json'), contents);
}
