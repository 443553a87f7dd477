import { detailFont, figureGapPx, figureLineFit, numberFont } from '../../diagram/card-text';
import type { CardFigures } from '../../diagram/figures';
import type { Palette } from '../../diagram/palette';
import { card } from '../../layout/geometry';
import { widthOf } from '../../layout/text';
import { textLine } from './text';
import { element } from './xml';

const number = numberFont;
const small = detailFont;
/** Between two words of the small text. */
const space = widthOf(' ', small.size, small.weight);
/** Minimum visible length of a bar under load. */
const leastFillPx = 2;
const barColors = { healthy: 'bar', near: 'warningFill', saturated: 'error', unmodelled: 'bar' } as const;
const percentColors = { healthy: 'muted', near: 'warning', saturated: 'error', unmodelled: 'muted' } as const;

/** Id of the pattern that fills the bar of a saturated node; defined once in a picture. */
export const hatchId = 'loadline-saturated';

/** The stripes of `hatchId`. */
export function hatch(palette: Palette): string {
  const [width, height] = [7, 7];
  const stripes =
    element('rect', { width, height, fill: palette.panel }) +
    element('rect', { width, height, fill: palette.error, 'fill-opacity': 0.35 }) +
    element('rect', { width: 4, height, fill: palette.error });
  const attributes = { id: hatchId, width, height, patternUnits: 'userSpaceOnUse' };
  return element('pattern', { ...attributes, patternTransform: 'rotate(35)' }, stripes);
}

interface Piece {
  readonly text: string;
  readonly gap: number;
  readonly strong: boolean;
  readonly fill: string;
}

const widthOfPiece = ({ text, gap, strong }: Piece): number => {
  const { size, weight } = strong ? number : small;
  return gap + widthOf(text, size, weight);
};

/** Pieces of text one after the other, each with the gap before it. */
function run(pieces: readonly Piece[]): string {
  let x: number = card.padding;
  let drawn = '';
  for (const piece of pieces) {
    const { size, weight } = piece.strong ? number : small;
    const end = x + widthOfPiece(piece);
    drawn += textLine(piece.text, x + piece.gap, card.figuresBaseline, {
      size,
      weight,
      fill: piece.fill,
      tabular: true,
    });
    x = end;
  }
  return drawn;
}

/** Calls a second, then p99 with its target, as far as there is room. */
export function figuresRow(figures: CardFigures, palette: Palette): string {
  const { rps, rpsUnit, p99, target } = figures;
  const { text: fill, muted } = palette;
  const { withUnit, withTarget } = figureLineFit(figures);
  const missed = target?.met === false;
  const pieces: Piece[] = [];
  if (rps !== null) {
    pieces.push({ text: rps, gap: 0, strong: true, fill });
    if (withUnit) pieces.push({ text: rpsUnit, gap: space, strong: false, fill: muted });
  }
  if (p99 !== null) {
    const gap = rps === null ? 0 : figureGapPx;
    pieces.push({ text: p99, gap, strong: true, fill: missed ? palette.error : fill });
    pieces.push({ text: 'p99', gap: space, strong: false, fill: muted });
    if (target !== null && withTarget)
      pieces.push({
        text: target.text,
        gap: space,
        strong: false,
        fill: missed ? palette.error : palette.ok,
      });
  }
  return run(pieces);
}

/** How full it is, with a tick at the planned limit, and the percentage. */
export function bar(figures: CardFigures, palette: Palette): string {
  const { padding: x, barTop: y, barRight, barHeight: height, percentWidth, percentBaseline } = card;
  const { utilization, planned, percent, state } = figures;
  if (utilization === null || percent === null) return '';
  const rx = height / 2;
  const percentStyle = { size: small.size, weight: state === 'healthy' ? 400 : 600 } as const;
  const figure = Math.max(percentWidth, widthOf(percent, percentStyle.size, percentStyle.weight));
  const width = barRight - x - figure - 8;
  const fill = state === 'saturated' ? `url(#${hatchId})` : palette[barColors[state]];
  const share = state === 'saturated' ? 1 : Math.min(1, utilization);
  const filled = Math.max(utilization > 0 ? leastFillPx : 0, share * width);
  const tick = planned === null ? null : x + Math.min(1, planned) * width;
  const track = element('rect', { x, y, width, height, rx, fill: palette.track });
  const part = element('rect', { x, y, width: filled, height, rx: Math.min(rx, filled / 2), fill });
  const line =
    tick === null ? '' : element('rect', { x: tick, y: y - 2.5, width: 1, height: 9, fill: palette.muted });
  const text = textLine(percent, barRight, percentBaseline, {
    ...percentStyle,
    fill: palette[percentColors[state]],
    anchor: 'end',
    tabular: true,
  });
  return track + (filled > 0 ? part : '') + line + text;
}
