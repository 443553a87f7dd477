import { boundsOf, grown } from '../layout/geometry';
import type { Box, Point, Side } from '../model/schema';
import type { SpatialIndex } from './spatial-index';
import type { Work } from './work';

/** An end of a line: where it is, and the side of a card by which it is left or entered; null for a bend, passed either way. */
export interface SearchEnd extends Point {
  readonly side: Side | null;
}

/** What lines avoid: cards wholly, other lines where that costs little. */
export interface Surroundings {
  readonly cards: SpatialIndex;
  /** Runs of other lines. */
  readonly runs: SpatialIndex;
  readonly work: Work;
}

/** px free before a card that is left or entered, and beside one that is passed. */
const stubPx = 16;
const besidePx = 10;
const nextBesidePx = 19;
const closestPx = 6;
/** How far around its two ends a line may go, and how many cards are looked at there. */
const reachPx = 220;
const mostCards = 20;
const mostSteps = 4000;
/** px of length that a bend, and a run on another line, are worth. */
const bendCost = 40;
const sharedCost = 90;

type Direction = 0 | 1 | 2 | 3;
const directions: readonly Direction[] = [0, 1, 2, 3];
const directionOf: Readonly<Record<Side, Direction>> = { right: 0, bottom: 1, left: 2, top: 3 };
const stepOf: readonly Point[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];
const reversed = (direction: Direction): Direction => ((direction + 2) % 4) as Direction;

/** A step away from the card, where a line may turn. */
function stubOf(end: SearchEnd): Point {
  if (end.side === null) return end;
  const step = stepOf[directionOf[end.side]];
  return { x: end.x + (step?.x ?? 0) * stubPx, y: end.y + (step?.y ?? 0) * stubPx };
}

const pointBox = ({ x, y }: Point): Box => ({ x, y, width: 0, height: 0 });

/** The grid on which a line may run: at its ends, halfway, and beside the cards. */
interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cards: readonly Box[];
}

function gridAround(start: Point, end: Point, cards: SpatialIndex): Grid {
  const bounds = boundsOf([pointBox(start), pointBox(end)]) ?? pointBox(start);
  const found = cards.within(grown(bounds, reachPx));
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const distance = (box: Box) =>
    Math.abs(box.x + box.width / 2 - middle.x) + Math.abs(box.y + box.height / 2 - middle.y);
  const near =
    found.length <= mostCards
      ? found
      : found.toSorted((a, b) => distance(a) - distance(b)).slice(0, mostCards);
  const beside = (low: number, length: number) => [
    low - besidePx,
    low - nextBesidePx,
    low + length + besidePx,
    low + length + nextBesidePx,
  ];
  const sorted = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    xs: sorted([start.x, end.x, middle.x, ...near.flatMap((box) => beside(box.x, box.width))]),
    ys: sorted([start.y, end.y, middle.y, ...near.flatMap((box) => beside(box.y, box.height))]),
    cards: near,
  };
}

/** A heap of states by cost, the cheapest first. */
interface Queue {
  readonly push: (state: number, cost: number) => void;
  readonly pop: () => number | undefined;
}

function queue(): Queue {
  const states: number[] = [];
  const costs: number[] = [];
  const costAt = (at: number): number => costs[at] ?? Number.POSITIVE_INFINITY;
  const swap = (a: number, b: number): void => {
    [states[a], states[b]] = [states[b] ?? 0, states[a] ?? 0];
    [costs[a], costs[b]] = [costAt(b), costAt(a)];
  };
  return {
    push(state, cost) {
      let at = states.push(state) - 1;
      costs.push(cost);
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (costAt(above) <= costAt(at)) break;
        swap(at, above);
        at = above;
      }
    },
    pop() {
      const [first] = states;
      if (first === undefined) return undefined;
      swap(0, states.length - 1);
      states.pop();
      costs.pop();
      let at = 0;
      for (;;) {
        const left = 2 * at + 1;
        const least = costAt(left + 1) < costAt(left) ? left + 1 : left;
        if (!(costAt(least) < costAt(at))) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}

/** What a step of the grid costs beyond its length; null where a card is in its way. Looked up once for each step. */
function stepCosts({ xs, ys, cards }: Grid, runs: SpatialIndex) {
  const known = new Map<number, number | null>();
  const near = cards.map((card) => grown(card, closestPx));
  const find = (a: Point, b: Point): number | null => {
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
    const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
    // A run has no width of its own: it crosses a box whose inside holds it.
    const isBlocked = near.some(
      (box) =>
        box.x < right + 0.01 &&
        left - 0.01 < box.x + box.width &&
        box.y < bottom + 0.01 &&
        top - 0.01 < box.y + box.height,
    );
    if (isBlocked) return null;
    const isLevel = top === bottom;
    const strip = { x: left, y: top, width: right - left, height: bottom - top };
    const shared = runs.some(grown(strip, 3), (run) => run.width >= run.height === isLevel);
    return shared ? sharedCost : 0;
  };
  return (x: number, y: number, direction: Direction): number | null => {
    // A step and its reverse are the same piece of the grid.
    const [fromX, fromY] = [direction === 2 ? x - 1 : x, direction === 3 ? y - 1 : y];
    const isLevel = direction === 0 || direction === 2;
    const key = (fromX * ys.length + fromY) * 2 + (isLevel ? 0 : 1);
    const before = known.get(key);
    if (before !== undefined) return before;
    const a = { x: xs[fromX] ?? 0, y: ys[fromY] ?? 0 };
    const cost = find(a, isLevel ? { x: xs[fromX + 1] ?? a.x, y: a.y } : { x: a.x, y: ys[fromY + 1] ?? a.y });
    known.set(key, cost);
    return cost;
  };
}

/** The corners of a path that was found, from its last state backwards. */
function traced({ xs, ys }: Grid, previous: ReadonlyMap<number, number>, last: number): readonly Point[] {
  const points: Point[] = [];
  for (let state: number | undefined = last; state !== undefined; state = previous.get(state)) {
    const cell = Math.floor(state / 4);
    points.push({ x: xs[Math.floor(cell / ys.length)] ?? 0, y: ys[cell % ys.length] ?? 0 });
  }
  return points.reverse();
}

/**
 * The line of level and upright runs from one end to the other that passes no card, with few bends and little of it on other
 * lines; null where none was found near the two. A* on the lines beside the cards.
 */
export function searchedLine(
  from: SearchEnd,
  to: SearchEnd,
  { cards, runs, work }: Surroundings,
): readonly Point[] | null {
  const [start, end] = [stubOf(from), stubOf(to)];
  const grid = gridAround(start, end, cards);
  const { xs, ys } = grid;
  const costOf = stepCosts(grid, runs);
  const stateOf = (x: number, y: number, direction: Direction) => (x * ys.length + y) * 4 + direction;
  const goal = { x: xs.indexOf(end.x), y: ys.indexOf(end.y) };
  const entry = to.side === null ? null : reversed(directionOf[to.side]);
  const left = (x: number, y: number) => Math.abs((xs[x] ?? 0) - end.x) + Math.abs((ys[y] ?? 0) - end.y);
  const best = new Map<number, number>();
  const previous = new Map<number, number>();
  const open = queue();
  const offer = (state: number, cost: number, rest: number, before: number | undefined): void => {
    if (cost >= (best.get(state) ?? Number.POSITIVE_INFINITY)) return;
    best.set(state, cost);
    if (before !== undefined) previous.set(state, before);
    open.push(state, cost + rest);
  };
  const [x0, y0] = [xs.indexOf(start.x), ys.indexOf(start.y)];
  const firsts = from.side === null ? directions : [directionOf[from.side]];
  for (const direction of firsts) offer(stateOf(x0, y0, direction), 0, left(x0, y0), undefined);
  for (let step = 0; step < mostSteps; step += 1) {
    const state = open.pop();
    if (state === undefined) break;
    work.done += 4;
    const direction = (state % 4) as Direction;
    const cell = Math.floor(state / 4);
    const [x, y] = [Math.floor(cell / ys.length), cell % ys.length];
    if (x === goal.x && y === goal.y && (entry === null || direction === entry)) {
      return [from, ...traced(grid, previous, state), to].map((point) => ({ x: point.x, y: point.y }));
    }
    const cost = best.get(state) ?? 0;
    for (const next of directions) {
      if (next === reversed(direction)) continue;
      // At the goal a line may turn in place towards the card.
      if (x === goal.x && y === goal.y && next === entry)
        offer(stateOf(x, y, next), cost + bendCost, 0, state);
      const [nextX, nextY] = [x + (stepOf[next]?.x ?? 0), y + (stepOf[next]?.y ?? 0)];
      if (nextX < 0 || nextY < 0 || nextX >= xs.length || nextY >= ys.length) continue;
      const extra = costOf(x, y, next);
      if (extra === null) continue;
      const length = Math.abs((xs[nextX] ?? 0) - (xs[x] ?? 0)) + Math.abs((ys[nextY] ?? 0) - (ys[y] ?? 0));
      const bend = next === direction ? 0 : bendCost;
      offer(stateOf(nextX, nextY, next), cost + length + bend + extra, left(nextX, nextY), state);
    }
  }
  return null;
}
