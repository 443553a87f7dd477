import { grown } from '../layout/geometry';
import type { Box, Point } from '../model/schema';
import { type SpatialIndex, spatialIndex } from './spatial-index';
import type { Work } from './work';

/** A straight piece of a line. */
export interface Segment {
  readonly a: Point;
  readonly b: Point;
  readonly length: number;
}

export const isLevel = ({ a, b }: Segment) => Math.abs(a.y - b.y) < 0.05;
export const isUpright = ({ a, b }: Segment) => Math.abs(a.x - b.x) < 0.05;

export function segmentsOf(points: readonly Point[]): readonly Segment[] {
  return points.slice(1).map((b, index) => {
    const a = points[index] ?? b;
    return { a, b, length: Math.hypot(b.x - a.x, b.y - a.y) };
  });
}

/** px that labels keep from cards, and half the width that a line is kept clear by. */
const besideCardPx = 2;
const lineHalfPx = 1.5;

/** The part of a segment inside a box, as a box; null for none. What lies beyond each pair of the box's sides is cut off. */
function clipped({ a, b }: Segment, box: Box): Box | null {
  let [low, high] = [0, 1];
  for (const [from, by, start, length] of [
    [a.x, b.x - a.x, box.x, box.width],
    [a.y, b.y - a.y, box.y, box.height],
  ] as const) {
    if (by === 0) {
      if (from <= start || from >= start + length) return null;
      continue;
    }
    const [first, second] = [(start - from) / by, (start + length - from) / by];
    low = Math.max(low, Math.min(first, second));
    high = Math.min(high, Math.max(first, second));
    if (low >= high) return null;
  }
  const at = (part: number): Point => ({ x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part });
  const [from, to] = [at(low), at(high)];
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** A piece of an edge's line, with the room that it is kept clear by as its box. */
interface Piece extends Box {
  readonly id: string;
  readonly segment: Segment;
}

/** Longer pieces are cut, so that all of an index lie in cells of one size. */
const longestPx = 1200;
/** No line is cut into more: one that leads from end to end of the canvas stays in few pieces. */
const mostParts = 32;

function piecesOf(id: string, segment: Segment): readonly Piece[] {
  const { a, b, length } = segment;
  const count = Math.min(mostParts, Math.max(1, Math.ceil(length / longestPx)));
  const [width, height] = [Math.abs(a.x - b.x) / count, Math.abs(a.y - b.y) / count];
  const [dx, dy] = [(b.x - a.x) / count, (b.y - a.y) / count];
  return Array.from({ length: count }, (_, part) => ({
    x: a.x + dx * part + Math.min(0, dx) - lineHalfPx,
    y: a.y + dy * part + Math.min(0, dy) - lineHalfPx,
    width: width + 2 * lineHalfPx,
    height: height + 2 * lineHalfPx,
    id,
    segment,
  }));
}

/** What labels must not lie on. */
export interface Obstacles {
  /** Whether a line of any edge runs aslant: of such a one, more lies in a larger area than its parts in smaller ones. */
  readonly hasSlanted: boolean;
  /** Takes the place of a label or a handle. */
  readonly take: (box: Box) => void;
  /** Calls `found` with what lies in an area and is not of the edge `own`; true from it ends the search. */
  readonly some: (area: Box, own: string, found: (obstacle: Box) => boolean) => boolean;
}

/**
 * Cards, the lines of edges, and what `take` is given. Level pieces of lines, upright ones and the others are kept apart, in cells as
 * thin as they are: many lie beside each other, of which a label meets few.
 */
export function labelObstacles(
  lines: readonly { readonly id: string; readonly line: readonly Point[] }[],
  cards: SpatialIndex,
  work: Work,
): Obstacles {
  const taken = spatialIndex(120, 60, work);
  const level = spatialIndex<Piece>(640, 24, work);
  const upright = spatialIndex<Piece>(24, 640, work);
  const others = spatialIndex<Piece>(80, 80, work);
  let hasSlanted = false;
  for (const { id, line } of lines) {
    for (const segment of segmentsOf(line)) {
      const index = isLevel(segment) ? level : isUpright(segment) ? upright : others;
      if (index === others) hasSlanted = true;
      for (const piece of piecesOf(id, segment)) index.add(piece);
    }
  }
  return {
    hasSlanted,
    take: (box) => taken.add(box),
    some(area, own, found) {
      const ofOther = (piece: Piece) => piece.id !== own && found(piece);
      const aslant = ({ id, segment }: Piece): boolean => {
        if (id === own) return false;
        const part = clipped(segment, grown(area, lineHalfPx));
        return part !== null && found(grown(part, lineHalfPx));
      };
      return (
        taken.some(area, found) ||
        cards.some(grown(area, besideCardPx), (card) => found(grown(card, besideCardPx))) ||
        level.some(area, ofOther) ||
        upright.some(area, ofOther) ||
        others.some(area, aslant)
      );
    },
  };
}
