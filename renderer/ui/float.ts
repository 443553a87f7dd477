import {
  autoUpdate,
  computePosition,
  flip,
  offset,
  type Placement,
  type ReferenceElement,
  shift,
} from '@floating-ui/dom';

/** What a sheet is placed at: an element, or a point or box of the window. */
export type FloatAnchor =
  | { readonly element: Element }
  | { readonly x: number; readonly y: number; readonly width?: number; readonly height?: number };

interface FloatOptions {
  readonly placement: Placement;
  /** Between anchor and sheet, px. */
  readonly gapPx: number;
  /** The element that the sheet stays inside; the window where left out. */
  readonly within?: Element;
}

/** Kept free between a sheet and the edge of the window, px. */
const marginPx = 8;

/**
 * Places a positioned sheet beside its anchor: on the other side where it does not fit, and always whole inside its bounds.
 * Sets `left` and `top`, before the next frame.
 */
export async function placeBeside(
  sheet: HTMLElement,
  anchor: FloatAnchor,
  { placement, gapPx, within }: FloatOptions,
): Promise<void> {
  const bounds = within === undefined ? {} : { boundary: within };
  const { position } = getComputedStyle(sheet);
  const { x, y } = await computePosition(referenceOf(anchor), sheet, {
    placement,
    strategy: position === 'fixed' ? 'fixed' : 'absolute',
    middleware: [
      offset(gapPx),
      flip({ ...bounds, padding: marginPx }),
      shift({ ...bounds, padding: marginPx, crossAxis: true }),
    ],
  });
  sheet.style.left = `${x}px`;
  sheet.style.top = `${y}px`;
}

/** Places a sheet, and again whenever its size, its anchor or the window changes. Returns the function that stops it. */
export function keepBeside(sheet: HTMLElement, anchor: FloatAnchor, options: FloatOptions): () => void {
  return autoUpdate(referenceOf(anchor), sheet, () => void placeBeside(sheet, anchor, options));
}

function referenceOf(anchor: FloatAnchor): ReferenceElement {
  if ('element' in anchor) return anchor.element;
  const { x, y, width = 0, height = 0 } = anchor;
  return { getBoundingClientRect: () => new DOMRect(x, y, width, height) };
}
