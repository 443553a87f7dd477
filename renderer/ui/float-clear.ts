import { computePosition, offset, type Placement, shift } from '@floating-ui/dom';

/** A box of the window, px. */
export interface WindowBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ClearOptions {
  /** The sides of the anchor to stand at, the wanted one first. */
  readonly placements: readonly Placement[];
  readonly gapPx: number;
  /** The area that the sheet stays inside. */
  readonly within: WindowBox;
  /** What it covers as little of as it can; the anchor is one of them. */
  readonly avoiding: readonly WindowBox[];
}

/** The area that two boxes share, px². */
export function sharedArea(a: WindowBox, b: WindowBox): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The box moved off each of what it covers, to any side of it, where it is still inside the area. */
function besideEach(
  box: WindowBox,
  avoiding: readonly WindowBox[],
  gapPx: number,
  within: WindowBox,
): readonly WindowBox[] {
  return avoiding
    .filter((other) => sharedArea(box, other) > 0)
    .flatMap((other) => [
      { ...box, y: other.y - gapPx - box.height },
      { ...box, y: other.y + other.height + gapPx },
      { ...box, x: other.x - gapPx - box.width },
      { ...box, x: other.x + other.width + gapPx },
    ])
    .filter(
      ({ x, y, width, height }) =>
        x >= within.x &&
        y >= within.y &&
        x + width <= within.x + within.width &&
        y + height <= within.y + within.height,
    );
}

/** Further off its anchor a sheet is tried in so many steps, each of them so long. */
const stepsOff = [0, 1, 2, 3];
const stepPx = 48;

const latest = new WeakMap<HTMLElement, object>();

/**
 * Places a positioned sheet beside its anchor where it covers nothing, and whole inside an area: at the first of the placements
 * that is free, else farther off, else where it covers least. Sets `left` and `top`, before the next frame.
 */
export async function placeClear(
  sheet: HTMLElement,
  anchor: WindowBox,
  { placements, gapPx, within, avoiding }: ClearOptions,
): Promise<void> {
  const run = {};
  latest.set(sheet, run);
  const reference = {
    getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, anchor.width, anchor.height),
  };
  const base = sheet.offsetParent?.getBoundingClientRect() ?? { x: 0, y: 0 };
  const size = { width: sheet.offsetWidth, height: sheet.offsetHeight };
  let best: { readonly x: number; readonly y: number; readonly covered: number } | null = null;
  for (const step of stepsOff)
    for (const placement of placements) {
      if (best?.covered === 0) break;
      const { x, y } = await computePosition(reference, sheet, {
        placement,
        strategy: 'absolute',
        middleware: [offset(gapPx + step * stepPx), shift({ boundary: within, crossAxis: true })],
      });
      const box = { x: base.x + x, y: base.y + y, ...size };
      for (const tried of [box, ...besideEach(box, avoiding, gapPx, within)]) {
        const covered = avoiding.reduce((sum, other) => sum + sharedArea(tried, other), 0);
        if (best === null || covered < best.covered)
          best = { x: tried.x - base.x, y: tried.y - base.y, covered };
      }
    }
  if (best === null || latest.get(sheet) !== run) return;
  sheet.style.left = `${best.x}px`;
  sheet.style.top = `${best.y}px`;
}
