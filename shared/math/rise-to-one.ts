import { count } from './work';

/** A place and what functions are there: not a number, or without bound, where they are unknown. */
export interface Point {
  readonly x: number;
  readonly values: readonly number[];
}

/** Functions that rise: at `low` all that are sought are below 1; at `high` one of them is not, or is unknown. */
export interface Rise {
  readonly at: (x: number) => readonly number[];
  readonly low: Point;
  readonly high: Point;
  /** Positions of the functions of which the first that becomes 1 is sought. */
  readonly sought: readonly number[];
  /** Of those that may be a wall for the others where they become 1: these grow as 1 ÷ the distance to it, and are unknown beyond. */
  readonly walls: readonly number[];
  /** Whether to stop, and be content with the bracket as it is. */
  readonly isOver: () => boolean;
  /** How close the largest value has to come to 1, or its places to each other relative to themselves. */
  readonly within: number;
}

const mostTurns = 100;
/** Turns in which the bracket has to become half as wide, before it is halved. */
const patience = 4;

/** The largest of some values, without bound where one is unknown. */
export function largestOf(values: readonly number[], positions: readonly number[]): number {
  let most = 0;
  for (const at of positions) {
    const value = values[at] ?? 0;
    if (!(value <= most)) most = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  }
  return most;
}

/**
 * The last place at which all are below 1 and the first at which one is not, as close to each other as asked; twice the same where the
 * largest is 1 there. The least of the secants of each function, in a bracket that is halved where they are slow.
 */
export function riseToOne(rise: Rise): { readonly low: Point; readonly high: Point } {
  const { at, sought, within, isOver } = rise;
  let { low, high } = rise;
  const most = ({ values }: Point): number => largestOf(values, sought);
  const isKnown = (point: Point): boolean => most(point) < Number.POSITIVE_INFINITY;
  let known = [high, low].filter(isKnown);
  let walls = standing(rise.walls, known);
  let width = high.x - low.x;
  let isAtHigh = false;
  for (let turn = 1; turn <= mostTurns && high.x - low.x > within * high.x && !isOver(); turn++) {
    const isSlow = turn % patience === 0 && high.x - low.x > width / 2;
    if (turn % patience === 0) width = high.x - low.x;
    const next = isSlow ? null : nextOf({ known, low, high, sought, walls });
    // Once it is tried whether it is next to the upper end.
    const isBeyond = next !== null && next >= high.x;
    const x = inside(isBeyond && isAtHigh ? null : next, low.x, high.x, within);
    isAtHigh = isBeyond;
    const point = { x, values: at(x) };
    count(1);
    if (Math.abs(most(point) - 1) <= within) return { low: point, high: point };
    if (most(point) < 1) low = point;
    else high = point;
    if (!isKnown(point)) continue;
    known = [...known.slice(-2), point];
    walls = standing(walls, [point]);
  }
  return { low, high };
}

/** Those that were not passed: what is known beyond one shows that it is none. */
const standing = (walls: readonly number[], known: readonly Point[]): readonly number[] =>
  walls.filter((wall) => known.every(({ values }) => (values[wall] ?? 0) < 1));

interface Known {
  /** The last three places of which all is known. */
  readonly known: readonly Point[];
  readonly low: Point;
  readonly high: Point;
  readonly sought: readonly number[];
  readonly walls: readonly number[];
}

/** Where, after `low`, the first of the functions becomes 1 or the first wall stands; null where what is known does not say. */
function nextOf({ known, low, high, sought, walls }: Known): number | null {
  const [a, b] = known.slice(-2);
  // A root so close to `low` that it rounds to it is next to it.
  const isAfter = (x: number): boolean => x >= low.x && Number.isFinite(x);
  const standsAt = walls
    .map((at) => {
      const isSeen = Number.isFinite(high.values[at] ?? 0);
      return { at, x: isSeen ? rootOf(low, high, at, null) : rootOf(a, b, at, null) };
    })
    .filter(({ x }) => isAfter(x));
  standsAt.sort((one, other) => one.x - other.x);
  const rises = sought.map((at) => {
    const wall = standsAt.find((of) => of.at !== at)?.x ?? null;
    return rootOf(a, b, at, wall !== null && growsTo(wall, known, at) ? wall : null);
  });
  const next = Math.min(standsAt[0]?.x ?? Number.POSITIVE_INFINITY, ...rises.filter(isAfter));
  return Number.isFinite(next) ? next : null;
}

/** What a function is above 1, or that × the distance to a wall. */
const excessOf = ({ x, values }: Point, at: number, wall: number | null): number =>
  ((values[at] ?? 0) - 1) * (wall === null ? 1 : wall - x);

/** Where a function becomes 1 by the line through two of its values, or of its values × the distance to a wall; NaN where it does not. */
function rootOf(a: Point | undefined, b: Point | undefined, at: number, wall: number | null): number {
  if (a === undefined || b === undefined) return Number.NaN;
  const [ofA, ofB] = [excessOf(a, at, wall), excessOf(b, at, wall)];
  return b.x - (ofB * (b.x - a.x)) / (ofB - ofA);
}

/** Whether the line through the last two values says what the one before is better if they are × the distance to a wall. */
function growsTo(wall: number, known: readonly Point[], at: number): boolean {
  const [before, a, b] = known;
  if (before === undefined || a === undefined || b === undefined) return false;
  const missedBy = (of: number | null): number => {
    const [ofA, ofB] = [excessOf(a, at, of), excessOf(b, at, of)];
    const line = ofB + ((ofB - ofA) / (b.x - a.x)) * (before.x - b.x);
    return Math.abs(line - excessOf(before, at, of)) / (of === null ? 1 : Math.abs(of - before.x));
  };
  return missedBy(wall) < missedBy(null);
}

/** A place between both ends, the middle where none is given, and so far from both that the last turn leaves no more than is asked. */
function inside(x: number | null, low: number, high: number, within: number): number {
  if (x === null) return (low + high) / 2;
  const least = Math.min((within / 2) * high, (high - low) / 2);
  return Math.min(high - least, Math.max(low + least, x));
}
