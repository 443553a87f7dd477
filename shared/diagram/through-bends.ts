import type { Point, Side } from '../model/schema';
import { simplified } from './path';
import type { Ports } from './ports';

/** Free px before and behind a card. */
export const leave = 12;
export const arrive = 18;

const horizontal = (side: Side) => side === 'left' || side === 'right';
const steps = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] } as const;

/** Whether a line that came to `last` would go back on itself towards `next`, which is in line with it. */
function isReversal(line: readonly Point[], next: Point): boolean {
  const [before, last] = [line.at(-2), line.at(-1)];
  if (before === undefined || last === undefined) return false;
  return (last.x - before.x) * (next.x - last.x) + (last.y - before.y) * (next.y - last.y) < 0;
}

/** Through bends that a person placed, with a corner wherever two of them are not in line. */
export function throughPoints(ports: Ports, points: readonly Point[]): readonly Point[] {
  const line: Point[] = [ports.from];
  let flat = horizontal(ports.from.side);
  for (const point of points) {
    const last = line.at(-1) ?? point;
    if (last.x !== point.x && last.y !== point.y) {
      const [level, upright] = [
        { x: point.x, y: last.y },
        { x: last.x, y: point.y },
      ];
      // Between two bends the line turns rather than going back; at the first one it must leave its card.
      if (line.length > 1 && isReversal(line, flat ? level : upright)) flat = !flat;
      line.push(flat ? level : upright);
      flat = !flat;
    }
    line.push(point);
  }
  const last = line.at(-1) ?? ports.from;
  const corner = horizontal(ports.to.side) ? { x: last.x, y: ports.to.y } : { x: ports.to.x, y: last.y };
  return withoutSpurs([...line, corner, ports.to].map(({ x, y }) => ({ x, y })));
}

/** Out of one side and into another that does not face it: a step away from each, and corners between. */
export function aroundCorner(ports: Ports): readonly Point[] {
  const beyond = (port: Ports['from'], distance: number) => {
    const [dx, dy] = steps[port.side];
    return { x: port.x + dx * distance, y: port.y + dy * distance };
  };
  return throughPoints(ports, [beyond(ports.from, leave), beyond(ports.to, arrive)]);
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.05;

/**
 * The line without runs that go back on themselves. A bend beyond the end that it leads to, as when a card was moved since, still
 * says where its run lies, and no more how far that goes.
 */
export function withoutSpurs(points: readonly Point[]): readonly Point[] {
  const line: Point[] = [];
  for (const point of points) {
    line.push(point);
    for (;;) {
      const [a, b, c] = [line.at(-3), line.at(-2), line.at(-1)];
      if (a === undefined || b === undefined || c === undefined) break;
      const goesBack =
        (near(a.x, b.x) && near(b.x, c.x) && (b.y - a.y) * (c.y - b.y) < 0) ||
        (near(a.y, b.y) && near(b.y, c.y) && (b.x - a.x) * (c.x - b.x) < 0);
      if (!goesBack && !(near(b.x, c.x) && near(b.y, c.y))) break;
      // The two ends of a line stay where they are.
      line.splice(-2, 1);
    }
  }
  return line;
}

const sameLine = (a: readonly Point[], b: readonly Point[]): boolean =>
  a.length === b.length &&
  a.every((point, at) => near(point.x, b[at]?.x ?? Number.NaN) && near(point.y, b[at]?.y ?? Number.NaN));

/**
 * The bends that say what a person drew and no more, of all corners of a line: with the ends where they are they give the same line,
 * and what is left out is worked out anew once a card moves.
 */
export function fewestBends(ports: Ports, corners: readonly Point[]): readonly Point[] {
  const wanted = simplified(throughPoints(ports, corners));
  let kept = corners;
  for (let at = 0; at < kept.length && kept.length > 1; ) {
    const fewer = kept.toSpliced(at, 1);
    if (sameLine(simplified(throughPoints(ports, fewer)), wanted)) kept = fewer;
    else at += 1;
  }
  return kept;
}
