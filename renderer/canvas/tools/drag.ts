import type { EditResult } from '../../../shared/edits/edit';
import { duplicate } from '../../../shared/edits/insert';
import { isLoose } from '../../../shared/edits/insert-on-edge';
import { entered, groupIdsOf, grownByMove, type Moved, move, movedBy } from '../../../shared/edits/move';
import { partBoxes, withContents } from '../../../shared/edits/part-boxes';
import { lockedParts } from '../../../shared/model/locked';
import type { Box, Design, Point } from '../../../shared/model/schema';
import type { Editor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { staysInLanes } from '../lanes/stays-in-lanes';
import { middleOf } from '../part-boxes';
import { perform } from '../perform';
import { insertComponent } from '../place';
import { edgeUnder } from './edge-under';
import { type Gesture, gesturesOf, type HeldKeys } from './gestures';
import { moveSnapping } from './snapping';

/**
 * Dragging parts; `lead` is the one under the pointer, and where the others go follows from it. One edit for all that moved,
 * or a copy of it where Alt is held at the end.
 */
export function dragOf(
  editor: Editor,
  design: Design,
  ids: readonly string[],
  lead: string,
  pressed: HeldKeys = {},
): Required<Omit<Gesture, 'move' | 'pullsView'>> {
  const start = partBoxes(design);
  const box = start.get(lead);
  const groups = groupIdsOf(design);
  const moving = withContents(design, ids);
  const grownBy = grownByMove(design, ids);
  const insertable = ids.length === 1 && isInsertable(design, lead);
  const snap = box === undefined ? null : moveSnapping(editor, design, { moving, lead: box });
  let keys = pressed;
  let pulled: Point | null = null;
  let delta: Point = { x: 0, y: 0 };
  let middle: Point = delta;
  let edge: string | null = null;
  const show = (): void => {
    if (pulled === null || box === undefined || snap === null) return;
    const { to, guides } = snap(pulled, keys);
    delta = to;
    const now = { ...box, x: box.x + delta.x, y: box.y + delta.y };
    middle = middleOf(now);
    const isCopy = keys.altKey === true;
    edge = insertable && !isCopy ? edgeUnder(editor, middle) : null;
    const moved = movedBy(start, moving, groups, delta);
    editor.drag.setState({
      ...(isCopy ? { places: {}, boxes: {}, copies: copiesAt(start, moved) } : { ...moved, copies: {} }),
      // On an edge it does not stand where it is held.
      ...(isCopy || edge !== null ? {} : { boxes: { ...moved.boxes, ...grownBy(delta) } }),
      guides,
      // The group that would take the lead in, where that is another than the one it is in.
      target: isCopy ? null : entered(design, lead, now, moving),
      dropEdge: edge,
    });
  };
  editor.drag.setState({ active: true });
  // Undo in the middle may take away what is held: React Flow then tells of no end.
  const stopWatching = editor.document.subscribe(({ design: now }) => {
    if (now === null || !partBoxes(now).has(lead)) gesturesOf(editor).cancel();
  });
  return {
    name: 'drag',
    partMoved(id, to) {
      if (id !== lead || box === undefined) return;
      pulled = { x: to.x - box.x, y: to.y - box.y };
      show();
    },
    keysChanged(held) {
      keys = held;
      show();
    },
    finish({ altKey = false }) {
      stopWatching();
      if (edge !== null && !altKey) insertComponent(editor, edge, { node: lead, at: middle });
      else if (delta.x !== 0 || delta.y !== 0) perform(editor, dropped(design, ids, delta, altKey));
      editor.endDrag();
    },
    cancel() {
      stopWatching();
      editor.endDrag();
    },
  };
}

/** The boxes of copies of what would else have moved. */
const copiesAt = (
  start: ReadonlyMap<string, Box>,
  { places, boxes }: Moved,
): Readonly<Record<string, Box>> => ({
  ...boxes,
  ...Object.fromEntries(
    Object.entries(places).flatMap(([id, at]) => {
      const box = start.get(id);
      return box === undefined ? [] : [[id, { ...box, ...at }] as const];
    }),
  ),
});

/** A card without edges that something can call is inserted on the edge that it is dropped on. */
const isInsertable = (design: Design, id: string): boolean =>
  isLoose(design, id) && resolvedOf(design).nodes.get(id)?.behaviour !== 'source';

function dropped(design: Design, ids: readonly string[], { x: dx, y: dy }: Point, copy: boolean): EditResult {
  return copy ? duplicate(design, { ids, dx, dy }) : move(design, { ids, dx, dy });
}

/** Takes hold of parts that the view drags. */
export function beginDrag(editor: Editor, ids: readonly string[], lead: string, keys: HeldKeys = {}): void {
  if (staysInLanes(editor)) return;
  const design = editor.design();
  if (design === null) return;
  const locked = lockedParts(design);
  const free = ids.filter((id) => !locked.has(id));
  if (free.length > 0 && !locked.has(lead))
    gesturesOf(editor).begin(dragOf(editor, design, free, lead, keys));
}
