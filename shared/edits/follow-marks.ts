import { boxIndex } from '../layout/box-index';
import { boundsOf, grown, overlaps, snapped } from '../layout/geometry';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { lockedParts } from '../model/locked';
import { markStates } from '../model/marks';
import { type Box, type Design, groupsOf, type Mark, marksOf, nodesOf, type Point } from '../model/schema';
import { partBoxes } from './part-boxes';

/** px within which an annotation belongs to a card. */
const besidePx = 80;
/** px between annotations that are put below everything, and above them. */
const gapPx = 40;

/** An arrow between parts follows these, and a frame is drawn around a place of the canvas. */
const staysByItself = ({ kind, from, to }: Mark): boolean =>
  kind === 'frame' || from?.part !== undefined || to?.part !== undefined;

const areaShared = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

const gapBetween = (a: Box, b: Box): number =>
  Math.hypot(
    Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width),
    Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height),
  );

const movedBy = (box: Box, { x, y }: Point): Box => ({ ...box, x: box.x + x, y: box.y + y });

/** The boxes of cards by id, and who lies near a place. */
function cardsIn(design: Design) {
  const boxes = partBoxes(design);
  const cards = new Map(
    nodesOf(design).flatMap(({ id }) => {
      const box = boxes.get(id);
      return box === undefined ? [] : [[id, box] as const];
    }),
  );
  const index = boxIndex(cards);
  const near = (area: Box): readonly string[] => {
    const found = new Set<string>();
    index.forEachIn(area, (id) => found.add(id));
    return [...found];
  };
  return { boxes, cards, near };
}

type Cards = ReturnType<typeof cardsIn>;

/** The card that an annotation lies on, else the nearest one beside it. */
function cardOf(box: Box, { cards, near }: Cards): string | null {
  let best: string | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const id of near(grown(box, besidePx))) {
    const other = cards.get(id);
    if (other === undefined) continue;
    const rank = gapBetween(box, other) - areaShared(box, other);
    if (rank < bestRank) [best, bestRank] = [id, rank];
  }
  return best;
}

/** Whether an annotation would hide a card, lie on another annotation, or stand across the line of a group. */
function isInTheWay(box: Box, after: Cards, groups: readonly Box[], settled: readonly Box[]): boolean {
  if (after.near(box).length > 0) return true;
  if (settled.some((other) => overlaps(other, box))) return true;
  return groups.some((group) => {
    const shared = areaShared(group, box);
    return shared > 0 && shared < box.width * box.height;
  });
}

/**
 * Where annotations go when cards are arranged anew: with the card that they lie on or beside. One that lay on nothing and would now
 * lie on something stays where it is, and is below everything where that place is taken too. Locked ones stay.
 */
export function followingMarks(design: Design, arranging: readonly Change[]): readonly Change[] {
  if (marksOf(design).length === 0) return [];
  const moved = applyChanges(design, arranging);
  const [before, after] = [cardsIn(design), cardsIn(moved)];
  const groups = groupsOf(moved).flatMap(({ id }) => after.boxes.get(id) ?? []);
  const bounds = boundsOf([...after.cards.values(), ...groups]);
  if (bounds === null) return [];
  const locked = new Set([...lockedParts(design), ...markStates(design).locked]);
  const settled: Box[] = [];
  const places: Record<string, Point> = {};
  let left = bounds.x;
  for (const mark of marksOf(design)) {
    const box = before.boxes.get(mark.id);
    if (box === undefined || locked.has(mark.id) || staysByItself(mark)) continue;
    const card = cardOf(box, before);
    const by = card === null ? { x: 0, y: 0 } : shiftOf(card, before, after);
    const isOnCard = before.near(box).length > 0;
    const isFree = (at: Box): boolean => isOnCard || !isInTheWay(at, after, groups, settled);
    let at = [movedBy(box, by), box].find(isFree);
    if (at === undefined) {
      at = { ...box, x: snapped(left), y: snapped(bounds.y + bounds.height + gapPx) };
      left = at.x + at.width + gapPx;
    }
    settled.push(at);
    if (at.x !== box.x || at.y !== box.y)
      places[mark.id] = { x: (mark.x ?? 0) + at.x - box.x, y: (mark.y ?? 0) + at.y - box.y };
  }
  return Object.keys(places).length === 0 ? [] : [{ op: 'place', places }];
}

function shiftOf(id: string, before: Cards, after: Cards): Point {
  const [from, to] = [before.cards.get(id), after.cards.get(id)];
  return from === undefined || to === undefined ? { x: 0, y: 0 } : { x: to.x - from.x, y: to.y - from.y };
}
