import type { ResolvedNode } from '../../catalog/resolved';
import { detailFont, fitDetail, fitName, isPlainCard, nameFont, plainShiftPx } from '../../diagram/card-text';
import type { CardFigures, FigureIndex, FlowRow } from '../../diagram/figures';
import { markOf } from '../../diagram/marks';
import type { Palette } from '../../diagram/palette';
import { card } from '../../layout/geometry';
import { fitText, type Weight, widthOf } from '../../layout/text';
import { noFigure } from '../../math/format';
import type { Box } from '../../model/schema';
import { textLine } from './text';
import { element } from './xml';

const number: { readonly size: number; readonly weight: Weight } = { size: 13, weight: 600 };
const small: { readonly size: number; readonly weight: Weight } = { size: 11.5, weight: 400 };
/** Between two words of the small text. */
const space = widthOf(' ', small.size, small.weight);
/** Minimum visible length of a bar under load. */
const leastFillPx = 2;
/** Minimum width of a flow's name. */
const leastNamePx = 26;
const chipSize = { size: 11, weight: 500, gap: 4, height: 19.6, padding: 8, right: 201, room: 169 } as const;
const barColors = { healthy: 'bar', near: 'warningFill', saturated: 'error', unmodelled: 'bar' } as const;
const percentColors = { healthy: 'muted', near: 'warning', saturated: 'error', unmodelled: 'muted' } as const;
const rowColors = { met: 'ok', missed: 'error', overloaded: 'error', plain: 'muted' } as const;

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

/** A panel with a hairline ring, a soft shadow and the layer's colour along its rounded left side. */
function panel(height: number, hue: string, saturated: boolean, palette: Palette): string {
  const { width, radius, edgeWidth } = card;
  const inner = radius - edgeWidth;
  const edge =
    `M${radius} 0a${radius} ${radius} 0 0 0 -${radius} ${radius}V${height - radius}` +
    `a${radius} ${radius} 0 0 0 ${radius} ${radius}a${inner} ${radius} 0 0 1 -${inner} -${radius}V${radius}` +
    `a${inner} ${radius} 0 0 1 ${inner} -${radius}z`;
  const shadow = { fill: palette.shadow, 'fill-opacity': palette.shadowOpacity };
  const ring = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: radius - 0.5 };
  return (
    element('rect', { y: 1.5, width, height, rx: radius, ...shadow }) +
    element('rect', { ...ring, fill: palette.panel, stroke: saturated ? palette.error : palette.line }) +
    element('path', { d: edge, fill: hue })
  );
}

function icon(name: string, top: number, node: ResolvedNode, palette: Palette): string {
  const { hue, tile } = palette.layers[node.layer];
  const { tileLeft, tile: side, tileRadius: rx, icon: size } = card;
  const inset = (side - size) / 2;
  const lines = markOf(name)
    .map(([tag, attributes]) => element(tag, attributes))
    .join('');
  const drawing = {
    transform: `translate(${tileLeft + inset} ${top + inset}) scale(${size / 24})`,
    fill: 'none',
    color: hue,
    stroke: hue,
    'stroke-width': 2.1,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return (
    element('rect', { x: tileLeft, y: top, width: side, height: side, rx, fill: tile }) +
    element('g', drawing, lines)
  );
}

function heading(node: ResolvedNode, detail: string, top: number, palette: Palette): string {
  const { textLeft, tileTop, nameBaseline, technologyBaseline } = card;
  const shift = top - tileTop;
  return (
    icon(node.kind.icon, top, node, palette) +
    textLine(fitName(node.name), textLeft, nameBaseline + shift, { ...nameFont, fill: palette.text }) +
    textLine(fitDetail(detail), textLeft, technologyBaseline + shift, { ...detailFont, fill: palette.muted })
  );
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

/** Pieces of text one after the other, each with the gap before it; those that do not fit are left out. */
function run(pieces: readonly Piece[]): string {
  let x: number = card.padding;
  let drawn = '';
  for (const piece of pieces) {
    const { size, weight } = piece.strong ? number : small;
    const end = x + widthOfPiece(piece);
    if (end > card.figuresRight + 3) break;
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

/** Calls a second, then p99 with its target; where both do not fit, the first gives its unit. */
function figuresRow(figures: CardFigures, palette: Palette): string {
  const { rps, rpsUnit, p99, target } = figures;
  const { text: fill, muted } = palette;
  const calls = rps === null ? [] : [{ text: rps, gap: 0, strong: true, fill }];
  const unit = rps === null ? [] : [{ text: rpsUnit, gap: space, strong: false, fill: muted }];
  const aim = { gap: space, strong: false, fill: target?.met === true ? palette.ok : palette.error };
  const latency =
    p99 === null
      ? []
      : [
          { text: p99, gap: rps === null ? 0 : 14, strong: true, fill },
          { text: 'p99', gap: space, strong: false, fill: muted },
          ...(target === null ? [] : [{ text: target.text, ...aim }]),
        ];
  const all = [...calls, ...unit, ...latency];
  const width = all.reduce((sum, piece) => sum + widthOfPiece(piece), 0);
  const fits = latency.length === 0 || card.padding + width <= card.figuresRight;
  return run(fits ? all : [...calls, ...latency]);
}

function bar(figures: CardFigures, palette: Palette): string {
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

/** One flow of a source: name, read or write, rate, p99 against its target. Where room is short, only the name is cut. */
function flowLine(row: FlowRow, y: number, palette: Palette, showFigures: boolean): string {
  const { size } = small;
  const isBroken = row.state === 'missed' || row.state === 'overloaded';
  const figure = showFigures ? row.figure || noFigure : '';
  const rate = showFigures ? row.rps : '';
  const figureWeight = isBroken ? 600 : 550;
  const kindStyle = { size: 11, weight: 400, fill: palette.muted } as const;
  const cell = (text: string, weight: Weight, least: number) =>
    showFigures ? Math.max(least, widthOf(text, size, weight) + 4) + 1 : 0;
  const figureRight = card.flowsRight - 2;
  const rateRight = figureRight - cell(figure, figureWeight, 34);
  const nameRoom =
    rateRight -
    cell(rate, 600, 24) -
    widthOf(row.kindWord, kindStyle.size, kindStyle.weight) -
    3 -
    card.padding;
  const name = fitText(row.name, Math.max(leastNamePx, nameRoom), size, 600);
  const nameWidth = name === row.name ? widthOf(name, size, 600) : nameRoom;
  const kindLeft = card.padding + Math.max(leastNamePx, nameWidth) + 4;
  const end = { size, anchor: 'end', tabular: true } as const;
  return (
    textLine(name, card.padding, y, { size, weight: 600, fill: palette.text }) +
    textLine(row.kindWord, kindLeft, y, kindStyle) +
    textLine(rate, rateRight, y, { ...end, weight: 600, fill: palette.text }) +
    textLine(figure, figureRight, y, { ...end, weight: figureWeight, fill: palette[rowColors[row.state]] })
  );
}

function flowLines(rows: readonly FlowRow[], palette: Palette, showFigures: boolean): string {
  return rows
    .map((row, index) => flowLine(row, card.flowBaseline + index * card.flowPitch, palette, showFigures))
    .join('');
}

interface Chip {
  readonly text: string;
  readonly fill: string;
  readonly stroke: string;
}

/** Words on the card's upper line, the last of them at the right: 'bottleneck', 'waits on Links'. */
function chipsRow(chips: readonly Chip[], palette: Palette): string {
  const { size, weight, gap, height, padding, right: end, room } = chipSize;
  const share = (room - gap * (chips.length - 1)) / Math.max(1, chips.length);
  let right: number = end;
  return chips
    .toReversed()
    .map(({ text, fill, stroke }) => {
      const fitted = fitText(text, share - 2 * padding, size, weight);
      const width = widthOf(fitted, size, weight) + 2 * padding;
      const x = right - width;
      right = x - gap;
      const plate = { x: x + 0.5, y: 1.5 - height / 2, width: width - 1, height: height - 1, rx: height / 2 };
      return (
        element('rect', { ...plate, fill: palette.panel, stroke }) +
        textLine(fitted, x + width / 2, 4.2, { size, weight, fill, anchor: 'middle' })
      );
    })
    .join('');
}

/** One card, as the canvas draws it, with its upper left at the box's. */
export function svgCard(
  node: ResolvedNode,
  box: Box,
  index: FigureIndex,
  palette: Palette,
  options: { readonly showFigures: boolean; readonly opacity?: number },
): string {
  const figures = index.card(node.id);
  if (figures === null) return '';
  const rows = index.flowRows(node.id);
  const isSource = node.behaviour === 'source';
  const isPlain = !isSource && isPlainCard(figures, options.showFigures);
  const top = card.tileTop + (isPlain ? plainShiftPx : 0);
  const saturated = options.showFigures && figures.state === 'saturated';
  const waits = options.showFigures ? index.waitsOn(node.id) : null;
  const parts = [
    panel(box.height, palette.layers[node.layer].hue, saturated, palette),
    heading(node, figures.detail, top, palette),
    isSource ? flowLines(rows, palette, options.showFigures) : '',
    isPlain || isSource ? '' : figuresRow(figures, palette) + bar(figures, palette),
    chipsRow(
      [
        ...(options.showFigures && figures.bottleneck && !saturated
          ? [{ text: 'bottleneck', fill: palette.text, stroke: palette.inputBorder }]
          : []),
        ...(waits?.direct === true
          ? [{ text: `waits on ${waits.name}`, fill: palette.error, stroke: palette.error }]
          : []),
      ],
      palette,
    ),
  ];
  return element(
    'g',
    { transform: `translate(${box.x} ${box.y})`, opacity: options.opacity },
    parts.join(''),
  );
}
