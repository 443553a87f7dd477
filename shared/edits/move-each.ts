import type { Message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { lockedParts } from '../model/locked';
import type { Design, Point } from '../model/schema';
import { type EditResult, edited, type Note } from './edit';
import { move } from './move';

/** Moves each part that is not locked by an amount of its own, canvas px, rounded to whole ones; each as `move` moves it. */
export function moveEach(design: Design, label: Message, shifts: ReadonlyMap<string, Point>): EditResult {
  const locked = lockedParts(design);
  let drawn = design;
  const changes: Change[] = [];
  const notes: Note[] = [];
  for (const [id, { x, y }] of shifts) {
    const [dx, dy] = [Math.round(x), Math.round(y)];
    if ((dx === 0 && dy === 0) || locked.has(id)) continue;
    const moved = move(drawn, { ids: [id], dx, dy });
    if (!moved.ok) return moved;
    changes.push(...moved.edit.changes);
    notes.push(...moved.edit.notes);
    drawn = applyChanges(drawn, moved.edit.changes);
  }
  return edited(label, changes, { notes });
}
