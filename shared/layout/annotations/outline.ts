import type { Box, Point } from '../../model/schema';

/** How a border runs in its box. */
export type Outline = 'box' | 'ellipse' | 'diamond';

/** Where the line from the middle of a box towards a point crosses its border; the middle itself for a point there. */
export function borderTowards(box: Box, outline: Outline, to: Point): Point {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const [dx, dy] = [to.x - middle.x, to.y - middle.y];
  const [across, down] = [Math.abs(dx) / (box.width / 2 || 1), Math.abs(dy) / (box.height / 2 || 1)];
  if (across === 0 && down === 0) return middle;
  // How much longer the way to the point is than the way to the border, in the measure of each form.
  const times = {
    box: Math.max(across, down),
    ellipse: Math.hypot(across, down),
    diamond: across + down,
  }[outline];
  return { x: middle.x + dx / times, y: middle.y + dy / times };
}
