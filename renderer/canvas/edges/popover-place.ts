import type { Point } from '../../../shared/model/schema';

interface Size {
  readonly width: number;
  readonly height: number;
}

const marginPx = 8;

/** Height of the tools at the foot of the canvas, with their margin. */
export const footToolsPx = 56;

/**
 * Upper left corner of a popover, px of the canvas on the screen: its upper side is centred at `wanted`, but it stays whole
 * on the canvas and above the tools at its foot, so that it is always seen and can be reached by keyboard.
 */
export function popoverPlace(wanted: Point, popover: Size, canvas: Size): Point {
  return {
    x: within(wanted.x - popover.width / 2, canvas.width - marginPx - popover.width),
    y: within(wanted.y, canvas.height - footToolsPx - popover.height),
  };
}

/** Where there is too little room its beginning shows. */
const within = (value: number, last: number): number => Math.max(marginPx, Math.min(value, last));
