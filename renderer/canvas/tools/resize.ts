import { noGuides } from '../../../shared/layout/guides';
import { own } from '../../../shared/model/own';
import type { Box, Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { canvasPointAt } from '../viewport';
import { gesturesOf, type HeldKeys } from './gestures';
import { type HeldSides, resizeSnapping } from './snapping';

export const corners = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Corner = (typeof corners)[number];

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Resizing {
  readonly id: string;
  readonly box: Box;
  readonly smallest: Size;
  /** Its corners keep its form. */
  readonly keepsForm?: boolean;
  readonly onResize: (box: Box) => void;
}

/** Resizing a part by a corner or a side; `onResize` makes the edit, once the pointer is released. */
export function beginResize(
  editor: Editor,
  corner: Corner,
  { id, box, smallest, keepsForm, onResize }: Resizing,
): void {
  const { drag } = editor;
  const snap = resizeSnapping(editor, id, heldSides(corner), (to) => resized(box, corner, to, smallest));
  let at: Point | null = null;
  const show = (keys: HeldKeys): void => {
    if (at === null) return;
    // A form that is kept leaves no side free to be aligned.
    const { to, guides } =
      keepsForm === true && corner.length === 2
        ? { to: inForm(box, corner, resized(box, corner, at, smallest)), guides: noGuides }
        : snap(at, keys);
    drag.setState({ boxes: { [id]: to }, guides });
  };
  gesturesOf(editor).begin({
    name: 'resize',
    pullsView: true,
    move(pointer) {
      at = canvasPointAt(editor, pointer.clientX, pointer.clientY);
      show(pointer);
    },
    keysChanged: show,
    finish() {
      const next = own(drag.getState().boxes, id);
      editor.endDrag();
      if (next !== undefined && !sameBox(next, box)) onResize(next);
    },
    cancel: editor.endDrag,
  });
  drag.setState({ active: true });
}

const heldSides = (corner: Corner): HeldSides => ({
  ...(corner.includes('w') ? { x: 'start' } : {}),
  ...(corner.includes('e') ? { x: 'end' } : {}),
  ...(corner.includes('n') ? { y: 'start' } : {}),
  ...(corner.includes('s') ? { y: 'end' } : {}),
});

const sameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The box with the held corner or side at the pointer, the other side staying where it is. */
export function resized(box: Box, corner: Corner, to: Point, smallest: Size): Box {
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const left = corner.includes('w') ? Math.min(to.x, right - smallest.width) : box.x;
  const top = corner.includes('n') ? Math.min(to.y, bottom - smallest.height) : box.y;
  const farRight = corner.includes('e') ? Math.max(to.x, box.x + smallest.width) : right;
  const farBottom = corner.includes('s') ? Math.max(to.y, box.y + smallest.height) : bottom;
  return { x: left, y: top, width: farRight - left, height: farBottom - top };
}

/** The box at the held corner, in the form that it had. */
export function inForm(before: Box, corner: Corner, after: Box): Box {
  const factor = Math.max(after.width / before.width, after.height / before.height);
  const [width, height] = [Math.round(before.width * factor), Math.round(before.height * factor)];
  return {
    x: corner.includes('w') ? before.x + before.width - width : before.x,
    y: corner.includes('n') ? before.y + before.height - height : before.y,
    width,
    height,
  };
}
