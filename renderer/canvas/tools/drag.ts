import type { EditResult } from '../../../shared/edits/edit';
import { duplicate } from '../../../shared/edits/insert';
import { entered, groupIdsOf, move, movedBy } from '../../../shared/edits/move';
import { partBoxes, withContents } from '../../../shared/edits/part-boxes';
import type { Design, Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { perform } from '../perform';
import { type Gesture, gesturesOf } from './gestures';

/**
 * Dragging parts; `lead` is the one under the pointer, and where the others go follows from it. One edit for all that moved,
 * or a copy of it where Alt is held at the end.
 */
export function dragOf(
  editor: Editor,
  design: Design,
  ids: readonly string[],
  lead: string,
): Required<Omit<Gesture, 'move'>> {
  const start = partBoxes(design);
  const groups = groupIdsOf(design);
  const moving = withContents(design, ids);
  let delta: Point = { x: 0, y: 0 };
  editor.drag.setState({ active: true });
  return {
    name: 'drag',
    partMoved(id, to) {
      const box = start.get(lead);
      if (id !== lead || box === undefined) return;
      delta = { x: to.x - box.x, y: to.y - box.y };
      // The group that would take the lead in, where that is another than the one it stands in.
      const target = entered(design, lead, { ...box, ...to }, moving);
      editor.drag.setState({ ...movedBy(start, moving, groups, delta), target });
    },
    finish({ altKey = false }) {
      if (delta.x !== 0 || delta.y !== 0) perform(editor, dropped(design, ids, delta, altKey));
      editor.endDrag();
    },
    cancel: editor.endDrag,
  };
}

function dropped(design: Design, ids: readonly string[], { x: dx, y: dy }: Point, copy: boolean): EditResult {
  return copy ? duplicate(design, { ids, dx, dy }) : move(design, { ids, dx, dy });
}

/** Takes hold of parts that the view drags. */
export function beginDrag(editor: Editor, ids: readonly string[], lead: string): void {
  const design = editor.design();
  if (design !== null && ids.length > 0) gesturesOf(editor).begin(dragOf(editor, design, ids, lead));
}
