import { computePosition, offset, type Placement, shift } from '@floating-ui/dom';

/** A box of the window, px. */
export interface WindowBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ClearOptions {
  /** The sides of the anchor to be at, the wanted one first. */
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

/** What a box may be outside of its area by: sums of fractions of a pixel are not exact. */
const slackPx = 0.5;

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
        x >= within.x - slackPx &&
        y >= within.y - slackPx &&
        x + width <= within.x + within.width + slackPx &&
        y + height <= within.y + within.height + slackPx,
    );
}

/** How far two boxes are apart, px; 0 where they touch. */
function gapBetween(a: WindowBox, b: WindowBox): number {
  const across = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const down = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(across, down);
}

interface Area {
  readonly anchor: WindowBox;
  readonly avoiding: readonly WindowBox[];
  readonly gapPx: number;
  readonly within: WindowBox;
}

/**
 * The best place that a sheet has at or beside a box: where it covers least, and of those the nearest to its anchor. What is moved
 * off one card may cover the next, so it is moved twice; never so far that one no longer sees what it belongs to.
 */
export function clearestNear(box: WindowBox, { anchor, avoiding, gapPx, within }: Area): ClearPlace {
  // An anchor out of view is far away wherever the sheet stands.
  const away = gapBetween(box, anchor);
  const most = away > farthestPx + gapPx ? away + farthestPx : farthestPx;
  const besides = (of: WindowBox): readonly WindowBox[] =>
    besideEach(of, avoiding, gapPx, within).filter((moved) => gapBetween(moved, anchor) <= most);
  const once = besides(box);
  const places = [box, ...once, ...once.flatMap(besides)].map((place) => ({
    ...place,
    covered: avoiding.reduce((sum, other) => sum + sharedArea(place, other), 0),
    away: gapBetween(place, anchor),
  }));
  return places.reduce((best, place) => (isBetter(place, best) ? place : best));
}

interface ClearPlace extends WindowBox {
  /** The area of other things that it covers, px². */
  readonly covered: number;
  /** How far it is from its anchor, px. */
  readonly away: number;
}

const isBetter = (a: ClearPlace, b: ClearPlace): boolean =>
  a.covered === b.covered ? a.away < b.away : a.covered < b.covered;

/** Further off its anchor a sheet is tried in so many steps, each of them so long. */
const stepsOff = [0, 1, 2, 3];
const stepPx = 48;
/** How far off its anchor a sheet still belongs to it for the eye, px. */
const farthestPx = 3 * stepPx;

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
  let best: ClearPlace | null = null;
  for (const step of stepsOff)
    for (const placement of placements) {
      if (best?.covered === 0) break;
      const { x, y } = await computePosition(reference, sheet, {
        placement,
        strategy: 'absolute',
        middleware: [offset(gapPx + step * stepPx), shift({ boundary: within, crossAxis: true })],
      });
      const box = { x: base.x + x, y: base.y + y, ...size };
      const place = clearestNear(box, { anchor, avoiding, gapPx, within });
      if (best === null || place.covered < best.covered) best = place;
    }
  if (best === null || latest.get(sheet) !== run) return;
  sheet.style.left = `${best.x - base.x}px`;
  sheet.style.top = `${best.y - base.y}px`;
}
