import { card } from '../layout/geometry';
import type { Box } from '../model/schema';

/** A box with rounded corners as an SVG path. */
export function boxPath({ x, y, width, height }: Box, radiusPx: number): string {
  const r = Math.max(0, Math.min(radiusPx, width / 2, height / 2));
  const corner = (dx: number, dy: number): string => (r === 0 ? '' : `a${r} ${r} 0 0 1 ${dx} ${dy}`);
  return (
    `M${x + r} ${y}h${width - 2 * r}${corner(r, r)}v${height - 2 * r}${corner(-r, r)}` +
    `h${2 * r - width}${corner(-r, -r)}v${2 * r - height}${corner(r, -r)}z`
  );
}

/** The lines of a card that is drawn by hand, its upper left at the origin: around it, and its layer's edge at the left. */
export const cardLines = (width: number, height: number) => ({
  outline: boxPath({ x: 0.5, y: 0.5, width: width - 1, height: height - 1 }, card.radius),
  edge: `M2 ${card.radius}V${height - card.radius}`,
});
