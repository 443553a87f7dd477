import { sidesOf } from '../../../shared/diagram/ports';
import { drawnSides, droppedPlace, type Sides } from '../../../shared/edits/dropped-place';
import { handleOf } from '../../../shared/layout/geometry';
import type { Box, Design, Point, Side } from '../../../shared/model/schema';
import { partBoxes } from '../part-boxes';

export interface DrawnConnection {
  readonly from: Box;
  /** The card that it leads to, or the one that would be added there. */
  readonly to: Box;
  readonly sides: Sides;
}

/** Where an edge leads that is drawn from a side of a card to a point, over another card or the free canvas. */
export function drawnConnection(
  design: Design,
  from: string,
  held: Side | null,
  at: Point,
  over: string | null,
): DrawnConnection | null {
  const boxes = partBoxes(design);
  const caller = boxes.get(from);
  if (caller === undefined) return null;
  const side = held ?? undefined;
  const callee = over === null ? undefined : boxes.get(over);
  if (callee !== undefined)
    return { from: caller, to: callee, sides: drawnSides(caller, callee, side, at, sidesOf(caller, callee)) };
  const dropped = droppedPlace(design, from, at);
  if (dropped === null) return null;
  const { box, toSide } = dropped;
  const sides = drawnSides(caller, box, side, handleOf(box, toSide), sidesOf(caller, box));
  return { from: caller, to: box, sides };
}
