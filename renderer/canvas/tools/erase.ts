import { remove } from '../../../shared/edits/remove';
import { marksById } from '../../../shared/layout/geometry';
import { lockedParts } from '../../../shared/model/locked';
import type { Editor } from '../../store/editors';
import { perform } from '../perform';
import { gesturesOf, type Pointer } from './gestures';

/** The distance at which the way of the eraser is looked at, px of the screen: thin lines are not stepped over. */
const stepPx = 3;

/** The ids of the parts whose drawing is at a place of the window. */
export type PartsAt = (clientX: number, clientY: number) => readonly string[];

/** Finds the elements of parts, under the sheet that the pointer moves on. */
export const partsAt: PartsAt = (clientX, clientY) =>
  document.elementsFromPoint(clientX, clientY).flatMap((element) => {
    const id = element.closest('.react-flow__node')?.getAttribute('data-id');
    return id === null || id === undefined ? [] : [id];
  });

/** Erasing: every annotation that the pointer goes over is deleted once it is released, as one step. */
export function beginErase(editor: Editor, start: Pointer, find: PartsAt = partsAt): void {
  const gestures = gesturesOf(editor);
  const design = editor.design();
  if (design === null) return;
  const marks = marksById(design);
  const locked = lockedParts(design);
  let ids: ReadonlySet<string> = new Set();
  let last = start;
  const go = (to: Pointer): void => {
    const [dx, dy] = [to.clientX - last.clientX, to.clientY - last.clientY];
    const steps = Math.max(1, Math.ceil(Math.hypot(dx, dy) / stepPx));
    const found = new Set(ids);
    for (let step = 1; step <= steps; step += 1)
      for (const id of find(last.clientX + (dx * step) / steps, last.clientY + (dy * step) / steps))
        if (marks.has(id) && !locked.has(id)) found.add(id);
    last = to;
    if (found.size === ids.size) return;
    ids = found;
    gestures.show({ kind: 'erase', ids });
  };
  gestures.begin({
    name: 'erase',
    move: go,
    finish() {
      const now = editor.design();
      if (now !== null && ids.size > 0) perform(editor, remove(now, { ids: [...ids] }));
    },
    cancel: () => undefined,
  });
  go(start);
}
