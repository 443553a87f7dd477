import { useView } from '../store/view';

/**
 * How much of a card is drawn. A line that would come under 11 px is dropped, technology first, then target; far out a
 * card is a tile with its name large, and farther still only its colour and state.
 */
export type Detail = 'full' | 'plain' | 'figures' | 'tile' | 'dot';

const smallestTextPx = 11;
const secondaryPx = 11.5;

/** Below this the technology's line is dropped. */
const fullZoom = smallestTextPx / secondaryPx;
const plainZoom = 0.8;
const figuresZoom = 0.62;
/** The name of a tile is never larger than this, so that two lines of it fit a card. */
const largestNamePx = 38;
/** Below this the name of a tile is dropped. */
const tileZoom = smallestTextPx / largestNamePx;

export function detailOf(zoom: number): Detail {
  if (zoom >= fullZoom) return 'full';
  if (zoom >= plainZoom) return 'plain';
  if (zoom >= figuresZoom) return 'figures';
  return zoom >= tileZoom ? 'tile' : 'dot';
}

export const useDetail = (): Detail => useView((state) => detailOf(state.zoom));

/** How much larger than measured an edge's label may be drawn at a detail, to stay at 11 px on the screen. */
const labelScales: Readonly<Record<Detail, number>> = {
  full: 1,
  plain: 11 / 11.5 / plainZoom,
  figures: 11 / 11.5 / figuresZoom,
  tile: 1,
  dot: 1,
};

export const labelScaleOf = (detail: Detail): number => labelScales[detail];

const stepsPerDoubling = 8;

/** Canvas pixels in a pixel of the screen, in steps, so that not every wheel event restyles all cards; never too few. */
export function canvasPxOf(zoom: number): number {
  return 2 ** -(Math.floor(Math.log2(zoom) * stepsPerDoubling) / stepsPerDoubling);
}
