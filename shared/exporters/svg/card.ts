import type { ResolvedNode } from '../../catalog/resolved';
import type { CardFigures, FigureIndex, FlowRow } from '../../diagram/figures';
import { markOf } from '../../diagram/marks';
import type { Palette } from '../../diagram/palette';
import { card } from '../../layout/geometry';
import { fitText, type Weight, widthOf } from '../../layout/text';
import type { Box } from '../../model/schema';
import { textLine } from './text';
import { element } from './xml';

const right = card.width - 12;
const number: { readonly size: number; readonly weight: Weight } = { size: 12.5, weight: 600 };
const small: { readonly size: number; readonly weight: Weight } = { size: 11.5, weight: 400 };
const barColors = { healthy: 'bar', near: 'warningFill', saturated: 'error', unmodelled: 'bar' } as const;
const percentColors = { healthy: 'muted', near: 'warning', saturated: 'error', unmodelled: 'muted' } as const;
const rowColors = { met: 'ok', missed: 'error', overloaded: 'error', plain: 'muted' } as const;

/** Id of the pattern that fills the bar of a saturated node; defined once in a picture. */
export const hatchId = 'loadline-saturated';

/** The stripes of `hatchId`. */
export function hatch(palette: Palette): string {
  const stripes =
    element('rect', { width: 6, height: 6, fill: palette.error, 'fill-opacity': 0.45 }) +
    element('rect', { width: 3, height: 6, fill: palette.error });
  const attributes = { id: hatchId, width: 6, height: 6, patternUnits: 'userSpaceOnUse' };
  return element('pattern', { ...attributes, patternTransform: 'rotate(45)' }, stripes);
}

/** A panel with a hairline ring, a soft shadow and the layer's colour at its left edge. */
function panel(height: number, hue: string, saturated: boolean, palette: Palette): string {
  const { width, radius, edgeWidth } = card;
  const corner = edgeWidth;
  const outline =
    `M${corner} 0H${width - radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}V${height - radius}` +
    `a${radius} ${radius} 0 0 1 -${radius} ${radius}H${corner}a${corner} ${corner} 0 0 1 -${corner} -${corner}V${corner}` +
    `a${corner} ${corner} 0 0 1 ${corner} -${corner}z`;
  const edge =
    `M${corner} 0v${height}a${corner} ${corner} 0 0 1 -${corner} -${corner}V${corner}` +
    `a${corner} ${corner} 0 0 1 ${corner} -${corner}z`;
  const shadow = { fill: palette.shadow, 'fill-opacity': palette.shadowOpacity };
  return (
    element('path', { d: outline, ...shadow, transform: 'translate(0 1.5)' }) +
    element('path', {
      d: outline,
      fill: palette.panel,
      stroke: saturated ? palette.error : palette.line,
      'stroke-width': saturated ? 1.5 : 1,
    }) +
    element('path', { d: edge, fill: hue })
  );
}

function icon(name: string, top: number, node: ResolvedNode, palette: Palette): string {
  const { hue, tile } = palette.layers[node.layer];
  const { padding, tile: side, tileRadius: rx, icon: size } = card;
  const inset = (side - size) / 2;
  const lines = markOf(name)
    .map(([tag, attributes]) => element(tag, attributes))
    .join('');
  const drawing = {
    transform: `translate(${padding + inset} ${top + inset}) scale(${size / 24})`,
    fill: 'none',
    color: hue,
    stroke: hue,
    'stroke-width': 2.1,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return (
    element('rect', { x: padding, y: top, width: side, height: side, rx, fill: tile }) +
    element('g', drawing, lines)
  );
}

function heading(node: ResolvedNode, detail: string, top: number, palette: Palette): string {
  const { textLeft, tileTop, nameBaseline, technologyBaseline } = card;
  const room = right - textLeft;
  const shift = top - tileTop;
  const name = fitText(node.name, room, 13.5, 600);
  const line = fitText(detail, room, small.size, small.weight);
  return (
    icon(node.kind.icon, top, node, palette) +
    textLine(name, textLeft, nameBaseline + shift, { size: 13.5, weight: 600, fill: palette.text }) +
    textLine(line, textLeft, technologyBaseline + shift, { ...small, fill: palette.muted })
  );
}

/** Pieces of text one after the other, each with the gap before it; those that no longer fit are left out. */
function run(
  pieces: readonly {
    readonly text: string;
    readonly gap: number;
    readonly strong: boolean;
    readonly fill: string;
  }[],
): string {
  let x: number = card.padding;
  let drawn = '';
  for (const { text, gap, strong, fill } of pieces) {
    const { size, weight } = strong ? number : small;
    const start = x + gap;
    const end = start + widthOf(text, size, weight);
    if (end > right + 3) break;
    drawn += textLine(text, start, card.figuresBaseline, { size, weight, fill, tabular: true });
    x = end;
  }
  return drawn;
}

function figuresRow(figures: CardFigures, palette: Palette): string {
  const { rps, rpsUnit, p99, target } = figures;
  const p99Fill = figures.state === 'saturated' ? palette.error : palette.text;
  return run([
    ...(rps === null
      ? []
      : [
          { text: rps, gap: 0, strong: true, fill: palette.text },
          { text: rpsUnit, gap: 3, strong: false, fill: palette.muted },
        ]),
    ...(p99 === null
      ? []
      : [
          { text: p99, gap: rps === null ? 0 : 13, strong: true, fill: p99Fill },
          { text: 'p99', gap: 3, strong: false, fill: palette.muted },
        ]),
    ...(target === null
      ? []
      : [{ text: target.text, gap: 5, strong: false, fill: target.met ? palette.ok : palette.error }]),
  ]);
}

function bar(figures: CardFigures, palette: Palette): string {
  const { padding: x, barTop: y, barWidth, barHeight: height, percentBaseline } = card;
  const { utilization, planned, percent, state } = figures;
  if (utilization === null || percent === null) return '';
  const rx = height / 2;
  const percentStyle = { size: small.size, weight: state === 'healthy' ? 400 : 600 } as const;
  const room = right - x - widthOf(percent, percentStyle.size, percentStyle.weight) - 8;
  const width = Math.min(barWidth, room);
  const fill = state === 'saturated' ? `url(#${hatchId})` : palette[barColors[state]];
  const filled = Math.max(utilization > 0 ? 1.5 : 0, Math.min(1, utilization) * width);
  const tick = planned === null ? null : x + planned * width;
  const track = element('rect', { x, y, width, height, rx, fill: palette.track });
  const part = element('rect', { x, y, width: filled, height, rx: Math.min(rx, filled / 2), fill });
  const line =
    tick === null
      ? ''
      : element('path', { d: `M${tick} ${y - 2.5}v9`, stroke: palette.text, 'stroke-width': 1 });
  const text = textLine(percent, right, percentBaseline, {
    ...percentStyle,
    fill: palette[percentColors[state]],
    anchor: 'end',
    tabular: true,
  });
  return track + (filled > 0 ? part : '') + line + text;
}

interface RowColumns {
  readonly size: number;
  readonly saysKind: boolean;
  readonly rpsRight: number;
  readonly nameRoom: number;
}

/** Where the columns of a source's rows stand at this font size, and whether read and write have room in all of them. */
function rowColumns(rows: readonly FlowRow[], size: number, showFigures: boolean): RowColumns {
  const widest = (weight: Weight, textOf: (row: FlowRow) => string) =>
    showFigures ? Math.max(0, ...rows.map((row) => widthOf(textOf(row), size, weight))) : 0;
  const figureWidth = widest(500, (row) => row.figure);
  const rpsRight = right - (figureWidth === 0 ? 0 : figureWidth + 8);
  const nameRoom = rpsRight - card.padding - widest(550, (row) => row.rps) - 5;
  const saysKind = rows.every(
    (row) => widthOf(row.name, size, 550) + 4 + widthOf(row.kind, size, 400) <= nameRoom,
  );
  return { size, saysKind, rpsRight, nameRoom };
}

/** A source's flows, a row each: a little smaller where that makes room for read and write, else without them. */
function flowLines(rows: readonly FlowRow[], palette: Palette, showFigures: boolean): string {
  const usual = rowColumns(rows, 11.5, showFigures);
  const dense = rowColumns(rows, 11, showFigures);
  const { size, saysKind, rpsRight, nameRoom } = usual.saysKind || !dense.saysKind ? usual : dense;
  const figure = { size, anchor: 'end', tabular: true } as const;
  return rows
    .map((row, index) => {
      const y = card.flowBaseline + index * card.flowPitch;
      const name = fitText(row.name, nameRoom, size, 550);
      const kindLeft = card.padding + widthOf(name, size, 550) + 4;
      const fill = palette[rowColors[row.state]];
      return (
        textLine(name, card.padding, y, { size, weight: 550, fill: palette.text }) +
        textLine(saysKind ? row.kind : '', kindLeft, y, { size, weight: 400, fill: palette.faint }) +
        textLine(showFigures ? row.rps : '', rpsRight, y, { ...figure, weight: 550, fill: palette.text }) +
        textLine(showFigures ? row.figure : '', right, y, { ...figure, weight: 500, fill })
      );
    })
    .join('');
}

/** A word on the card's upper line: 'bottleneck', 'waits on Links'. */
function chip(text: string, fill: string, stroke: string, palette: Palette): string {
  const fitted = fitText(text, card.width - 60, 11, 500);
  const width = widthOf(fitted, 11, 500) + 16;
  const x = card.width - 12 - width;
  return (
    element('rect', { x, y: -9, width, height: 18, rx: 9, fill: palette.panel, stroke }) +
    textLine(fitted, x + width / 2, 3.9, { size: 11, weight: 500, fill, anchor: 'middle' })
  );
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
  const isPlain = !isSource && (!options.showFigures || (figures.rps === null && figures.percent === null));
  const top = isPlain || (isSource && rows.length === 0) ? (box.height - card.tile) / 2 : card.tileTop;
  const saturated = options.showFigures && figures.state === 'saturated';
  const waits = options.showFigures ? index.waitsOn(node.id) : null;
  const parts = [
    panel(box.height, palette.layers[node.layer].hue, saturated, palette),
    heading(node, figures.detail, top, palette),
    isSource ? flowLines(rows, palette, options.showFigures) : '',
    isPlain || isSource ? '' : figuresRow(figures, palette) + bar(figures, palette),
    waits?.direct === true && !isSource
      ? chip(`waits on ${waits.name}`, palette.error, palette.error, palette)
      : '',
    options.showFigures && figures.bottleneck && !saturated
      ? chip('bottleneck', palette.muted, palette.inputBorder, palette)
      : '',
  ];
  return element(
    'g',
    { transform: `translate(${box.x} ${box.y})`, opacity: options.opacity },
    parts.join(''),
  );
}
