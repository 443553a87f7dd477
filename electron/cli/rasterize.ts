import { staticFontPaths } from './fonts';
import { foreignGraphemes } from './foreign-letters';
import type { Attempt } from './host';

/** What most programs still open: longer sides or larger areas are refused. */
const longestSidePx = 16_384;
const largestAreaPx = 160_000_000;

/** The size of an SVG as its root says it, px. */
function sizeOf(svg: string): { readonly width: number; readonly height: number } {
  const [, width = '0', height = '0'] = /<svg[^>]*? width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** The scale at which a picture of this size still is one that programs open. */
function largestScale({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.min(longestSidePx / Math.max(width, height), Math.sqrt(largestAreaPx / (width * height)));
}

/** A picture of pixels, and those graphemes of its texts that no font could draw. */
export interface Pixels {
  readonly png: Uint8Array;
  readonly undrawn: readonly string[];
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
export async function rasterize(svg: string, scale: number): Promise<Attempt<Pixels>> {
  const most = largestScale(sizeOf(svg));
  if (scale > most) {
    const fitting = Math.floor(most * 100) / 100;
    return {
      ok: false,
      message: `At --scale ${scale} this picture is too large. Write at most --scale ${fitting}.`,
    };
  }
  // Loaded here, since nothing but a PNG needs it.
  const { Resvg } = await import('@resvg/resvg-js');
  const foreign = foreignGraphemes(svg);
  const probed = foreign.length === 0 ? [] : [missingSign, ...foreign];
  const picture = new Resvg(withProbes(svg, probed), {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: staticFontPaths(),
      loadSystemFonts: foreign.length > 0,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  const png = picture.render().asPng();
  return {
    ok: true,
    value: { png, undrawn: probed.length === 0 ? [] : undrawn(picture.toString(), probed) },
  };
}
