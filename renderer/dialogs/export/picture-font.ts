import cyrillicUrl from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url';
import latinExtUrl from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import latinUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { toBase64 } from '../../../shared/math/base64';

/** A cut of the font, and the letters that ask for it beside the Latin ones, which are always there. */
const cuts = [
  {
    url: latinUrl,
    range: 'U+0000-00FF, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212, U+2264-2265',
    asks: /^/,
  },
  {
    url: latinExtUrl,
    range: 'U+0100-02BA, U+1E00-1E9F, U+2C60-2C7F, U+A720-A7FF',
    asks: /[\u0100-\u02ba\u1e00-\u1e9f]/,
  },
  {
    url: cyrillicUrl,
    range: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
    asks: /[\u0400-\u04ff]/,
  },
] as const;

const loaded = new Map<string, Promise<string>>();

async function loadFace(url: string, range: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const font = toBase64(new Uint8Array(await answer.arrayBuffer()));
  return `@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${font}) format('woff2');unicode-range:${range}}`;
}

/**
 * The @font-face rules that a picture with these letters needs. A picture is a document of its own: it sees no font of the
 * page, so Inter travels inside it.
 */
export async function pictureFontCss(letters: string): Promise<string> {
  const wanted = cuts.filter((cut) => cut.asks.test(letters));
  const faces = wanted.map(({ url, range }) => {
    const face = loaded.get(url) ?? loadFace(url, range);
    loaded.set(url, face);
    // A font that could not be fetched is asked for again by the next picture.
    face.catch(() => loaded.delete(url));
    return face;
  });
  return (await Promise.all(faces)).join('');
}
