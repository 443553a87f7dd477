import { toBase64 } from '../../../../shared/math/base64';
import { counts } from '../../../../shared/model/limits';
import { isImageType } from './image-types';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ReadImage {
  /** As a data URL. */
  readonly image: string;
  /** On the canvas, px. */
  readonly width: number;
  readonly height: number;
  readonly pixels: Size;
  /** Its bytes before it was made smaller; null where it is as it was. */
  readonly scaledFrom: number | null;
}

/** A picture with more bytes is made smaller. */
const mostBytes = 2_000_000;
/** The longer side of one that is made smaller. */
const longestPx = 2_000;
/** The longer side that it has on the canvas at first. */
const shownPx = 480;

/** A picture as it is kept in the document; null where the file is none that a browser shows. */
export async function readImage(file: File): Promise<ReadImage | null> {
  const type = isImageType(file.type) ? file.type : null;
  if (type === null) return null;
  const shown = await shownImage(file);
  if (shown === null) return null;
  const pixels = sizeOf(shown);
  const placed = (image: string, scaledFrom: number | null, size: Size): ReadImage | null =>
    image.length > counts.imageCharacters
      ? null
      : { image, ...within(pixels, shownPx), pixels: size, scaledFrom };
  if (file.size <= mostBytes) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return placed(`data:${type};base64,${toBase64(bytes)}`, null, pixels);
  }
  const smaller = within(pixels, longestPx);
  return placed(drawnAt(shown, smaller), file.size, smaller);
}

/** The picture of a file once a browser shows it as an image; null where it cannot. */
async function shownImage(file: File): Promise<HTMLImageElement | null> {
  const url = URL.createObjectURL(file);
  const shown = new Image();
  shown.src = url;
  try {
    await shown.decode();
    return shown;
  } catch {
    // Whatever is wrong with it, a browser does not say what: it is no picture.
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** An SVG without a size has none of its own. */
const sizeOf = ({ naturalWidth, naturalHeight }: HTMLImageElement): Size => ({
  width: naturalWidth || 300,
  height: naturalHeight || 150,
});

function within({ width, height }: Size, longest: number): Size {
  const factor = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
}

function drawnAt(shown: HTMLImageElement, { width, height }: Size): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(shown, 0, 0, width, height);
  return canvas.toDataURL('image/webp', 0.85);
}
