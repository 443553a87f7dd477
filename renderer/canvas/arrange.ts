import { arrangeByLayers } from '../../shared/edits/arrange';
import { group, resizeGroup as groupResized, ungroup } from '../../shared/edits/group';
import { move } from '../../shared/edits/move';
import { remove } from '../../shared/edits/remove';
import { addNote, resizeNote, writeNote } from '../../shared/edits/write-note';
import type { AnnotationId } from '../../shared/layout/annotations/index';
import { type Box, type Design, groupsOf, type Point } from '../../shared/model/schema';
import type { GroupKind } from '../../shared/model/vocabulary';
import type { Editor } from '../store/editors';
import { partBoxes } from './part-boxes';
import { perform } from './perform';
import { fitAll } from './viewport';

export { gridPx, snapped } from '../../shared/layout/geometry';

/** Runs an edit on the open design; false where none is open. */
function onDesign(editor: Editor, run: (design: Design) => boolean): boolean {
  const design = editor.design();
  return design !== null && run(design);
}

const selectedIds = ({ selection }: Editor): readonly string[] => [...selection.getState().ids];

/** Moves what is selected by so many px; presses that follow each other are one step of undo. */
export function nudgeSelection(editor: Editor, dx: number, dy: number): boolean {
  return onDesign(editor, (design) => {
    const ids = selectedIds(editor).filter((id) => partBoxes(design).has(id));
    if (ids.length === 0) return false;
    return perform(editor, move(design, { ids, dx, dy }), { mergeKey: `nudge ${ids.join(' ')}` });
  });
}

/** Deletes what is selected. */
export function removeSelection(editor: Editor): boolean {
  const { flow } = editor.selection.getState();
  const ids = flow === null ? selectedIds(editor) : [flow];
  return ids.length > 0 && onDesign(editor, (design) => perform(editor, remove(design, { ids })));
}

/** Gives a group another size; cards that come to lie in it or out of it change their membership. */
export function resizeGroup(editor: Editor, id: string, box: Box): void {
  onDesign(editor, (design) => perform(editor, groupResized(design, { id, box })));
}

/** Draws a group around what is selected; false where nothing is. Without a kind it is the one that fits the place. */
export function groupSelection(editor: Editor, kind?: GroupKind): boolean {
  return onDesign(editor, (design) => {
    const ids = selectedIds(editor).filter((id) => partBoxes(design).has(id));
    return ids.length > 0 && grouped(editor, design, { ids, kind });
  });
}

/** Adds a group of this box; cards whose middle it holds, and groups that lie in it, stand in it from now on. */
export function addGroup(editor: Editor, box: Box, kind?: GroupKind): void {
  onDesign(editor, (design) => grouped(editor, design, { box, kind }));
}

function grouped(editor: Editor, design: Design, options: Parameters<typeof group>[1]): boolean {
  const result = group(design, options);
  if (!perform(editor, result)) return false;
  const [id] = (result.ok ? result.edit.select : undefined) ?? [];
  if (id !== undefined) editor.startEditing(id);
  return true;
}

/** Takes the selected groups away; what stood in them stays. */
export function ungroupSelection(editor: Editor): boolean {
  return onDesign(editor, (design) => {
    const { ids } = editor.selection.getState();
    const groups = groupsOf(design).flatMap(({ id }) => (ids.has(id) ? [id] : []));
    return groups.length > 0 && perform(editor, ungroup(design, { ids: groups }));
  });
}

/** Puts every card into its layer's column, as one step, and shows them all. */
export function arrangeAll(editor: Editor): void {
  if (onDesign(editor, (design) => perform(editor, arrangeByLayers(design)))) fitAll(editor);
}

/** Puts a note or a text on the canvas and opens it for writing. */
export function addMark(editor: Editor, kind: AnnotationId, at: Point): void {
  onDesign(editor, (design) => {
    const result = addNote(design, { kind, at });
    const [id] = (result.ok ? result.edit.select : undefined) ?? [];
    if (!perform(editor, result) || id === undefined) return false;
    editor.setView({ tool: 'select' });
    editor.startEditing(id);
    return true;
  });
}

/** Keeps what was written into a mark; one in which nothing is written goes. */
export function writeMark(editor: Editor, id: string, text: string): void {
  onDesign(editor, (design) => perform(editor, writeNote(design, { id, text })));
}

export function resizeMark(editor: Editor, id: string, box: Box): void {
  onDesign(editor, (design) => perform(editor, resizeNote(design, { id, box })));
}
