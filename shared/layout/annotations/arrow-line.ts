import type { ArrowEnd, Box, Mark, Point } from '../../model/schema';
import type { ArrowHead, ArrowRoute } from '../../model/vocabulary';
import type { Attached, AttachedOf } from './annotation';
import { borderTowards } from './outline';

/** Between the tip of an arrow and the part that it ends at, px. */
const gapPx = 4;

export interface ArrowLine {
  /** From its start to its end: the corners, of a curve its two ends and what they are pulled to between them. */
  readonly points: readonly Point[];
  readonly route: ArrowRoute;
  readonly box: Box;
  /** Where its text stands. */
  readonly middle: Point;
}

interface End {
  readonly point: Point;
  readonly attached: Attached | undefined;
}

/** The line of an arrow as it runs between what it ends at. */
export function arrowLine(mark: Mark, attachedOf: AttachedOf): ArrowLine {
  const start = endOf(mark, mark.from ?? { x: 0, y: 0 }, attachedOf);
  const end = endOf(mark, mark.to ?? { x: 100, y: 0 }, attachedOf);
  const route = mark.route ?? 'straight';
  const points = route === 'straight' ? straight(start, end) : bent(start, end);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return {
    points,
    route,
    box: { x, y, width: Math.max(1, Math.max(...xs) - x), height: Math.max(1, Math.max(...ys) - y) },
    middle: middleOf(points),
  };
}

function endOf(mark: Mark, { part, x = 0, y = 0 }: ArrowEnd, attachedOf: AttachedOf): End {
  const attached = part === undefined || part === mark.id ? undefined : attachedOf(part);
  if (attached === undefined) return { point: { x: (mark.x ?? 0) + x, y: (mark.y ?? 0) + y }, attached };
  const { box } = attached;
  return { point: { x: box.x + box.width / 2, y: box.y + box.height / 2 }, attached };
}

function straight(start: End, end: End): readonly Point[] {
  return [borderOf(start, end.point), borderOf(end, start.point)];
}

function borderOf({ point, attached }: End, to: Point): Point {
  if (attached === undefined) return point;
  const border = borderTowards(attached.box, attached.outline, to);
  const [dx, dy] = [to.x - border.x, to.y - border.y];
  const length = Math.hypot(dx, dy);
  if (length <= gapPx) return border;
  return { x: border.x + (dx / length) * gapPx, y: border.y + (dy / length) * gapPx };
}

/** Leaves and arrives at the sides that face each other, by one run across between them. */
function bent(start: End, end: End): readonly Point[] {
  const [dx, dy] = [end.point.x - start.point.x, end.point.y - start.point.y];
  const isLevel = Math.abs(dx) >= Math.abs(dy);
  const from = sideOf(start, isLevel, isLevel ? Math.sign(dx) : Math.sign(dy));
  const to = sideOf(end, isLevel, isLevel ? -Math.sign(dx) : -Math.sign(dy));
  if (isLevel) {
    const x = (from.x + to.x) / 2;
    return [from, { x, y: from.y }, { x, y: to.y }, to];
  }
  const y = (from.y + to.y) / 2;
  return [from, { x: from.x, y }, { x: to.x, y }, to];
}

function sideOf({ point, attached }: End, isLevel: boolean, sign: number): Point {
  if (attached === undefined) return point;
  const { width, height } = attached.box;
  return isLevel
    ? { x: point.x + sign * (width / 2 + gapPx), y: point.y }
    : { x: point.x, y: point.y + sign * (height / 2 + gapPx) };
}

/** The middle of the run in the middle. */
function middleOf(points: readonly Point[]): Point {
  const at = Math.floor((points.length - 1) / 2);
  const [a, b] = [points[at] ?? { x: 0, y: 0 }, points[at + 1] ?? points[at] ?? { x: 0, y: 0 }];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

const written = (value: number): string => String(Math.round(value * 100) / 100);
const at = ({ x, y }: Point): string => `${written(x)} ${written(y)}`;

/** The line as the data of an SVG path. */
export function arrowPath({ points, route }: Pick<ArrowLine, 'points' | 'route'>): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  const [a, b, last] = others;
  if (route === 'curved' && a !== undefined && b !== undefined && last !== undefined)
    return `M${at(first)}C${at(a)} ${at(b)} ${at(last)}`;
  return `M${at(first)}${others.map((point) => `L${at(point)}`).join('')}`;
}

export interface HeadDrawing {
  readonly path: string;
  readonly isFilled: boolean;
}

/** The head at the end of the line, or at its start; null for none. */
export function arrowHeadAt(
  { points }: Pick<ArrowLine, 'points'>,
  end: 'start' | 'end',
  head: ArrowHead,
  strokePx: number,
): HeadDrawing | null {
  const ordered = end === 'end' ? points : points.toReversed();
  const tip = ordered.at(-1);
  const before = ordered.findLast((point) => tip !== undefined && distance(point, tip) > 0.5);
  if (head === 'none' || tip === undefined || before === undefined) return null;
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const length = 8 + 2.5 * strokePx;
  if (head === 'dot') return { path: dotAt(tip, length / 3), isFilled: true };
  const wing = (turn: number): Point => ({
    x: tip.x - length * Math.cos(angle + turn),
    y: tip.y - length * Math.sin(angle + turn),
  });
  const line = `M${at(wing(0.45))}L${at(tip)}L${at(wing(-0.45))}`;
  return head === 'triangle' ? { path: `${line}Z`, isFilled: true } : { path: line, isFilled: false };
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

function dotAt({ x, y }: Point, radius: number): string {
  const [left, r] = [written(x - radius), written(radius)];
  return `M${left} ${written(y)}a${r} ${r} 0 1 0 ${written(2 * radius)} 0a${r} ${r} 0 1 0 ${written(-2 * radius)} 0Z`;
}
