import { grown } from '../layout/geometry';
import type { Box, Point } from '../model/schema';
import {
  isLevel,
  isUpright,
  labelObstacles,
  type Obstacles,
  type Segment,
  segmentsOf,
} from './label-obstacles';
import type { SpatialIndex } from './spatial-index';
import { isSpent, limited, type Work } from './work';

/** The middle of an edge's label, and the width in px that is free for it there. */
export interface LabelPlace extends Point {
  readonly room: number;
  /** At which end of the room a narrower label stands, to be near its line; in the middle where it is left out. */
  readonly hugs?: 'start' | 'end';
}

export const labelHeight = 16;
/** No label is farther from its own line, px at 100 %. */
export const farthestLabelPx = 8;
/** Between a label and the level run that it is above or below, and the upright one that it is beside. */
const overRunPx = 3;
const besideRunPx = 7.5;
/** Half the size of the handle in the middle of a run. */
const handlePx = 7;
/** A shorter run has no handle. */
const shortestWithHandlePx = 12;
/** A label stands no farther from the middle of its run. */
const farthestAlongPx = 140;
/** So many of the longest runs of a line are looked at. */
const mostRuns = 4;

export interface LabelledEdge {
  readonly id: string;
  /** What is drawn, as a line of straight pieces. */
  readonly line: readonly Point[];
  /** Where a person takes hold of the line to bend it. */
  readonly handles: readonly Point[];
  /** Widths in px of its label, the wanted one first and then those for less room; none for no label. */
  readonly labelWidths: readonly number[];
}

/** The middles of the runs of a line that can be moved: all but the first and the last, which lead out of a card and into one. */
export function handlesOf(points: readonly Point[]): readonly Point[] {
  return segmentsOf(points)
    .slice(1, -1)
    .filter(({ length }) => length >= shortestWithHandlePx)
    .map(({ a, b }) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }));
}

/** How a label is at a run: on an upright one or beside it, above or below a level one. */
type Way = 'on' | 'after' | 'before' | 'above' | 'below';

const waysAt = (run: Segment): readonly Way[] =>
  isUpright(run) ? ['on', 'after', 'before'] : ['above', 'below'];

/** What may be in the way of a label that slides along a run: from where to where along it, and across it. */
interface InTheWay {
  readonly low: number;
  readonly high: number;
  readonly crossLow: number;
  readonly crossHigh: number;
}

/** What is in the way of labels at a run, looked up once, for the widest label. */
interface Around {
  isKnown: boolean;
  byLow: readonly InTheWay[];
  /** Sorted once it is asked for. */
  byHigh: readonly InTheWay[] | null;
}

/** A run with one way to stand at it. */
interface Berth {
  readonly run: Segment;
  readonly way: Way;
  /** The ways that `around` is looked up for. */
  readonly ways: readonly Way[];
  readonly around: Around;
}

const unknownAround = (): Around => ({ isKnown: false, byLow: [], byHigh: null });

/** `isOnce`: one look for all ways at a run, which is cheaper, and no different but beside lines that run aslant. */
function berthsOf(segments: readonly Segment[], isOnce: boolean): readonly Berth[] {
  const longest = segments.toSorted((a, b) => b.length - a.length).slice(0, mostRuns);
  return longest
    .filter(({ length }, index) => index === 0 || length >= labelHeight)
    .flatMap((run): readonly Berth[] => {
      const ways = waysAt(run);
      const shared = unknownAround();
      return ways.map((way) =>
        isOnce ? { run, way, ways, around: shared } : { run, way, ways: [way], around: unknownAround() },
      );
    });
}

/** Where a label of a width stands across its run: from where to where. */
function acrossOf({ a }: Segment, way: Way, width: number, scale: number): readonly [number, number] {
  const height = labelHeight * scale;
  switch (way) {
    case 'on':
      return [a.x - width / 2, a.x + width / 2];
    case 'after':
      return [a.x + besideRunPx * scale, a.x + besideRunPx * scale + width];
    case 'before':
      return [a.x - besideRunPx * scale - width, a.x - besideRunPx * scale];
    case 'above':
      return [a.y - overRunPx * scale - height, a.y - overRunPx * scale];
    case 'below':
      return [a.y + overRunPx * scale, a.y + overRunPx * scale + height];
  }
}

/** From where to where the middle of a label may be along a run. */
function reachOf(run: Segment): readonly [number, number] {
  const [from, to] = isUpright(run) ? [run.a.y, run.b.y] : [run.a.x, run.b.x];
  const [middle, half] = [(from + to) / 2, Math.min(Math.abs(to - from) / 2, farthestAlongPx)];
  return [middle - half, middle + half];
}

/** Finds all that a label of a width or a narrower one may meet along a run. */
function lookUp(
  { run, ways, around }: Berth,
  own: string,
  width: number,
  scale: number,
  obstacles: Obstacles,
): void {
  const [low, high] = reachOf(run);
  const across = ways.map((way) => acrossOf(run, way, width, scale));
  const crossLow = Math.min(...across.map(([from]) => from));
  const crossHigh = Math.max(...across.map(([, to]) => to));
  const upright = isUpright(run);
  const half = (upright ? labelHeight * scale : width) / 2;
  const [along, length] = [low - half, high - low + 2 * half];
  const strip: Box = upright
    ? { x: crossLow, y: along, width: crossHigh - crossLow, height: length }
    : { x: along, y: crossLow, width: length, height: crossHigh - crossLow };
  const found: InTheWay[] = [];
  obstacles.some(strip, own, ({ x, y, width: w, height: h }) => {
    found.push(
      upright
        ? { low: y, high: y + h, crossLow: x, crossHigh: x + w }
        : { low: x, high: x + w, crossLow: y, crossHigh: y + h },
    );
    return false;
  });
  around.isKnown = true;
  around.byLow = found.sort((a, b) => a.low - b.low);
}

function byHighOf(around: Around): readonly InTheWay[] {
  around.byHigh ??= around.byLow.toSorted((a, b) => b.high - a.high);
  return around.byHigh;
}

/** Where a label of a width stands at a run; null where nothing of that width is free: the free middle nearest to the run's own. */
function placeAt({ run, way, around }: Berth, width: number, scale: number): LabelPlace | null {
  const [low, high] = reachOf(run);
  const [crossLow, crossHigh] = acrossOf(run, way, width, scale);
  const upright = isUpright(run);
  const half = (upright ? labelHeight * scale : width) / 2;
  const wanted = (low + high) / 2;
  let after = wanted;
  for (const one of around.byLow)
    if (
      one.low - half < after &&
      after < one.high + half &&
      one.crossLow < crossHigh &&
      crossLow < one.crossHigh
    )
      after = one.high + half;
  let along = after;
  if (after !== wanted) {
    let before = wanted;
    for (const one of byHighOf(around))
      if (
        one.low - half < before &&
        before < one.high + half &&
        one.crossLow < crossHigh &&
        crossLow < one.crossHigh
      )
        before = one.low - half;
    if (before >= low && (after > high || wanted - before <= after - wanted)) along = before;
  }
  if (along < low || along > high) return null;
  const across = (crossLow + crossHigh) / 2;
  const [x, y] = upright ? [across, along] : [along, across];
  if (way === 'after') return { x, y, room: width, hugs: 'start' };
  if (way === 'before') return { x, y, room: width, hugs: 'end' };
  return { x, y, room: width };
}

function placeOnRuns(
  { id, labelWidths }: LabelledEdge,
  segments: readonly Segment[],
  scale: number,
  obstacles: Obstacles,
): LabelPlace | null {
  const berths = berthsOf(segments, !obstacles.hasSlanted);
  const [first] = berths;
  const [wanted = 0] = labelWidths;
  // Most labels have room where they are wanted first.
  if (first !== undefined) {
    const place = placeAt(first, wanted, scale);
    if (place !== null && !obstacles.some(boxAround(place, wanted, scale), id, () => true)) return place;
  }
  const widest = Math.max(...labelWidths);
  for (const width of labelWidths) {
    for (const berth of berths) {
      if (!berth.around.isKnown) lookUp(berth, id, widest, scale, obstacles);
      const place = placeAt(berth, width, scale);
      if (place !== null) return place;
    }
  }
  return null;
}

/** Parts of the length of a line that runs aslant or in a sweep at which a label may stand, on the line itself. */
const stops = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] as const;

/** The point of a line after a part of its length. */
function pointAfter(segments: readonly Segment[], part: number): Point | null {
  let rest = part * segments.reduce((sum, { length }) => sum + length, 0);
  for (const { a, b, length } of segments) {
    const along = length === 0 ? 0 : rest / length;
    if (rest <= length) return { x: a.x + (b.x - a.x) * along, y: a.y + (b.y - a.y) * along };
    rest -= length;
  }
  return segments.at(-1)?.b ?? null;
}

const boxAround = ({ x, y }: Point, width: number, scale: number): Box => ({
  x: x - width / 2,
  y: y - (labelHeight * scale) / 2,
  width,
  height: labelHeight * scale,
});

function placeOnLine(
  { id, labelWidths }: LabelledEdge,
  segments: readonly Segment[],
  scale: number,
  obstacles: Obstacles,
): LabelPlace | null {
  for (const width of labelWidths) {
    for (const stop of stops) {
      const middle = pointAfter(segments, stop);
      if (middle === null || obstacles.some(boxAround(middle, width, scale), id, () => true)) continue;
      return { ...middle, room: width };
    }
  }
  return null;
}

/**
 * A place for the label of each edge that has one: within 8 px of its own line, never under a card or another label, on another
 * edge's line or on a handle. Where the wanted width fits nowhere, the place is for the next one; where nothing does, the edge has no
 * place. Once more than `mostWork` is counted, the rest have none either. `scale` is how much larger than at 100 % labels are drawn.
 */
export function labelPlaces(
  edges: readonly LabelledEdge[],
  cards: SpatialIndex,
  work: Work,
  mostWork: number,
  scale = 1,
): ReadonlyMap<string, LabelPlace> {
  const limit = limited(work, mostWork);
  const obstacles = labelObstacles(edges, cards, work);
  for (const { handles } of edges)
    for (const { x, y } of handles) obstacles.take(grown({ x, y, width: 0, height: 0 }, handlePx * scale));
  const places = new Map<string, LabelPlace>();
  for (const edge of edges) {
    if (isSpent(limit)) break;
    if (edge.line.length < 2 || edge.labelWidths.length === 0) continue;
    const segments = segmentsOf(edge.line);
    const isOrthogonal = segments.every((segment) => isLevel(segment) || isUpright(segment));
    const place = isOrthogonal ? placeOnRuns : placeOnLine;
    const found = place(edge, segments, scale, obstacles);
    if (found === null) continue;
    obstacles.take(boxAround(found, found.room, scale));
    places.set(edge.id, found);
  }
  return places;
}
