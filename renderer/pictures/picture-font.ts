import cyrillicUrl from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url';
import latinExtUrl from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import latinUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { fontFaceOf, type InterCut, interCuts } from '../../shared/diagram/inter-cuts';
import { toBase64 } from '../../shared/math/base64';

const urls: Readonly<Record<InterCut['id'], string>> = {
  latin: latinUrl,
  'latin-ext': latinExtUrl,
  cyrillic: cyrillicUrl,
};

const loaded = new Map<string, Promise<string>>();

async function loadFace(cut: InterCut): Promise<string> {
  const url = urls[cut.id];
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return fontFaceOf(cut, toBase64(new Uint8Array(await response.arrayBuffer())));
}

/**
 * The @font-face rules that a picture with these letters needs. A picture is a separate document without access to the
 * fonts of the page, so Inter is embedded.
 */
export async function pictureFontCss(letters: string): Promise<string> {
  const wanted = interCuts.filter((cut) => cut.asks.test(letters));
  const faces = wanted.map((cut) => {
    const face = loaded.get(cut.id) ?? loadFace(cut);
    loaded.set(cut.id, face);
    // A font that could not be fetched is fetched again for the next picture.
    face.catch(() => loaded.delete(cut.id));
    return face;
  });
  return (await Promise.all(faces)).join('');
}
