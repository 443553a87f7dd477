import type { EditResult } from '../../../shared/edits/edit';
import { duplicate } from '../../../shared/edits/insert';
import { entered, groupIdsOf, move, movedBy } from '../../../shared/edits/move';
import { partBoxes, withContents } from '../../../shared/edits/part-boxes';
import type { Box, Design, Point } from '../../../shared/model/schema';
import { currentDesign } from '../../store/document';
import { endDrag, useDrag } from '../../store/drag';
import { perform } from '../perform';

interface Session {
  readonly design: Design;
  readonly start: ReadonlyMap<string, Box>;
  readonly groups: ReadonlySet<string>;
  /** What the pointer took hold of. */
  readonly held: readonly string[];
  /** With it what stands in a group that it took. */
  readonly moving: ReadonlySet<string>;
  readonly lead: string;
  delta: Point;
}

let session: Session | null = null;

/** Takes hold of parts; `lead` is the one under the pointer. */
export function beginDrag(ids: readonly string[], lead: string): void {
  const design = currentDesign();
  if (design === null || ids.length === 0) return;
  session = {
    design,
    start: partBoxes(design),
    groups: groupIdsOf(design),
    held: ids,
    moving: withContents(design, ids),
    lead,
    delta: { x: 0, y: 0 },
  };
  useDrag.setState({ active: true });
}

export const isDragging = (): boolean => session !== null;

/** Moves all that is held so that the lead stands at `to`; where the others go follows from it. */
export function moveDrag(id: string, to: Point): void {
  if (session === null || id !== session.lead) return;
  const from = session.start.get(session.lead);
  if (from === undefined) return;
  session.delta = { x: to.x - from.x, y: to.y - from.y };
  const { start, moving, groups, delta } = session;
  useDrag.setState({ ...movedBy(start, moving, groups, delta), target: targetOf(session) });
}

/** The group that would take the lead in, where that is another than the one it stands in. */
function targetOf({ design, start, lead, moving, delta }: Session): string | null {
  const box = start.get(lead);
  if (box === undefined) return null;
  return entered(design, lead, { ...box, x: box.x + delta.x, y: box.y + delta.y }, moving);
}

/** Ends the drag: one edit for all that moved; a copy of it instead where `copy` is asked for. */
export function dropDrag(copy: boolean): void {
  const held = session;
  session = null;
  if (held !== null && (held.delta.x !== 0 || held.delta.y !== 0)) perform(dropped(held, copy));
  endDrag();
}

function dropped({ design, held, delta }: Session, copy: boolean): EditResult {
  const { x: dx, y: dy } = delta;
  return copy ? duplicate(design, { ids: held, dx, dy }) : move(design, { ids: held, dx, dy });
}

/** Puts everything back where it was. */
export function cancelDrag(): void {
  session = null;
  endDrag();
}
