import type { SvgPicture } from '../../shared/exporters/svg';
import { untilDrawnInInter, withProbe } from './font-probe';

/** What browsers draw on one canvas: longer sides or larger areas come out empty. */
const longestSidePx = 16_384;
const largestAreaPx = 160_000_000;

/** The scale at which the picture still fits on a canvas: the one wished for, or the largest that does. */
export function fittingScale(
  { width, height }: Pick<SvgPicture, 'width' | 'height'>,
  wished: number,
): number {
  const bySide = longestSidePx / Math.max(width, height);
  const byArea = Math.sqrt(largestAreaPx / (width * height));
  return Math.min(wished, bySide, byArea);
}

/** Draws the picture as a PNG, `scale` pixels for each of its own. */
export async function rasterize(picture: SvgPicture, scale: number): Promise<Blob> {
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
