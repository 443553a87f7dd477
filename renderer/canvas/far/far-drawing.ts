import type { CardState } from '../../../shared/diagram/figures';
import type { Palette } from '../../../shared/diagram/palette';
import type { Route } from '../../../shared/diagram/route';
import { fitText } from '../../../shared/layout/text';
import type { Box } from '../../../shared/model/schema';
import type { LayerId } from '../../../shared/model/vocabulary';

export interface FarCard {
  readonly id: string;
  readonly box: Box;
  readonly name: string;
  readonly layer: LayerId;
  readonly state: CardState;
}

export interface FarScene {
  readonly cards: readonly FarCard[];
  readonly groups: readonly Box[];
  readonly notes: readonly Box[];
  readonly routes: ReadonlyMap<string, Route>;
  readonly selected: ReadonlySet<string>;
}

export interface FarView {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** From here on names can be read on the cards. */
const namedZoom = 0.2;
const namePx = 11.5;

const lines = new WeakMap<ReadonlyMap<string, Route>, Path2D>();

/** All lines as one path: stroking it once costs a fraction of stroking each. */
function linesOf(routes: ReadonlyMap<string, Route>): Path2D {
  const known = lines.get(routes);
  if (known !== undefined) return known;
  const all = new Path2D([...routes.values()].map((route) => route.path).join(''));
  lines.set(routes, all);
  return all;
}

function fillOf(card: FarCard, colors: Palette): string {
  if (card.state === 'saturated') return colors.error;
  return card.state === 'near' ? colors.warningFill : colors.layers[card.layer].tile;
}

/** Draws the whole scene as it is seen from far: groups, lines, cards in their layer's colour, names where they fit. */
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
  for (const box of scene.groups) context.strokeRect(box.x, box.y, box.width, box.height);
  context.fillStyle = colors.note;
  for (const box of scene.notes) context.fillRect(box.x, box.y, box.width, box.height);
  context.strokeStyle = colors.edge;
  context.stroke(linesOf(scene.routes));
  const visible = scene.cards.filter(({ box }) => meets(box, seen));
  for (const card of visible) drawCard(context, card, colors, scene.selected.has(card.id), px);
  if (zoom >= namedZoom) drawNames(context, visible, colors, px);
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
  context.fillStyle = colors.layers[card.layer].hue;
  context.fillRect(x, y, Math.max(3, 2 * px), height);
  if (card.state === 'saturated') drawCross(context, card.box, colors, px);
  if (!isSelected) return;
  context.strokeStyle = colors.accent;
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

function drawNames(
  context: CanvasRenderingContext2D,
  cards: readonly FarCard[],
  colors: Palette,
  px: number,
): void {
  const size = namePx * px;
  context.font = `600 ${size}px Inter, system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { box, name, state } of cards) {
    context.fillStyle = state === 'saturated' ? colors.panel : colors.text;
    const text = fitText(name, box.width - 6 * px, size, 600);
    if (text !== '…') context.fillText(text, box.x + box.width / 2, box.y + box.height / 2);
  }
}
