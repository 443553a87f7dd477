import type { Box, Point, Side } from '../model/schema';
import type { LaneRequest } from './lanes';
import type { Ports } from './ports';
import type { SpatialIndex } from './spatial-index';
import type { TakenRuns } from './taken-runs';
import { aroundCorner, arrive, leave, throughPoints } from './through-bends';

/** Free px beside a line that passes a card. */
const clearance = 9;
/** How far from its card a run beside it may be put. */
const nearby = 60;
const mostSteps = 24;

/** Turns what lies beyond a side of a card into what lies to the right, and back, so that one plan serves all four. */
interface Frame {
  readonly into: (point: Point) => Point;
  readonly back: (point: Point) => Point;
}

const frames: Readonly<Record<Side, Frame>> = {
  right: { into: (p) => p, back: (p) => p },
  left: { into: ({ x, y }) => ({ x: -x, y }), back: ({ x, y }) => ({ x: -x, y }) },
  bottom: { into: ({ x, y }) => ({ x: y, y: x }), back: ({ x, y }) => ({ x: y, y: x }) },
  top: { into: ({ x, y }) => ({ x: -y, y: x }), back: ({ x, y }) => ({ x: y, y: -x }) },
};

function mapBox(box: Box, map: (point: Point) => Point): Box {
  const a = map(box);
  const b = map({ x: box.x + box.width, y: box.y + box.height });
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** How an edge is to run, but for the places of its runs across, which are requested as lanes. */
export interface RoutePlan {
  /** Lanes of one frame may share a gutter. */
  readonly frame: Side;
  readonly lanes: readonly LaneRequest[];
  /** The whole line, once its lanes have their places. */
  readonly toPoints: (positions: readonly number[]) => readonly Point[];
}

interface Field {
  /** Cards, in the plan's frame. */
  readonly cards: (area: Box) => readonly Box[];
  /** The lowest (1) or highest (-1) edge of the cards and long runs already taken in an area; null where it is free. */
  readonly edgeOfTaken: (area: Box, direction: 1 | -1) => number | null;
  readonly take: (area: Box) => void;
}

const area = (x1: number, y1: number, x2: number, y2: number): Box => ({
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  width: Math.abs(x2 - x1),
  height: Math.abs(y2 - y1),
});
const lies = (card: Box, y: number) => card.y - clearance < y && y < card.y + card.height + clearance;

/** The widest room for one run across between p and q such that no part of the line comes under a card; null for none. */
function roomForOneLane(p: Point, q: Point, cards: readonly Box[]): readonly [number, number] | null {
  const gap = q.x - p.x;
  let low = p.x + Math.min(leave, gap * 0.4);
  let high = q.x - Math.min(arrive, gap * 0.5);
  for (const card of cards) {
    if (lies(card, p.y)) high = Math.min(high, card.x - clearance);
    if (lies(card, q.y)) low = Math.max(low, card.x + card.width + clearance);
  }
  let best: readonly [number, number] | null = null;
  const offer = (from: number, to: number) => {
    if (to >= from && (best === null || to - from >= best[1] - best[0] - 0.5)) best = [from, to];
  };
  for (const card of cards.toSorted((a, b) => a.x - b.x)) {
    offer(low, Math.min(high, card.x - clearance));
    low = Math.max(low, card.x + card.width + clearance);
  }
  offer(low, high);
  return best;
}

/** The first height from `start` on, downwards or upwards, at which a run from x1 to x2 is free. */
function freeHeight(x1: number, x2: number, start: number, direction: 1 | -1, field: Field): number {
  let y = start;
  for (let step = 0; step < mostSteps; step += 1) {
    const edge = field.edgeOfTaken(area(x1, y - clearance, x2, y + clearance), direction);
    if (edge === null) return y;
    y = edge + direction * (clearance + 1);
  }
  return y;
}

/** The height of the long run of an edge that cannot go with one bend: around below, or between the two cards. */
function heightOfDetour(p: Point, q: Point, from: Box, to: Box, field: Field): number {
  if (q.x - p.x >= 2 * leave) {
    const heights = [p.y, q.y].flatMap((y) => [
      freeHeight(p.x + leave, q.x - arrive, y, 1, field),
      freeHeight(p.x + leave, q.x - arrive, y, -1, field),
    ]);
    const length = (y: number) => Math.abs(y - p.y) + Math.abs(y - q.y);
    return heights.reduce((best, y) => (length(y) < length(best) ? y : best));
  }
  const fromBottom = from.y + from.height;
  const toBottom = to.y + to.height;
  const search = (start: number, direction: 1 | -1) =>
    freeHeight(q.x - 2 * arrive, p.x + 2 * leave, start, direction, field);
  if (to.y - fromBottom >= 2 * arrive) {
    const between = search(fromBottom + arrive, 1);
    if (between <= to.y - leave) return between;
  }
  if (from.y - toBottom >= 2 * arrive) {
    const between = search(from.y - arrive, -1);
    if (between >= toBottom + leave) return between;
  }
  return search(Math.max(fromBottom, toBottom) + arrive, 1);
}

function planDetour(p: Point, q: Point, from: Box, to: Box, field: Field) {
  const y = heightOfDetour(p, q, from, to, field);
  field.take(area(Math.min(p.x, q.x) - arrive, y - 1, Math.max(p.x, q.x) + arrive, y + 1));
  let outHigh = p.x + nearby;
  for (const card of field.cards(area(p.x + 1, p.y, p.x + nearby, y))) {
    outHigh = Math.min(outHigh, card.x - clearance);
  }
  let inLow = q.x - nearby;
  for (const card of field.cards(area(q.x - nearby, y, q.x - 1, q.y))) {
    inLow = Math.max(inLow, card.x + card.width + clearance);
  }
  const lanes: readonly LaneRequest[] = [
    { low: p.x + leave, high: Math.max(p.x + leave, outHigh), start: p.y, end: y },
    { low: Math.min(q.x - arrive, inLow), high: q.x - arrive, start: y, end: q.y },
  ];
  const bend = ([out = p.x + leave, back = q.x - arrive]: readonly number[]) => [
    p,
    { x: out, y: p.y },
    { x: out, y },
    { x: back, y },
    { x: back, y: q.y },
    q,
  ];
  return { lanes, bend };
}

function planBetween(p: Point, q: Point, from: Box, to: Box, field: Field) {
  const forward = q.x - p.x >= 2 * leave;
  const cards = forward
    ? field.cards(area(p.x + 1, Math.min(p.y, q.y) - clearance, q.x - 1, Math.max(p.y, q.y) + clearance))
    : [];
  if (forward && Math.abs(p.y - q.y) < 0.5 && cards.length === 0) return { lanes: [], bend: () => [p, q] };
  const room = forward && Math.abs(p.y - q.y) >= 0.5 ? roomForOneLane(p, q, cards) : null;
  if (room === null) return planDetour(p, q, from, to, field);
  const middle = (room[0] + room[1]) / 2;
  return {
    lanes: [{ low: room[0], high: room[1], start: p.y, end: q.y }],
    bend: ([x = middle]: readonly number[]) => [p, { x, y: p.y }, { x, y: q.y }, q],
  };
}

const opposite: Readonly<Record<Side, Side>> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' };

export const facesEachOther = ({ from, to }: Ports): boolean => to.side === opposite[from.side];

/** From one side to one that it faces, with no more regard for cards than a bend halfway. */
function halfway(p: Point, q: Point): readonly Point[] {
  if (q.x - p.x >= 2 * leave) {
    const x = (p.x + q.x) / 2;
    return [p, { x, y: p.y }, { x, y: q.y }, q];
  }
  const y = (p.y + q.y) / 2;
  const [out, back] = [p.x + leave, q.x - arrive];
  return [p, { x: out, y: p.y }, { x: out, y }, { x: back, y }, { x: back, y: q.y }, q];
}

/** The line of one edge by its two ends alone, for where there is no time to look at all that it passes. */
export function elbowBetween(ports: Ports, points: readonly Point[]): readonly Point[] {
  if (points.length > 0) return throughPoints(ports, points);
  const frame = ports.from.side;
  if (!facesEachOther(ports)) return aroundCorner(ports);
  const { into, back } = frames[frame];
  return halfway(into(ports.from), into(ports.to)).map(back);
}

/** Plans the line of one edge around the cards; `taken` holds the long runs of those planned before it and gets this one's. */
export function planRoute(
  ports: Ports,
  from: Box,
  to: Box,
  points: readonly Point[],
  cards: SpatialIndex,
  taken: TakenRuns,
): RoutePlan {
  const frame = ports.from.side;
  if (points.length > 0) return { frame, lanes: [], toPoints: () => throughPoints(ports, points) };
  if (!facesEachOther(ports)) return { frame, lanes: [], toPoints: () => aroundCorner(ports) };
  const { into, back } = frames[frame];
  // Most edges leave to the right, where nothing is to be turned.
  const inward = (box: Box) => (frame === 'right' ? box : mapBox(box, into));
  const outward = (box: Box) => (frame === 'right' ? box : mapBox(box, back));
  const field: Field = {
    cards: (box) => cards.within(outward(box)).map(inward),
    edgeOfTaken: (box, direction) => {
      let edge: number | null = null;
      const area = outward(box);
      const widen = (found: Box): boolean => {
        const { y, height } = inward(found);
        const own = direction > 0 ? y + height : y;
        edge = edge === null ? own : direction > 0 ? Math.max(edge, own) : Math.min(edge, own);
        return false;
      };
      cards.some(area, widen);
      taken.some(area, widen);
      return edge;
    },
    take: (box) => taken.add(outward(box)),
  };
  const plan = planBetween(into(ports.from), into(ports.to), mapBox(from, into), mapBox(to, into), field);
  return { frame, lanes: plan.lanes, toPoints: (positions) => plan.bend(positions).map(back) };
}
