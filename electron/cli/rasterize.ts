import type { Pixels, Rasterizer } from '../../shared/formats/format';
import type { SvgPicture } from '../../shared/formats/svg/picture';
import { message } from '../../shared/math/message';
import { staticFontPaths } from './fonts';
import { foreignGraphemes, missingFontNote } from './foreign-letters';

/** Limits of most programs: longer sides or larger areas are refused. */
const longestSidePx = 16_384;
const largestAreaPx = 160_000_000;

/** The largest scale at which a picture of this size can be opened by most programs. */
function largestScale({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(longestSidePx / Math.max(width, height), Math.sqrt(largestAreaPx / (width * height)));
}

/** A character that no font has: one with the same outline is missing too. */
const missingCharacter = '\u{10ffff}';
const probeId = (index: number): string => `loadline-probe-${index}`;

/** The picture with a probe for each of these letters, outside its visible area. */
function withProbes(svg: string, letters: readonly string[]): string {
  const probes = letters.map((text, index) => `<text id="${probeId(index)}" y="-999">${text}</text>`);
  return svg.replace(/<\/svg>\s*$/, `${probes.join('')}</svg>`);
}

/** Which of the probed letters have no outline of their own, by the picture with its texts converted to outlines. */
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
 * every machine; only for other letters the system's fonts are read, which takes a fraction of a second.
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
  // Loaded here: only a PNG needs it.
  const { Resvg } = await import('@resvg/resvg-js');
  const foreign = foreignGraphemes(picture.svg);
  const probed = foreign.length === 0 ? [] : [missingCharacter, ...foreign];
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

/** Rasterizes under Node: resvg reads the fonts from files. */
export const rasterizer: Rasterizer = { needsFonts: false, draw: rasterize };
