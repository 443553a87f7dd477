import type { Pixels, Rasterizer } from '../../shared/formats/format';
import type { SvgPicture } from '../../shared/formats/svg/picture';
import { message } from '../../shared/math/message';
import { staticFontPaths } from './fonts';
import { foreignGraphemes, missingFontNote } from './foreign-letters';

/** What most programs still open: longer sides or larger areas are refused. */
const longestSidePx = 16_384;
const largestAreaPx = 160_000_000;

/** The scale at which a picture of this size still is one that programs open. */
function largestScale({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(longestSidePx / Math.max(width, height), Math.sqrt(largestAreaPx / (width * height)));
}

/** A sign that no font has: what is drawn as it is, is not drawn. */
const missingSign = '\u{10ffff}';
const probeId = (index: number): string => `loadline-probe-${index}`;

/** The picture with each of these letters once more, far above what is seen of it. */
function withProbes(svg: string, letters: readonly string[]): string {
  const probes = letters.map((text, index) => `<text id="${probeId(index)}" y="-999">${text}</text>`);
  return svg.replace(/<\/svg>\s*$/, `${probes.join('')}</svg>`);
}

/** Which of the probed letters have no outline of their own, by the picture with its texts as outlines. */
function undrawn(outlined: string, letters: readonly string[]): readonly string[] {
  const outlines = new Map<string, string>();
  for (const [, id = '', content = ''] of outlined.matchAll(
    /<g id="(loadline-probe-\d+)"[^>]*>([\s\S]*?)<\/g>/g,
  ))
    outlines.set(id, [...content.matchAll(/ d="([^"]*)"/g)].map(([, path]) => path).join(' '));
  const missing = outlines.get(probeId(0)) ?? '';
  return letters.filter((_, index) => {
    const outline = outlines.get(probeId(index)) ?? '';
    return index > 0 && (outline === '' || outline.includes(missing));
  });
}

/**
 * Draws an SVG as PNG, `scale` pixels for each of its own. Latin and Cyrillic are drawn in the bundled font alone, the same on
 * every machine; only for other letters the fonts of the system are read, which takes a part of a second.
 */
async function rasterize(picture: SvgPicture, scale: number): Promise<Pixels> {
  const most = largestScale(picture);
  if (scale > most) {
    const fitting = Math.floor(most * 100) / 100;
    const reason = message('At --scale {scale} this picture is too large. Write at most --scale {fitting}.', {
      scale: String(scale),
      fitting: String(fitting),
    });
    return { ok: false, reason };
  }
  // Loaded here, since nothing but a PNG needs it.
  const { Resvg } = await import('@resvg/resvg-js');
  const foreign = foreignGraphemes(picture.svg);
  const probed = foreign.length === 0 ? [] : [missingSign, ...foreign];
  const resvg = new Resvg(withProbes(picture.svg, probed), {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: staticFontPaths(),
      loadSystemFonts: foreign.length > 0,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  const png = resvg.render().asPng();
  const missing = probed.length === 0 ? [] : undrawn(resvg.toString(), probed);
  return { ok: true, png, losses: missing.length === 0 ? [] : [missingFontNote(missing)] };
}

/** Draws pictures under Node: resvg has the fonts from their files. */
export const rasterizer: Rasterizer = { needsFonts: false, draw: rasterize };
