import type { Pixels, Rasterizer } from '../../shared/formats/format';
import type { SvgPicture } from '../../shared/formats/svg/picture';
import { untilDrawnInInter, withProbe } from './font-probe';

/** What browsers draw on one canvas: longer sides or larger areas give an empty picture. */
const longestSidePx = 16_384;
const largestAreaPx = 160_000_000;

/** The requested scale, or the largest at which the picture fits on a canvas. */
export function fittingScale(
  { width, height }: Pick<SvgPicture, 'width' | 'height'>,
  requested: number,
): number {
  const bySide = longestSidePx / Math.max(width, height);
  const byArea = Math.sqrt(largestAreaPx / (width * height));
  return Math.min(requested, bySide, byArea);
}

/** Draws the picture as a PNG, `scale` pixels for each of its own. */
async function rasterize(picture: SvgPicture, scale: number): Promise<Pixels> {
  const fitting = fittingScale(picture, scale);
  const probed = withProbe(picture);
  const image = await imageOf(probed.svg);
  await untilDrawnInInter(image, probed);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * fitting);
  canvas.height = Math.round(picture.height * fitting);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to draw on.');
  const { width, height } = picture;
  context.drawImage(image, 0, 0, width, height, 0, 0, canvas.width, canvas.height);
  const blob = await pngOfCanvas(canvas);
  return { ok: true, png: new Uint8Array(await blob.arrayBuffer()), losses: [] };
}

/** Rasterizes in the window: an image has no access to the fonts of the page. */
export const rasterizer: Rasterizer = { needsFonts: true, draw: rasterize };

function pngOfCanvas(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture could not be written as PNG.'));
      else resolve(blob);
    }, 'image/png');
  });
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}
