import { nodeTitle } from '../../catalog/node-title';
import type { ResolvedNode } from '../../catalog/resolved';
import { cardLines } from '../../diagram/box-path';
import { cardFormOf, detailFont, flowRowPlaces, plainShiftPx, scoreWeightOf } from '../../diagram/card-text';
import type { FigureIndex, FlowRow } from '../../diagram/figures';
import { groupTitleOf } from '../../diagram/group-look';
import type { Sketch } from '../../diagram/hand-drawn';
import { type OverlayCard, overlayWords } from '../../diagram/overlay-ids';
import type { Palette } from '../../diagram/palette';
import { card } from '../../layout/geometry';
import { fitText, widthOf } from '../../layout/text';
import { noFigure } from '../../math/format';
import { inLanguage } from '../../math/format-message';
import { english, type Language } from '../../math/language';
import type { Box, Group } from '../../model/schema';
import { bar, figuresRow } from './card-figures';
import { heading, plainBox } from './card-heading';
import { groundOf, letteringOf, overlayLines } from './overlay';
import { textLine } from './text';
import { element } from './xml';

const small = detailFont;
const chipSize = {
  size: 11.5,
  weight: 500,
  gap: 4,
  height: 19.6,
  padding: 8,
  right: card.width - 9,
  room: card.width - 41,
} as const;
const rowColors = { met: 'ok', missed: 'error', overloaded: 'error', plain: 'muted' } as const;

/** A card that is drawn by hand. */
interface SketchedCard {
  readonly id: string;
  readonly sketch: Sketch;
}

/** A panel with a hairline ring, a soft shadow and the layer's colour along its rounded left side. */
function panel(
  height: number,
  hue: string,
  saturated: boolean,
  palette: Palette,
  draw: SketchedCard | null,
  overlay: OverlayCard | null,
): string {
  const fill = groundOf(overlay, palette);
  const { width, radius, edgeWidth } = card;
  const inner = radius - edgeWidth;
  const edge =
    `M${radius} 0a${radius} ${radius} 0 0 0 -${radius} ${radius}V${height - radius}` +
    `a${radius} ${radius} 0 0 0 ${radius} ${radius}a${inner} ${radius} 0 0 1 -${inner} -${radius}V${radius}` +
    `a${inner} ${radius} 0 0 1 ${inner} -${radius}z`;
  const shadow = { fill: palette.shadow, 'fill-opacity': palette.shadowOpacity };
  const ring = { x: 0.5, y: 0.5, width: width - 1, height: height - 1, rx: radius - 0.5 };
  if (draw !== null) {
    const { outline, edge: layer } = cardLines(width, height);
    const line = { fill: 'none', 'stroke-linecap': 'round' };
    const stroke = saturated ? palette.error : palette.inputBorder;
    return (
      element('rect', { ...ring, fill }) +
      element('path', { d: draw.sketch(outline, draw.id), ...line, stroke, 'stroke-width': 1.1 }) +
      element('path', { d: draw.sketch(layer, `${draw.id} edge`), ...line, stroke: hue, 'stroke-width': 2.6 })
    );
  }
  return (
    element('rect', { y: 1.5, width, height, rx: radius, ...shadow }) +
    element('rect', { ...ring, fill, stroke: saturated ? palette.error : palette.line }) +
    element('path', { d: edge, fill: hue })
  );
}

/** One flow of a source: name, read or write, rate, p99 against its target. */
function flowLine(row: FlowRow, y: number, palette: Palette, showFigures: boolean): string {
  const { size } = small;
  const places = flowRowPlaces(row, showFigures);
  const end = { size, anchor: 'end', tabular: true } as const;
  const rate = showFigures ? row.rps : '';
  const figure = showFigures ? row.figure || noFigure : '';
  return (
    textLine(places.name, card.padding, y, { size, weight: 600, fill: palette.text }) +
    textLine(places.kindLeft === null ? '' : row.kindWord, places.kindLeft ?? 0, y, {
      ...small,
      fill: palette.muted,
    }) +
    textLine(rate, places.rateRight, y, { ...end, weight: 600, fill: palette.text }) +
    textLine(figure, places.figureRight, y, {
      ...end,
      weight: scoreWeightOf(row),
      fill: palette[rowColors[row.state]],
    })
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

/** How a card is drawn. */
interface CardOptions {
  readonly showFigures: boolean;
  readonly opacity?: number;
  readonly language?: Language;
  readonly sketch?: Sketch | null;
  /** What it says in place of its load, null for nothing; left out where cards show their load. */
  readonly overlay?: OverlayCard | null;
}

/** One card, as the canvas draws it, with its upper left at the box's. */
export function svgCard(
  node: ResolvedNode,
  box: Box,
  index: FigureIndex,
  palette: Palette,
  options: CardOptions,
): string {
  const figures = index.card(node.id);
  if (figures === null) return '';
  const { language = english } = options;
  const title = nodeTitle(node, language);
  const rows = index.flowRows(node.id);
  const ownForm = cardFormOf(node, figures, options.showFigures);
  const form = options.overlay !== undefined && ownForm === 'figures' ? 'plain' : ownForm;
  // A box of no kind has no place for a figure.
  const overlay = form === 'box' ? null : (options.overlay ?? null);
  const letters = letteringOf(overlay, palette);
  const top = card.tileTop + (form === 'plain' && overlay === null ? plainShiftPx : 0);
  const saturated = options.showFigures && figures.state === 'saturated';
  const waits = options.showFigures ? index.waitsOn(node.id) : null;
  const parts = [
    panel(
      box.height,
      palette.layers[node.layer].hue,
      saturated,
      palette,
      options.sketch == null ? null : { id: node.id, sketch: options.sketch },
      overlay,
    ),
    form === 'box'
      ? plainBox(title, figures.detail, palette)
      : heading(
          { name: node.kind.icon, ...palette.layers[node.layer] },
          title,
          form === 'source' && overlay !== null ? overlayWords(overlay) : figures.detail,
          top,
          letters,
        ),
    form === 'source' ? flowLines(rows, letters, options.showFigures) : '',
    form === 'plain' && overlay !== null ? overlayLines(overlay, letters) : '',
    form === 'figures' ? figuresRow(figures, palette) + bar(figures, palette) : '',
    chipsRow(
      [
        ...(options.showFigures && figures.bottleneck && !saturated
          ? [{ text: inLanguage(language, 'bottleneck'), fill: palette.text, stroke: palette.inputBorder }]
          : []),
        ...(waits?.direct === true
          ? [
              {
                text: inLanguage(language, 'waits on {name}', { name: waits.name }),
                fill: palette.error,
                stroke: palette.error,
              },
            ]
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

/** How far the second sheet stands out below a collapsed group's card, px. */
const sheetPx = 4;

/** The card of a collapsed group, on a second sheet. */
export function svgCollapsedGroup(
  group: Group,
  box: Box,
  index: FigureIndex,
  palette: Palette,
  options: CardOptions,
): string {
  const figures = index.card(group.id);
  if (figures === null) return '';
  const { language = english, showFigures } = options;
  const { overlay = null } = options;
  const letters = letteringOf(overlay, palette);
  const withFigures =
    showFigures && options.overlay === undefined && (figures.rps !== null || figures.percent !== null);
  const top = card.tileTop + (withFigures || overlay !== null ? 0 : plainShiftPx);
  const missed = figures.missedTargets ?? 0;
  const chips = [
    ...(showFigures && figures.bottleneck && figures.state !== 'saturated'
      ? [{ text: inLanguage(language, 'bottleneck'), fill: palette.text, stroke: palette.inputBorder }]
      : []),
    ...(showFigures && missed > 0
      ? [
          {
            text: inLanguage(language, '{count, plural, one {# target missed} other {# targets missed}}', {
              count: { count: missed },
            }),
            fill: palette.error,
            stroke: palette.error,
          },
        ]
      : []),
  ];
  const mark = { name: 'frame', hue: palette.muted, tile: palette.track };
  const sheet = {
    x: sheetPx + 0.5,
    y: sheetPx + 0.5,
    width: box.width - 1,
    height: box.height - 1,
    rx: card.radius,
  };
  const parts = [
    element('rect', { ...sheet, fill: palette.panel, stroke: palette.line }),
    panel(
      box.height,
      palette.muted,
      showFigures && figures.state === 'saturated',
      palette,
      options.sketch == null ? null : { id: group.id, sketch: options.sketch },
      overlay,
    ),
    heading(mark, groupTitleOf(group, language), figures.detail, top, letters),
    overlay === null ? '' : overlayLines(overlay, letters),
    withFigures ? figuresRow(figures, palette) + bar(figures, palette) : '',
    chipsRow(chips, palette),
  ];
  return element(
    'g',
    { transform: `translate(${box.x} ${box.y})`, opacity: options.opacity },
    parts.join(''),
  );
}
