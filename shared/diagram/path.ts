import type { Point, Side } from '../model/schema';

const cornerPx = 9;
const round = (value: number) => Math.round(value * 10) / 10;
const at = (point: Point) => `${round(point.x)} ${round(point.y)}`;
const lengthOf = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);

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

/** SVG path data of an open arrow head whose tip touches the given side of a card. */
export function arrowHead(tip: Point, side: Side): string {
  const long = 7;
  const half = 4;
  const inward = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] } as const;
  const [dx, dy] = inward[side];
  const back = { x: tip.x + dx * long, y: tip.y + dy * long };
  const wing = (sign: number) => ({ x: back.x + sign * dy * half, y: back.y + sign * dx * half });
  return `M${at(wing(1))}L${at(tip)}L${at(wing(-1))}`;
}

/** Width of an edge: 1 px up to 10 calls a second, 3.2 px from 100 000 on, by their logarithm between. */
export function edgeWidthPx(rps: number): number {
  if (!(rps > 10)) return 1;
  return Math.round((1 + 2.2 * Math.min(1, (Math.log10(rps) - 1) / 4)) * 100) / 100;
}
