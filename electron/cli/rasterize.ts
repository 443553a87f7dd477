import { staticFontPaths } from './fonts';
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

/** Draws an SVG as PNG, `scale` pixels for each of its own, in the bundled font alone: the same on every machine. */
export async function rasterize(svg: string, scale: number): Promise<Attempt<Uint8Array>> {
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
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontFiles: staticFontPaths(),
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
      sansSerifFamily: 'Inter',
    },
  });
  return { ok: true, value: picture.render().asPng() };
}
