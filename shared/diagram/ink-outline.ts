import { getStroke } from 'perfect-freehand';
import { inkStrokePx, placedInk } from '../layout/annotations/ink';
import type { Mark } from '../model/schema';

const n = (value: number): string => String(Math.round(value * 100) / 100);

/** The outline of a stroke as the data of a filled SVG path, from the upper left of its box. */
export function inkOutline(mark: Mark): string {
  const { pressures } = mark;
  const points = placedInk(mark).map(({ x, y }, at) => [x, y, pressures?.[at] ?? 0.5]);
  const outline = getStroke(points, {
    size: mark.strokePx ?? inkStrokePx,
    thinning: 0.55,
    smoothing: 0.5,
    streamline: 0.3,
    simulatePressure: pressures === undefined,
    last: true,
  });
  const [first, ...others] = outline;
  if (first === undefined) return '';
  // A curve from each middle to the next, pulled to the corner between them.
  const curves = others.map(([x, y], at) => {
    const [nextX, nextY] = others[at + 1] ?? first;
    return `${n(x)} ${n(y)} ${n((x + nextX) / 2)} ${n((y + nextY) / 2)}`;
  });
  return `M${n(first[0])} ${n(first[1])}Q${curves.join(' ')}Z`;
}
