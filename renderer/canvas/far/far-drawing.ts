import type { CardState } from '../../../shared/diagram/figures';
import type { RampLevel } from '../../../shared/diagram/overlay-ids';
import type { Palette } from '../../../shared/diagram/palette';
import type { Route } from '../../../shared/diagram/route';
import type { AttachedOf } from '../../../shared/layout/annotations/annotation';
import { grown } from '../../../shared/layout/geometry';
import { fitText } from '../../../shared/layout/text';
import type { Box, Mark } from '../../../shared/model/schema';
import type { LayerId } from '../../../shared/model/vocabulary';
import type { FarDrawing } from '../annotations/annotation';
import { overlayOf } from '../near/overlaid-map';
import { iconGrid, iconPath } from './icon-path';

export interface FarCard {
  readonly id: string;
  readonly box: Box;
  readonly name: string;
  /** null for a collapsed group. */
  readonly layer: LayerId | null;
  /** null for a plain box, whose name is in the middle. */
  readonly icon: string | null;
  readonly state: CardState;
  readonly missed: boolean;
  /** The step of the overlay's ramp that it is coloured by; null for none. */
  readonly level: RampLevel | null;
}

export interface FarMark {
  readonly mark: Mark;
  readonly box: Box;
  readonly drawFar: FarDrawing;
}

export interface FarScene {
  readonly cards: readonly FarCard[];
  readonly groups: readonly { readonly box: Box; readonly title: string }[];
  readonly marks: readonly FarMark[];
  readonly attachedOf: AttachedOf;
  readonly routes: ReadonlyMap<string, Route>;
  readonly selected: ReadonlySet<string>;
  /** The parts that were found; null while nothing is looked for. */
  readonly found: ReadonlySet<string> | null;
  /** Parts that are drawn as always while others are dimmed. */
  readonly beside: ReadonlySet<string>;
}

export interface FarView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** From here on icon and name have room on the cards, one above the other. */
const tileZoom = 0.26;
/** From here on the name has room. */
const namedZoom = 0.2;
/** How much is seen of what was not found. */
const dimmed = 0.3;
const namePx = 11;
const iconPx = 10;
/** Px of the screen that a missed target is marked by. */
const missedPx = { tile: 8, least: 3 } as const;

const lines = new WeakMap<ReadonlyMap<string, Route>, LinesApart>();

interface LinesApart {
  /** The edges that are left out, as one text. */
  readonly apart: string;
  readonly path: Path2D;
}

function addLines(to: Path2D, routes: Iterable<Route>): Path2D {
  for (const { line } of routes)
    line.forEach(({ x, y }, at) => {
      if (at === 0) to.moveTo(x, y);
      else to.lineTo(x, y);
    });
  return to;
}

/**
 * All lines as one path, those of dragged cards as another: stroking it once costs a fraction of stroking each. Their rounded
 * corners cannot be seen from far.
 */
function linesOf(routes: ReadonlyMap<string, Route>): readonly Path2D[] {
  const { base, over } = overlayOf(routes) ?? { base: routes, over: new Map<string, Route>() };
  const apart = [...over.keys()].join(' ');
  let known = lines.get(base);
  if (known?.apart !== apart) {
    const resting =
      over.size === 0 ? base.values() : [...base].flatMap(([id, route]) => (over.has(id) ? [] : [route]));
    known = { apart, path: addLines(new Path2D(), resting) };
    lines.set(base, known);
  }
  return over.size === 0 ? [known.path] : [known.path, addLines(new Path2D(), over.values())];
}

/** The colours of a card: those of its layer, a grey for a collapsed group. */
const huesOf = (
  { layer }: Pick<FarCard, 'layer'>,
  colors: Palette,
): { readonly hue: string; readonly tile: string } =>
  layer === null ? { hue: colors.muted, tile: colors.track } : colors.layers[layer];

function fillOf(card: FarCard, colors: Palette): string {
  if (card.level !== null) return colors.ramp[card.level] ?? colors.panel;
  if (card.state === 'saturated') return colors.error;
  return card.state === 'near' ? colors.warningFill : huesOf(card, colors).tile;
}

/** Draws the whole scene as it is seen from far: groups, lines, cards in their layer's colour, icons and names where they fit. */
export function drawFar(
  context: CanvasRenderingContext2D,
  scene: FarScene,
  view: FarView,
  colors: Palette,
): void {
  const { zoom, pixelRatio } = view;
  const px = 1 / zoom;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  context.setTransform(pixelRatio * zoom, 0, 0, pixelRatio * zoom, pixelRatio * view.x, pixelRatio * view.y);
  const seen: Box = {
    x: -view.x * px,
    y: -view.y * px,
    width: view.width * px,
    height: view.height * px,
  };
  context.lineWidth = px;
  context.strokeStyle = colors.groupLine;
  for (const { box } of scene.groups) context.strokeRect(box.x, box.y, box.width, box.height);
  for (const { mark, box, drawFar } of scene.marks)
    if (meets(grown(box, px), seen))
      drawFar(context, { mark, box, colors, px, attachedOf: scene.attachedOf });
  context.lineWidth = px;
  context.strokeStyle = colors.edge;
  for (const path of linesOf(scene.routes)) context.stroke(path);
  const visible = scene.cards.filter(({ box }) => meets(box, seen));
  const { found, beside } = scene;
  for (const card of visible) {
    context.globalAlpha = found === null || found.has(card.id) || beside.has(card.id) ? 1 : dimmed;
    drawCard(context, card, colors, scene.selected.has(card.id), px);
    if (found?.has(card.id) === true && !scene.selected.has(card.id))
      outline(context, card.box, colors.warningFill, px);
  }
  context.globalAlpha = 1;
  if (zoom >= tileZoom) drawIcons(context, visible, colors, px);
  if (zoom >= namedZoom) drawNames(context, visible, colors, px, zoom >= tileZoom ? iconPx / 2 : 0);
  for (const card of visible) if (card.missed) drawMissed(context, card.box, colors, px);
  drawTitles(context, scene.groups, colors, px);
}

const meets = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function drawCard(
  context: CanvasRenderingContext2D,
  card: FarCard,
  colors: Palette,
  isSelected: boolean,
  px: number,
): void {
  const { x, y, width, height } = card.box;
  context.fillStyle = fillOf(card, colors);
  context.fillRect(x, y, width, height);
  context.fillStyle = huesOf(card, colors).hue;
  context.fillRect(x, y, Math.max(3, 2 * px), height);
  if (card.state === 'saturated' && card.level === null) drawCross(context, card.box, colors, px);
  if (!isSelected) return;
  outline(context, card.box, colors.accent, px);
}

function outline(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Box,
  color: string,
  px: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = 2 * px;
  context.strokeRect(x - px, y - px, width + 2 * px, height + 2 * px);
}

/** Saturation is said by more than its colour. */
function drawCross(context: CanvasRenderingContext2D, box: Box, colors: Palette, px: number): void {
  context.strokeStyle = colors.panel;
  context.lineWidth = 1.5 * px;
  context.beginPath();
  context.moveTo(box.x, box.y);
  context.lineTo(box.x + box.width, box.y + box.height);
  context.moveTo(box.x, box.y + box.height);
  context.lineTo(box.x + box.width, box.y);
  context.stroke();
}

/** A missed target: the red corner that a card has, and as much of an edge as keeps it seen where the card is a dot. */
function drawMissed(context: CanvasRenderingContext2D, box: Box, colors: Palette, px: number): void {
  const right = box.x + box.width;
  const side = Math.max(missedPx.least * px, Math.min(missedPx.tile * px, box.height * 0.6));
  context.strokeStyle = colors.error;
  context.lineWidth = px;
  context.strokeRect(box.x, box.y, box.width, box.height);
  context.fillStyle = colors.error;
  context.beginPath();
  context.moveTo(right - side, box.y);
  context.lineTo(right, box.y);
  context.lineTo(right, box.y + side);
  context.fill();
}

function drawIcons(
  context: CanvasRenderingContext2D,
  cards: readonly FarCard[],
  colors: Palette,
  px: number,
): void {
  const scale = (iconPx * px) / iconGrid;
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const { box, icon, layer, state, level } of cards) {
    const drawn = icon === null ? null : iconPath(icon);
    if (drawn === null) continue;
    const [x, y] = [box.x + (box.width - iconPx * px) / 2, box.y + box.height / 2 - (iconPx + 0.5) * px];
    context.save();
    context.transform(scale, 0, 0, scale, x, y);
    const onLayer = state === 'saturated' ? colors.panel : huesOf({ layer }, colors).hue;
    const color = level === null ? onLayer : colors.text;
    context.strokeStyle = color;
    context.fillStyle = color;
    if (drawn.filled) context.fill(drawn.path);
    else context.stroke(drawn.path);
    context.restore();
  }
  context.lineCap = 'butt';
  context.lineJoin = 'miter';
}

function setFont(context: CanvasRenderingContext2D, sizePx: number, weight: number): void {
  context.font = `${weight} ${sizePx}px Inter, system-ui, sans-serif`;
  context.textBaseline = 'middle';
}

function drawNames(
  context: CanvasRenderingContext2D,
  cards: readonly FarCard[],
  colors: Palette,
  px: number,
  belowMiddlePx: number,
): void {
  const size = namePx * px;
  setFont(context, size, 600);
  context.textAlign = 'center';
  for (const { box, name, state, icon, level } of cards) {
    context.fillStyle = state === 'saturated' && level === null ? colors.panel : colors.text;
    const text = fitText(name, box.width - 4 * px, size, 600);
    if (text === '…') continue;
    context.fillText(
      text,
      box.x + box.width / 2,
      box.y + box.height / 2 + (icon === null ? 0 : belowMiddlePx * px),
    );
  }
}

/** Titles of groups on their upper line, as far as they have room. */
function drawTitles(
  context: CanvasRenderingContext2D,
  groups: FarScene['groups'],
  colors: Palette,
  px: number,
): void {
  const size = namePx * px;
  setFont(context, size, 550);
  context.textAlign = 'left';
  for (const { box, title } of groups) {
    const text = fitText(title, box.width - 12 * px, size, 550);
    if (text === '' || text === '…') continue;
    const width = context.measureText(text).width + 6 * px;
    context.fillStyle = colors.ground;
    context.fillRect(box.x + 5 * px, box.y - size * 0.6, width, size * 1.2);
    context.fillStyle = colors.muted;
    context.fillText(text, box.x + 8 * px, box.y);
  }
}
