import { own } from '../../../shared/model/own';
import type { Box, Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { snapped } from '../arrange';
import { canvasPointAt } from '../viewport';
import { gesturesOf } from './gestures';

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
  readonly onResize: (box: Box) => void;
}

/** Resizing a part by a corner or a side; `onResize` makes the edit, once the pointer is released. */
export function beginResize(editor: Editor, corner: Corner, { id, box, smallest, onResize }: Resizing): void {
  const { drag } = editor;
  gesturesOf(editor).begin({
    name: 'resize',
    move({ clientX, clientY }) {
      const { x, y } = canvasPointAt(editor, clientX, clientY);
      const next = resized(box, corner, { x: snapped(x), y: snapped(y) }, smallest);
      drag.setState({ boxes: { [id]: next } });
    },
    finish() {
      const next = own(drag.getState().boxes, id);
      editor.endDrag();
      if (next !== undefined && !sameBox(next, box)) onResize(next);
    },
    cancel: editor.endDrag,
  });
  drag.setState({ active: true });
}

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
