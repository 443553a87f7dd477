import type { PointerEvent } from 'react';
import { holdsBox, holdsPoint } from '../../../shared/layout/lasso';
import { lockedParts } from '../../../shared/model/locked';
import { markStates } from '../../../shared/model/marks';
import { type Design, groupsOf, type Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { shownDesign } from '../lanes/shown';
import { middleOf, partBoxes } from '../part-boxes';
import { canvasPointAt } from '../viewport';
import { gesturesOf, type Pointer } from './gestures';

/** How far the pointer goes until its way has another corner, px of the screen. */
const stepPx = 4;

/** Alt and a drag over the empty canvas selects what a line is drawn around. */
export function pressLasso(editor: Editor, event: PointerEvent<HTMLElement>): void {
  if (!event.altKey || event.button !== 0 || !(event.target instanceof Element)) return;
  if (!event.target.classList.contains('react-flow__pane')) return;
  event.stopPropagation();
  event.currentTarget.setPointerCapture(event.pointerId);
  beginLasso(editor, event);
}

/** Selecting by a line around parts; Shift, Ctrl or Cmd at its end adds them to what is selected. */
export function beginLasso(editor: Editor, start: Pointer): void {
  const gestures = gesturesOf(editor);
  let last = canvasPointAt(editor, start.clientX, start.clientY);
  let points: readonly Point[] = [last];
  gestures.begin({
    name: 'lasso',
    pullsView: true,
    move(pointer) {
      const at = canvasPointAt(editor, pointer.clientX, pointer.clientY);
      if (Math.hypot(at.x - last.x, at.y - last.y) * editor.view.getState().zoom < stepPx) return;
      last = at;
      points = [...points, at];
      gestures.show({ kind: 'lasso', points });
    },
    finish({ shiftKey = false, ctrlKey = false, metaKey = false }) {
      const design = shownDesign(editor);
      if (design === null) return;
      const before = shiftKey || ctrlKey || metaKey ? editor.selection.getState().ids : [];
      editor.select([...before, ...partsWithin(design, points)]);
    },
    cancel: () => undefined,
  });
}

/** The cards and annotations whose middle a line goes around, and the groups that it goes around wholly; none that is locked. */
function partsWithin(design: Design, line: readonly Point[]): readonly string[] {
  const groups = new Set(groupsOf(design).map(({ id }) => id));
  const { hidden, locked } = markStates(design);
  const still = lockedParts(design);
  return [...partBoxes(design)].flatMap(([id, box]) => {
    if (hidden.has(id) || locked.has(id) || still.has(id)) return [];
    const isIn = groups.has(id) ? holdsBox(line, box) : holdsPoint(line, middleOf(box));
    return isIn ? [id] : [];
  });
}
