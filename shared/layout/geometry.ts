import type { ResolvedDesign, ResolvedNode } from '../catalog/resolved';
import { type Box, type Design, type Mark, marksOf, type Point, type Side } from '../model/schema';
import type { AttachedOf } from './annotations/annotation';
import { annotationOf } from './annotations/index';

export { noteLines, noteSize } from './annotations/note';
export { textLines } from './annotations/text';

/** Sizes of a card in px, the same on the canvas and in pictures. Baselines and positions count from its upper left. */
export const card = {
  width: 188,
  height: 92,
  radius: 8,
  edgeWidth: 3,
  padding: 13,
  tile: 28,
  tileLeft: 12,
  tileTop: 12,
  tileRadius: 7,
  icon: 16,
  textLeft: 50,
  /** Where its name and the line below that end at the right. */
  nameRight: 176,
  technologyRight: 178,
  nameBaseline: 24,
  technologyBaseline: 40,
  /** The same where the name takes two lines. */
  twoLines: { nameBaseline: 18, namePitch: 15, technologyBaseline: 46 },
  figuresBaseline: 63,
  figuresRight: 180,
  barTop: 76,
  barHeight: 4,
  barRight: 175,
  /** What a bar leaves to the figure beside it at the least. */
  percentWidth: 31,
  percentBaseline: 82,
  /** Where a source's first row of a flow stands, and how far its rows are apart. */
  flowBaseline: 64,
  flowsRight: 181,
  flowPitch: 26,
  flowHeader: 46,
  flowFooter: 14,
  /** Height of a plain box: a name, and what it is below that. */
  plainHeight: 56,
} as const;

/**
 * Pitch of columns and rows where parts are added and arranged, px: as near as labels of a rate fit between two cards, and one line
 * of a longer label between two rows.
 */
export const columnPitch = 240;
export const rowPitch = 140;

/** Room in px between a group's line and what is in it; its title is in the wider head. */
export const groupPadding = { side: 20, top: 36 } as const;

/** Height of a source's card with so many flows, never under a plain card's. */
export function cardHeight(flowCount: number): number {
  return Math.max(card.height, card.flowHeader + flowCount * card.flowPitch + card.flowFooter);
}

/** What the height of a node's card follows from. */
export type Sized = Pick<ResolvedNode, 'behaviour'> & { readonly kind: Pick<ResolvedNode['kind'], 'id'> };

/** Whether a node is a plain box: of no kind and not modelled, so that it never has a figure. */
export const isPlainBox = ({ kind, behaviour }: Sized): boolean =>
  kind.id === 'custom' && behaviour === 'pass-through';

/** Height of a node's card; `flowCount` counts where it is a source, whose card has a row a flow. */
export function nodeHeight(node: Sized, flowCount: number): number {
  if (node.behaviour === 'source') return cardHeight(flowCount);
  return isPlainBox(node) ? card.plainHeight : card.height;
}

/** A node's card. */
export function nodeBox(node: Sized, place: Point, flowCount: number): Box {
  return { x: place.x, y: place.y, width: card.width, height: nodeHeight(node, flowCount) };
}

/** The box in which a collapsed group is drawn: that of a card at its upper left. */
export const collapsedBox = ({ x, y }: Point): Box => ({ x, y, width: card.width, height: card.height });

/** The cards of a design by node id; a node without a place has none. */
export function nodeBoxes(
  design: ResolvedDesign,
  places: Readonly<Record<string, Point>>,
): ReadonlyMap<string, Box> {
  const flowCounts = new Map<string, number>();
  for (const flow of design.flows) flowCounts.set(flow.entry, (flowCounts.get(flow.entry) ?? 0) + 1);
  const boxes = new Map<string, Box>();
  for (const node of design.nodes) {
    const place = Object.hasOwn(places, node.id) ? places[node.id] : undefined;
    if (place !== undefined) boxes.set(node.id, nodeBox(node, place, flowCounts.get(node.id) ?? 0));
  }
  return boxes;
}

const nothingAttached: AttachedOf = () => undefined;

/** The box of an annotation by itself; the free arrow of one that ends at a part runs to where that stood when it was drawn. */
export const markBox = (mark: Mark): Box => annotationOf(mark.kind).boxOf(mark, nothingAttached);

/** Boxes of the annotations, among parts of these boxes. */
export function markBoxes(
  design: Design,
  parts: ReadonlyMap<string, Box> = new Map(),
): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const attachedOf = attachments(design, (id) => boxes.get(id) ?? parts.get(id));
  // Arrows end at what stands by itself, and at no arrow.
  for (const endsAtParts of [false, true])
    for (const mark of marksOf(design))
      if (isArrow(mark) === endsAtParts) boxes.set(mark.id, annotationOf(mark.kind).boxOf(mark, attachedOf));
  return boxes;
}

const isArrow = (mark: Mark): boolean => mark.from?.part !== undefined || mark.to?.part !== undefined;

/** What arrows of a design can end at, where it is in these boxes. */
export function attachments(design: Design, boxOf: (id: string) => Box | undefined): AttachedOf {
  const marks = marksById(design);
  return (id) => {
    const box = boxOf(id);
    const mark = marks.get(id);
    const outline = mark === undefined ? 'box' : annotationOf(mark.kind).outlineOf(mark);
    return box === undefined || outline === null ? undefined : { box, outline };
  };
}

const knownMarks = new WeakMap<readonly Mark[], ReadonlyMap<string, Mark>>();

/** The annotations of a design by id. */
export function marksById(design: Design): ReadonlyMap<string, Mark> {
  const marks = marksOf(design);
  const known = knownMarks.get(marks);
  if (known !== undefined) return known;
  const byId = new Map(marks.map((mark) => [mark.id, mark]));
  knownMarks.set(marks, byId);
  return byId;
}

/** The box around all that is drawn of an annotation. */
export const drawnMarkBox = (mark: Mark, box: Box): Box =>
  grown(box, annotationOf(mark.kind).overhangPx(mark));

/** The smallest box around all of them; null where there are none. */
export function boundsOf(boxes: Iterable<Box>): Box | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The box grown by so many px on each side. */
export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Whether two boxes share some area; touching edges do not count. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The middle of a side of a box, where its handle is. */
export function handleOf(box: Box, side: Side): Point {
  if (side === 'left') return { x: box.x, y: box.y + box.height / 2 };
  if (side === 'right') return { x: box.x + box.width, y: box.y + box.height / 2 };
  return { x: box.x + box.width / 2, y: side === 'top' ? box.y : box.y + box.height };
}

/** Whether a box lies wholly in another. */
export const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export const middleOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** Whether a point lies in a box, its border included. */
export const holds = (box: Box, point: Point): boolean =>
  point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;

/** Pitch of the grid that what a person places snaps to, px. */
export const gridPx = 20;

/** The nearest line of the grid. */
export const snapped = (value: number): number => Math.round(value / gridPx) * gridPx;
