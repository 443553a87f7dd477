import type { Box, Point } from '../model/schema';
import { grown } from './geometry';
import { type SpatialIndex, spatialIndex } from './spatial-index';

/** The middle of an edge's label, and the width in px that is free for it there. */
export interface LabelPlace extends Point {
  readonly room: number;
}

export const labelHeight = 16;
/** Between the middle of a label and the level run that it stands above or below. */
const lift = 11;
const stops = [0.5, 0.36, 0.64, 0.22, 0.78] as const;

interface Segment {
  readonly a: Point;
  readonly b: Point;
  readonly length: number;
}

function segmentsOf(points: readonly Point[]): readonly Segment[] {
  return points.slice(1).map((b, index) => {
    const a = points[index] ?? b;
    return { a, b, length: Math.abs(b.x - a.x) + Math.abs(b.y - a.y) };
  });
}

/** Middles for a label, the best first: on the longest run, in its middle; above level runs, on upright ones. */
function candidatesOf(points: readonly Point[]): readonly Point[] {
  const segments = segmentsOf(points)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 3);
  return segments
    .filter((segment, index) => index === 0 || segment.length >= labelHeight)
    .flatMap(({ a, b }) =>
      stops.flatMap((stop) => {
        const middle = { x: a.x + (b.x - a.x) * stop, y: a.y + (b.y - a.y) * stop };
        if (Math.abs(a.y - b.y) > Math.abs(a.x - b.x)) return [middle];
        return [
          { x: middle.x, y: middle.y - lift },
          { x: middle.x, y: middle.y + lift },
        ];
      }),
    );
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

function linesOf(edges: readonly LabelledEdge[]): Lines {
  const index = spatialIndex(160, 160);
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
 * can be. Where the wanted width fits nowhere, the place is for the next one; where nothing does, the edge has no place.
 */
export function labelPlaces(
  edges: readonly LabelledEdge[],
  cards: SpatialIndex,
): ReadonlyMap<string, LabelPlace> {
  const lines = linesOf(edges);
  const labels = spatialIndex(160, 160);
  const places = new Map<string, LabelPlace>();
  const place = (edge: LabelledEdge): LabelPlace | null => {
    const candidates = candidatesOf(edge.points);
    for (const width of edge.labelWidths) {
      let second: Point | null = null;
      for (const middle of candidates) {
        const box = around(middle, width);
        if (cards.hits(grown(box, 2)) || labels.hits(box)) continue;
        const onLine = lines.index.some(box, (line) => lines.owners.get(line) !== edge.id);
        if (!onLine) return { x: middle.x, y: middle.y, room: width };
        second ??= middle;
      }
      if (second !== null) return { x: second.x, y: second.y, room: width };
    }
    return null;
  };
  for (const edge of edges) {
    if (edge.points.length < 2) continue;
    const found = place(edge);
    if (found === null) continue;
    labels.add(around(found, found.room));
    places.set(edge.id, found);
  }
  return places;
}
