import { collapse, expand } from '../../shared/edits/collapse';
import { fitGroup } from '../../shared/edits/fit-group';
import { group, resizeGroup as groupResized, ungroup } from '../../shared/edits/group';
import { move } from '../../shared/edits/move';
import { moveInto } from '../../shared/edits/move-into';
import { remove } from '../../shared/edits/remove';
import { resizeNote, writeNote } from '../../shared/edits/write-note';
import { lockedParts } from '../../shared/model/locked';
import { own } from '../../shared/model/own';
import { type Box, type Design, groupsOf, nodesOf } from '../../shared/model/schema';
import type { GroupKind } from '../../shared/model/vocabulary';
import type { Editor } from '../store/editors';
import { toast } from '../store/workspace';
import { t } from '../words/t';
import { shownDesign } from './lanes/shown';
import { boundsOf, partBoxes } from './part-boxes';
import { perform } from './perform';
import { reveal } from './viewport';

export { gridPx, snapped } from '../../shared/layout/geometry';

/** Runs an edit on the open design; false where none is open. */
function onDesign(editor: Editor, run: (design: Design) => boolean): boolean {
  const design = editor.design();
  return design !== null && run(design);
}

const selectedIds = ({ selection }: Editor): readonly string[] => [...selection.getState().ids];

/** Those of these parts that are not locked. */
const unlocked = (design: Design, ids: readonly string[]): readonly string[] =>
  ids.filter((id) => !lockedParts(design).has(id));

/** Moves what is selected by so many px; presses that follow each other are one step of undo. */
export function nudgeSelection(editor: Editor, dx: number, dy: number): boolean {
  return onDesign(editor, (design) => {
    const ids = unlocked(design, selectedIds(editor)).filter((id) => partBoxes(design).has(id));
    if (ids.length === 0) return false;
    return perform(editor, move(design, { ids, dx, dy }), { mergeKey: `nudge ${ids.join(' ')}` });
  });
}

/** Deletes what is selected. */
export function removeSelection(editor: Editor): boolean {
  const { flow } = editor.selection.getState();
  return onDesign(editor, (design) => {
    const selected = flow === null ? selectedIds(editor) : [flow];
    const ids = unlocked(design, selected);
    if (ids.length < selected.length) toast(t('What is locked stays: unlock it to delete it.'));
    return ids.length > 0 && perform(editor, remove(design, { ids }));
  });
}

/** Gives a group another size, as small as its content at the least; what comes to lie in it is taken in. */
export function resizeGroup(editor: Editor, id: string, box: Box): void {
  onDesign(editor, (design) => perform(editor, groupResized(design, { id, box })));
}

/** Draws a group around what is selected, a plain one where no kind is said; false where nothing is selected. */
export function groupSelection(editor: Editor, kind?: GroupKind): boolean {
  return onDesign(editor, (design) => {
    const ids = selectedIds(editor).filter((id) => partBoxes(design).has(id));
    return ids.length > 0 && grouped(editor, design, { ids, kind });
  });
}

/** Adds a group of this box; cards whose middle it holds, and groups that lie in it, are in it from now on. */
export function addGroup(editor: Editor, box: Box, kind?: GroupKind): void {
  onDesign(editor, (design) => grouped(editor, design, { box, kind }));
}

function grouped(editor: Editor, design: Design, options: Parameters<typeof group>[1]): boolean {
  const result = group(design, options);
  if (!perform(editor, result)) return false;
  const [id] = (result.ok ? result.edit.select : undefined) ?? [];
  if (id === undefined) return true;
  showTitle(editor, id);
  editor.startEditing(id);
  return true;
}

/** About what a group's title takes above and below its upper line, px. */
const titlePx = { width: 260, above: 24, height: 48 };

/** Brings the title of a group into view, where it is about to be written. */
function showTitle(editor: Editor, id: string): void {
  const design = shownDesign(editor);
  const box = design === null ? undefined : partBoxes(design).get(id);
  if (box === undefined) return;
  const width = Math.min(box.width, titlePx.width);
  reveal(editor, { x: box.x, y: box.y - titlePx.above, width, height: titlePx.height });
}

/** Takes the selected groups away; what stood in them stays. */
export function ungroupSelection(editor: Editor): boolean {
  return onDesign(editor, (design) => {
    const { ids } = editor.selection.getState();
    const groups = groupsOf(design).flatMap(({ id }) => (ids.has(id) ? [id] : []));
    return groups.length > 0 && perform(editor, ungroup(design, { ids: groups }));
  });
}

/** Collapses groups, or expands those that all are collapsed already. */
export function toggleCollapsed(editor: Editor, ids: readonly string[]): boolean {
  return onDesign(editor, (design) => {
    const isClosed = ids.every((id) => own(design.layout?.groups, id)?.collapsed === true);
    return ids.length > 0 && perform(editor, isClosed ? expand(design, { ids }) : collapse(design, { ids }));
  });
}

/** The selected groups. */
export function selectedGroups(editor: Editor): readonly string[] {
  const design = editor.design();
  const { ids } = editor.selection.getState();
  return design === null ? [] : groupsOf(design).flatMap(({ id }) => (ids.has(id) ? [id] : []));
}

/** Makes the selected groups as small as their content leaves them. */
export const fitSelectedGroups = (editor: Editor): boolean =>
  onDesign(editor, (design) => perform(editor, fitGroup(design, { ids: selectedGroups(editor) })));

/** Puts what is selected into a group; null takes it out of the one that it is in. */
export function moveSelectionInto(editor: Editor, group: string | null): boolean {
  return onDesign(editor, (design) => {
    const parts = new Set([...nodesOf(design), ...groupsOf(design)].map(({ id }) => id));
    const ids = selectedIds(editor).filter((id) => parts.has(id));
    if (ids.length === 0 || !perform(editor, moveInto(design, { ids, group }))) return false;
    const boxes = partBoxes(editor.design() ?? design);
    const box = boundsOf(ids.flatMap((id) => boxes.get(id) ?? []));
    if (box !== null) reveal(editor, box);
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
