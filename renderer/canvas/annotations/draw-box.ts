import type { Box, Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { snapped } from '../arrange';
import { boxBetween } from '../box-between';
import { type Gesture, gesturesOf, type Pointer } from '../tools/gestures';
import { canvasPointAt } from '../viewport';
import { addAnnotation, type NewMark, styled } from './add-annotation';

/** A drag that is shorter than this in both directions is a click, canvas px. */
const smallestPx = 12;

interface BoxDrawing {
  readonly kind: NewMark['kind'];
  /** The size that a click gives. */
  readonly usual: { readonly width: number; readonly height: number };
  /** A click puts the middle of it there, and not its corner. */
  readonly aroundClick: boolean;
  readonly writes: boolean;
}

/** Drawing an annotation that is a box: a drag gives its box, a click puts one of the usual size there; Shift makes it square. */
export function beginBox(
  editor: Editor,
  pointer: Pointer,
  { kind, usual, aroundClick, writes }: BoxDrawing,
): void {
  const gestures = gesturesOf(editor);
  const pointOf = ({ clientX, clientY }: Pointer): Point => {
    const { x, y } = canvasPointAt(editor, clientX, clientY);
    return { x: snapped(x), y: snapped(y) };
  };
  const from = pointOf(pointer);
  const start = canvasPointAt(editor, pointer.clientX, pointer.clientY);
  let box: Box | null = null;
  gestures.begin({
    name: 'draw-mark',
    pullsView: true,
    move(next) {
      const at = canvasPointAt(editor, next.clientX, next.clientY);
      const isDrag = Math.max(Math.abs(at.x - start.x), Math.abs(at.y - start.y)) >= smallestPx;
      if (!isDrag && box === null) return;
      box = atLeastAStep(
        boxBetween(from, next.shiftKey === true ? squareTo(from, pointOf(next)) : pointOf(next)),
      );
      gestures.show({
        kind: 'mark',
        mark: { id: 'draft', ...styled(editor, { kind, ...box }) },
        target: null,
      });
    },
    finish() {
      const corner = aroundClick
        ? { x: snapped(start.x - usual.width / 2), y: snapped(start.y - usual.height / 2) }
        : from;
      // A note or a shape of the usual size says none: it grows with its text.
      addAnnotation(editor, { kind, ...(box ?? { ...corner, ...(aroundClick ? usual : {}) }) }, { writes });
    },
    cancel: () => undefined,
  } satisfies Gesture);
}

function squareTo(from: Point, to: Point): Point {
  const side = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  return { x: from.x + side * (to.x < from.x ? -1 : 1), y: from.y + side * (to.y < from.y ? -1 : 1) };
}

const stepPx = 20;
const atLeastAStep = (box: Box): Box => ({
  ...box,
  width: Math.max(stepPx, box.width),
  height: Math.max(stepPx, box.height),
});
