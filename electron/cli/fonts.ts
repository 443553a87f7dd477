import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { fontFaceOf, interCuts } from '../../shared/diagram/inter-cuts';

/** The build puts the fonts beside the command line. */
const fontPath = (name: string): string => fileURLToPath(new URL(`./fonts/${name}`, import.meta.url));

/** The @font-face rules that an SVG with these letters needs. */
export async function fontCssFor(letters: string): Promise<string> {
  const wanted = interCuts.filter(({ asks }) => asks.test(letters));
  const faces = wanted.map(async (cut) =>
    fontFaceOf(cut, await readFile(fontPath(`inter-${cut.id}-wght-normal.woff2`), 'base64')),
  );
  return (await Promise.all(faces)).join('');
}

/** The weights that pictures are set in, a file each: resvg does not support variable fonts. */
export const staticFontPaths = (): string[] =>
  [400, 500, 550, 600].map((weight) => fontPath(`inter-${weight}.ttf`));
