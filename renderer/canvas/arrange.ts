import { arrangeByLayers } from '../../shared/edits/arrange';
import { group, resizeGroup as groupResized, ungroup } from '../../shared/edits/group';
import { move } from '../../shared/edits/move';
import { remove } from '../../shared/edits/remove';
import { addNote, resizeNote, writeNote } from '../../shared/edits/write-note';
import { type Box, type Design, groupsOf, type Point } from '../../shared/model/schema';
import type { GroupKind } from '../../shared/model/vocabulary';
import { currentDesign } from '../store/document';
import { startEditing } from '../store/editing';
import { useSelection } from '../store/selection';
import { setView } from '../store/view';
import { partBoxes } from './part-boxes';
import { perform } from './perform';
import { fitAll } from './viewport';

export { gridPx, snapped } from '../../shared/layout/geometry';

/** Runs an edit on the open design; false where none is open. */
function onDesign(run: (design: Design) => boolean): boolean {
  const design = currentDesign();
  return design !== null && run(design);
}

const selectedIds = (): readonly string[] => [...useSelection.getState().ids];

/** Moves what is selected by so many px; presses that follow each other are one step of undo. */
export function nudgeSelection(dx: number, dy: number): boolean {
  return onDesign((design) => {
    const ids = selectedIds().filter((id) => partBoxes(design).has(id));
    if (ids.length === 0) return false;
    return perform(move(design, { ids, dx, dy }), { mergeKey: `nudge ${ids.join(' ')}` });
  });
}

/** Deletes what is selected. */
export function removeSelection(): boolean {
  const { flow } = useSelection.getState();
  const ids = flow === null ? selectedIds() : [flow];
  return ids.length > 0 && onDesign((design) => perform(remove(design, { ids })));
}

/** Gives a group another size; cards that come to lie in it or out of it change their membership. */
export function resizeGroup(id: string, box: Box): void {
  onDesign((design) => perform(groupResized(design, { id, box })));
}

/** Draws a group around what is selected; false where nothing is. Without a kind it is the one that fits the place. */
export function groupSelection(kind?: GroupKind): boolean {
  return onDesign((design) => {
    const ids = selectedIds().filter((id) => partBoxes(design).has(id));
    return ids.length > 0 && grouped(design, { ids, kind });
  });
}

/** Adds a group of this box; cards whose middle it holds, and groups that lie in it, stand in it from now on. */
export function addGroup(box: Box, kind?: GroupKind): void {
  onDesign((design) => grouped(design, { box, kind }));
}

function grouped(design: Design, options: Parameters<typeof group>[1]): boolean {
  const result = group(design, options);
  if (!perform(result)) return false;
  const [id] = (result.ok ? result.edit.select : undefined) ?? [];
  if (id !== undefined) startEditing(id);
  return true;
}

/** Takes the selected groups away; what stood in them stays. */
export function ungroupSelection(): boolean {
  return onDesign((design) => {
    const { ids } = useSelection.getState();
    const groups = groupsOf(design).flatMap(({ id }) => (ids.has(id) ? [id] : []));
    return groups.length > 0 && perform(ungroup(design, { ids: groups }));
  });
}

/** Puts every card into its layer's column, as one step, and shows them all. */
export function arrangeAll(): void {
  if (onDesign((design) => perform(arrangeByLayers(design)))) fitAll();
}

/** Puts a note or a text on the canvas and opens it for writing. */
export function addMark(kind: 'note' | 'text', at: Point): void {
  onDesign((design) => {
    const result = addNote(design, { kind, at });
    const [id] = (result.ok ? result.edit.select : undefined) ?? [];
    if (!perform(result) || id === undefined) return false;
    setView({ tool: 'select' });
    startEditing(id);
    return true;
  });
}

/** Keeps what was written into a mark; one in which nothing is written goes. */
export function writeMark(id: string, text: string): void {
  onDesign((design) => perform(writeNote(design, { id, text })));
}

export function resizeMark(id: string, box: Box): void {
  onDesign((design) => perform(resizeNote(design, { id, box })));
}
