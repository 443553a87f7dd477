import { grown } from '../layout/geometry';
import type { Box, Point } from '../model/schema';
import { type SpatialIndex, spatialIndex } from './spatial-index';
import { isSpent, limited, type Work } from './work';

/** The middle of an edge's label, and the width in px that is free for it there. */
export interface LabelPlace extends Point {
  readonly room: number;
}

export const labelHeight = 16;
/** Between the middle of a label and the level run that it stands above or below. */
const lift = 11;
const stops = [0.5, 0.36, 0.64, 0.22, 0.78] as const;
const inPlace = [0] as const;
const aboveAndBelow = [-lift, lift] as const;

interface Segment {
  readonly a: Point;
  readonly b: Point;
  readonly length: number;
}

function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((b, index) => {
    const a = points[index] ?? b;
    return { a, b, length: Math.abs(b.x - a.x) + Math.abs(b.y - a.y) };
  });
}

/** The runs on which a label may stand, the longest first. */
function runsFor(points: readonly Point[]): readonly Segment[] {
  const longest = segmentsOf(points)
    .sort((a, b) => b.length - a.length)
    .slice(0, 3);
  return longest.filter((segment, index) => index === 0 || segment.length >= labelHeight);
}

/** The first middle for a label that passes a test, the best first: in the middle of a run; above level runs, on upright ones. */
function middleOn(runs: readonly Segment[], test: (middle: Point) => boolean): Point | null {
  for (const { a, b } of runs) {
    const isUpright = Math.abs(a.y - b.y) > Math.abs(a.x - b.x);
    for (const stop of stops) {
      const x = a.x + (b.x - a.x) * stop;
      const y = a.y + (b.y - a.y) * stop;
      for (const by of isUpright ? inPlace : aboveAndBelow) {
        const middle = { x, y: y + by };
        if (test(middle)) return middle;
      }
    }
  }
  return null;
}

const around = (middle: Point, width: number): Box => ({
  x: middle.x - width / 2,
  y: middle.y - labelHeight / 2,
  width,
  height: labelHeight,
});

/** Where lines lie, each with the edge it is of, so that a label avoids the lines of others. */
interface Lines {
  readonly index: SpatialIndex;
  readonly owners: ReadonlyMap<Box, string>;
}

function linesOf(edges: readonly LabelledEdge[], work: Work): Lines {
  const index = spatialIndex(160, 160, work);
  const owners = new Map<Box, string>();
  for (const edge of edges) {
    for (const { a, b } of segmentsOf(edge.points)) {
      const x = Math.min(a.x, b.x);
      const y = Math.min(a.y, b.y);
      const line = grown({ x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }, 1.5);
      index.add(line);
      owners.set(line, edge.id);
    }
  }
  return { index, owners };
}

export interface LabelledEdge {
  readonly id: string;
  readonly points: readonly Point[];
  /** Widths in px of its label, the wanted one first and then those for less room; none for no label. */
  readonly labelWidths: readonly number[];
}

/**
 * A place for the label of each edge that has one: never under a card or another label, and on no other edge's line where that
 * can be. Where the wanted width fits nowhere, the place is for the next one; where nothing does, the edge has no place. Once more
 * than `mostWork` is counted, the rest have none either.
 */
export function labelPlaces(
  edges: readonly LabelledEdge[],
  cards: SpatialIndex,
  work: Work,
  mostWork: number,
): ReadonlyMap<string, LabelPlace> {
  const limit = limited(work, mostWork);
  const lines = linesOf(edges, work);
  const labels = spatialIndex(160, 160, work);
  const places = new Map<string, LabelPlace>();
  const place = (edge: LabelledEdge): LabelPlace | null => {
    const runs = runsFor(edge.points);
    const ofOther = (line: Box) => lines.owners.get(line) !== edge.id;
    for (const width of edge.labelWidths) {
      let second: Point | null = null;
      const clear = middleOn(runs, (middle) => {
        const box = around(middle, width);
        if (cards.hits(grown(box, 2)) || labels.hits(box)) return false;
        if (!lines.index.some(box, ofOther)) return true;
        second ??= middle;
        return false;
      });
      const middle: Point | null = clear ?? second;
      if (middle !== null) return { ...middle, room: width };
    }
    return null;
  };
  for (const edge of edges) {
    if (isSpent(limit)) break;
    if (edge.points.length < 2) continue;
    const found = place(edge);
    if (found === null) continue;
    labels.add(around(found, found.room));
    places.set(edge.id, found);
  }
  return places;
}
