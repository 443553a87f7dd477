import type { PointerEvent } from 'react';
import { lockedParts } from '../../../shared/model/locked';
import type { Editor } from '../../store/editors';
import { isFar } from '../far/far';
import { partBoxes } from '../part-boxes';
import { canvasPointAt } from '../viewport';
import { partAt } from './card-at';
import { dragOf } from './drag';
import { gesturesOf } from './gestures';

const dragThresholdPx = 3;

/** From far there are no elements to press: the card under the pointer is found, selected and dragged here. */
export function overviewPointerDown(editor: Editor, event: PointerEvent<HTMLElement>): void {
  if (!isFar(editor) || event.button !== 0 || !(event.target instanceof Element)) return;
  if (!event.target.classList.contains('react-flow__pane')) return;
  const id = partAt(editor, canvasPointAt(editor, event.clientX, event.clientY));
  if (id === null) return;
  event.stopPropagation();
  const { selection, document } = editor;
  if (event.shiftKey || event.ctrlKey || event.metaKey) editor.toggleSelected(id);
  else if (!selection.getState().ids.has(id)) editor.select([id]);
  if (document.getState().readOnly) return;
  event.currentTarget.setPointerCapture(event.pointerId);
  beginOverviewPress(editor, event, id);
}

function beginOverviewPress(
  editor: Editor,
  start: { readonly clientX: number; readonly clientY: number },
  id: string,
): void {
  const design = editor.view.getState().lanes ? null : editor.design();
  const box = design === null ? undefined : partBoxes(design).get(id);
  if (design === null || box === undefined || lockedParts(design).has(id)) return;
  const from = canvasPointAt(editor, start.clientX, start.clientY);
  let drag: ReturnType<typeof dragOf> | null = null;
  gesturesOf(editor).begin({
    name: 'overview-press',
    pullsView: true,
    move(pointer) {
      const { clientX, clientY } = pointer;
      if (drag === null) {
        if (Math.hypot(clientX - start.clientX, clientY - start.clientY) < dragThresholdPx) return;
        const locked = lockedParts(design);
        const ids = [...editor.selection.getState().ids].filter((one) => !locked.has(one));
        drag = dragOf(editor, design, ids, id, pointer);
      }
      const to = canvasPointAt(editor, clientX, clientY);
      drag.partMoved(id, { x: box.x + to.x - from.x, y: box.y + to.y - from.y });
    },
    keysChanged: (keys) => drag?.keysChanged(keys),
    finish: (pointer) => drag?.finish(pointer),
    cancel: () => drag?.cancel(),
  });
}
