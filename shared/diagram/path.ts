import type { Box, Point, Side } from '../model/schema';

const cornerPx = 9;
const round = (value: number) => Math.round(value * 10) / 10;
const at = (point: Point) => `${round(point.x)} ${round(point.y)}`;

/** Most runs are level or upright, and their lengths need no root. */
function lengthOf(a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  if (dx === 0 || dy === 0) return Math.abs(dx + dy);
  return Math.hypot(dx, dy);
}

/** The point on the way from `from` towards `to` that is `distance` px from `from`. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = lengthOf(from, to);
  if (length === 0) return from;
  const part = distance / length;
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/** Without repeated points and without those in the middle of a straight run. */
export function simplified(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last !== undefined && Math.abs(last.x - point.x) < 0.05 && Math.abs(last.y - point.y) < 0.05)
      continue;
    const before = kept.at(-2);
    const straight =
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x && (last.y - before.y) * (point.y - last.y) >= 0) ||
        (before.y === last.y && last.y === point.y && (last.x - before.x) * (point.x - last.x) >= 0));
    if (straight) kept.pop();
    kept.push({ x: point.x, y: point.y });
  }
  return kept;
}

/** SVG path data of a line through the points, its corners rounded with 9 px, less where a run is too short for that. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = [`M${at(first)}`];
  let before = first;
  rest.forEach((corner, index) => {
    const after = rest[index + 1];
    if (after === undefined) {
      parts.push(`L${at(corner)}`);
      return;
    }
    const runIn = lengthOf(before, corner) / (index === 0 ? 1 : 2);
    const runOut = lengthOf(corner, after) / (index + 2 === rest.length ? 1 : 2);
    const radius = Math.min(cornerPx, runIn, runOut);
    parts.push(`L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`);
    before = corner;
  });
  return parts.join('');
}

/** Pieces that each bend of a curved line is drawn as where it must be straight. */
const piecesOfBend = 6;
/** No area around a bend is taken that is smaller. */
const leastSweepPx = cornerPx;

/**
 * A line in one sweep: its corners are rounded as far as the middles of their runs, less where a card is in the bend. `line` is
 * the same in straight pieces.
 */
export function curvedPath(
  points: readonly Point[],
  isClear: (area: Box) => boolean,
): { readonly path: string; readonly line: readonly Point[] } {
  const [first, ...rest] = points;
  if (first === undefined) return { path: '', line: [] };
  const parts = [`M${at(first)}`];
  const line: Point[] = [first];
  let before = first;
  rest.forEach((corner, index) => {
    const after = rest[index + 1];
    if (after === undefined) {
      parts.push(`L${at(corner)}`);
      line.push(corner);
      return;
    }
    const runIn = lengthOf(before, corner) * (index === 0 ? 0.8 : 0.5);
    const runOut = lengthOf(corner, after) * (index + 2 === rest.length ? 0.8 : 0.5);
    const [start, end] = sweepOf(corner, before, after, runIn, runOut, isClear);
    parts.push(`L${at(start)}Q${at(corner)} ${at(end)}`);
    for (let piece = 0; piece <= piecesOfBend; piece += 1)
      line.push(onBend(start, corner, end, piece / piecesOfBend));
    before = corner;
  });
  return { path: parts.join(''), line };
}

/** Where a bend begins and ends, as wide as the cards beside it allow. */
function sweepOf(
  corner: Point,
  before: Point,
  after: Point,
  runIn: number,
  runOut: number,
  isClear: (area: Box) => boolean,
): readonly [Point, Point] {
  let part = 1;
  for (;;) {
    const start = towards(corner, before, runIn * part);
    const end = towards(corner, after, runOut * part);
    const x = Math.min(start.x, end.x, corner.x);
    const y = Math.min(start.y, end.y, corner.y);
    const width = Math.max(start.x, end.x, corner.x) - x;
    const height = Math.max(start.y, end.y, corner.y) - y;
    const isSmall = Math.max(width, height) <= leastSweepPx;
    if (isSmall || isClear({ x, y, width, height })) return [start, end];
    part /= 2;
  }
}

/** A point of a quadratic Bézier curve. */
function onBend(a: Point, control: Point, b: Point, t: number): Point {
  const of = (from: number, by: number, to: number) =>
    (1 - t) ** 2 * from + 2 * (1 - t) * t * by + t ** 2 * to;
  return { x: of(a.x, control.x, b.x), y: of(a.y, control.y, b.y) };
}

const headLong = 7;
const headHalf = 4;

/** SVG path data of an open arrow head whose tip touches the given side of a card. */
export function arrowHead(tip: Point, side: Side): string {
  const outward = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] } as const;
  const [dx, dy] = outward[side];
  return headAt(tip, dx, dy);
}

/** SVG path data of an open arrow head at the end of a line that comes from a point. */
export function arrowHeadFrom(from: Point, tip: Point): string {
  const length = lengthOf(from, tip);
  return length === 0
    ? headAt(tip, -1, 0)
    : headAt(tip, (from.x - tip.x) / length, (from.y - tip.y) / length);
}

/** `dx`, `dy`: the direction from the tip back along the line. */
function headAt(tip: Point, dx: number, dy: number): string {
  const back = { x: tip.x + dx * headLong, y: tip.y + dy * headLong };
  const wing = (sign: number) => ({ x: back.x - sign * dy * headHalf, y: back.y + sign * dx * headHalf });
  return `M${at(wing(1))}L${at(tip)}L${at(wing(-1))}`;
}

/** Width of an edge: 1 px up to 10 calls a second, 3.2 px from 100 000 on, by their logarithm between. */
export function edgeWidthPx(rps: number): number {
  if (!(rps > 10)) return 1;
  return Math.round((1 + 2.2 * Math.min(1, (Math.log10(rps) - 1) / 4)) * 100) / 100;
}
