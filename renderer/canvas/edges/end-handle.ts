import type { Point } from '../../../shared/model/schema';
import type { End } from '../tools/reconnect';

/** px from a card at which its end of an edge is taken hold of: beyond the card's own handles. */
const outPx = 16;
/** px of a straight line that its two handles leave free between them. */
const freePx = 3 * outPx;

/** Where an end of a line is taken hold of: a little before it, nearer to the card where the line is short, which stays to be seen. */
export function endHandleAt(line: readonly Point[], end: End): Point | null {
  const [tip, next] = end === 'from' ? line : line.toReversed();
  if (tip === undefined || next === undefined) return null;
  const length = Math.hypot(next.x - tip.x, next.y - tip.y);
  if (length === 0) return tip;
  const most = line.length === 2 ? Math.max(0, length - freePx) / 2 : length / 2;
  const part = Math.min(outPx, most) / length;
  return { x: tip.x + (next.x - tip.x) * part, y: tip.y + (next.y - tip.y) * part };
}
