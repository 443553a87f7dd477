import { grown } from '../layout/geometry';
import type { Box, Point, Side } from '../model/schema';
import type { Ports } from './ports';
import { ensured, type SpatialIndex, spatialIndex } from './spatial-index';
import { isSpent, limited, type Work } from './work';

/** One edge's line, with the cards it joins. */
export interface EndedLine {
  readonly ports: Ports;
  readonly from: Box;
  readonly to: Box;
  readonly points: readonly Point[];
  /** Bends of its own are not moved. */
  readonly isPlaced: boolean;
}

/** Nearer than this, two level runs look like one; a shorter common length is let pass. */
const nearPx = 5;
const shortestCommon = 24;
const shifts = [7, -7, 13, -13] as const;
/** Kept free at the ends of a card's side, and between two edges on it. */
const marginPx = 9;
const betweenPx = 7;

interface Run {
  readonly line: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

const boxOf = ({ y, low, high }: Run): Box => ({
  x: low,
  y: y - nearPx / 2,
  width: high - low,
  height: nearPx,
});

function runBetween(line: number, a: Point | undefined, b: Point | undefined): Run | null {
  if (a === undefined || b === undefined || a.y !== b.y || a.x === b.x) return null;
  return { line, y: a.y, low: Math.min(a.x, b.x), high: Math.max(a.x, b.x) };
}

/** The level runs that are settled, distinguished by the line they are of. */
interface Settled {
  readonly add: (run: Run) => void;
  readonly isClear: (run: Run) => boolean;
}

function settledRuns(work: Work): Settled {
  const index = spatialIndex(320, 24, work);
  const runs = new Map<Box, Run>();
  return {
    add(run) {
      const box = boxOf(run);
      index.add(box);
      runs.set(box, run);
    },
    isClear: (run) =>
      !index.some(boxOf(run), (box) => {
        const other = runs.get(box);
        if (other === undefined || other.line === run.line) return false;
        return Math.min(other.high, run.high) - Math.max(other.low, run.low) > shortestCommon;
      }),
  };
}

/** The step of a height, and those beside it. */
const neighbouring = [-1, 0, 1] as const;

const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];

type Heights = Map<number, number[]>;

/** Heights at which edges touch the upright sides of cards, in steps of the distance that they keep. */
function sideHeights(lines: readonly EndedLine[]) {
  const places = new Map<string, number>();
  const placeOf = new Map<Box, number>();
  const bySide: (Heights | undefined)[] = [];
  /** Those of one side; cards that are at the same place share theirs. */
  const at = (card: Box, side: Side): Heights => {
    const place = ensured(placeOf, card, () => ensured(places, `${card.x} ${card.y}`, () => places.size));
    const index = place * sides.length + sides.indexOf(side);
    const known = bySide[index] ?? new Map<number, number[]>();
    bySide[index] = known;
    return known;
  };
  const stepOf = (y: number) => Math.floor(y / betweenPx);
  const add = (card: Box, side: Side, y: number) => {
    ensured(at(card, side), stepOf(y), (): number[] => []).push(y);
  };
  for (const line of lines) {
    add(line.from, line.ports.from.side, line.ports.from.y);
    add(line.to, line.ports.to.side, line.ports.to.y);
  }
  return {
    isFree: (card: Box, side: Side, y: number, own: number) =>
      y >= card.y + marginPx &&
      y <= card.y + card.height - marginPx &&
      neighbouring.every((by) =>
        (at(card, side).get(stepOf(y) + by) ?? []).every(
          (other) => other === own || Math.abs(other - y) >= betweenPx,
        ),
      ),
    move: (card: Box, side: Side, from: number, to: number) => {
      if (from === to) return;
      const list = at(card, side).get(stepOf(from)) ?? [];
      const index = list.indexOf(from);
      if (index < 0) return;
      list.splice(index, 1);
      add(card, side, to);
    },
  };
}

/**
 * The lines with their first and last level runs moved by a few px along their cards, where they would otherwise lie on the run
 * of another edge. Cards are never crossed by it, and edges on a side keep their distance. Once more than `mostWork` is counted,
 * the rest stay as they are.
 */
export function spreadRuns(
  lines: readonly EndedLine[],
  cards: SpatialIndex,
  work: Work,
  mostWork: number,
): readonly (readonly Point[])[] {
  const limit = limited(work, mostWork);
  const settled = settledRuns(work);
  const heights = sideHeights(lines);
  const moved = lines.map((line) => [...line.points]);
  moved.forEach((points, line) => {
    for (let i = 1; i + 2 < points.length; i += 1) {
      const run = runBetween(line, points[i], points[i + 1]);
      if (run !== null) settled.add(run);
    }
  });
  lines.forEach((line, index) => {
    const points = moved[index];
    if (points === undefined || points.length < 2 || isSpent(limit)) return;
    const isStraight = points.length === 2;
    const ends = isStraight
      ? [[0, 1]]
      : [
          [0, 1],
          [points.length - 2, points.length - 1],
        ];
    for (const [a = 0, b = 0] of ends) {
      const run = runBetween(index, points[a], points[b]);
      if (run === null) continue;
      const touched = [
        ...(a === 0 ? [{ card: line.from, port: line.ports.from }] : []),
        ...(b === points.length - 1 ? [{ card: line.to, port: line.ports.to }] : []),
      ];
      const fits = (y: number) =>
        touched.every(({ card, port }) => heights.isFree(card, port.side, y, port.y)) &&
        settled.isClear({ ...run, y }) &&
        !cards.hits(grown({ x: run.low + 1, y, width: run.high - run.low - 2, height: 0 }, 0.5));
      const isFixed = line.isPlaced || settled.isClear(run);
      const y = isFixed ? run.y : (shifts.map((shift) => run.y + shift).find(fits) ?? run.y);
      for (const at of [a, b]) points[at] = { x: points[at]?.x ?? 0, y };
      for (const { card, port } of touched) heights.move(card, port.side, port.y, y);
      settled.add({ ...run, y });
    }
  });
  return moved;
}
