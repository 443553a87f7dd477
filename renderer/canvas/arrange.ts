import type { Change } from '../../shared/model/changes';
import { freeId } from '../../shared/model/ids';
import {
  type Box,
  type Design,
  groupsOf,
  type Mark,
  marksOf,
  nodesOf,
  type Point,
} from '../../shared/model/schema';
import type { GroupKind } from '../../shared/model/vocabulary';
import { t } from '../i18n/t';
import { currentDesign, edit } from '../store/document';
import { startEditing } from '../store/editing';
import { useSelection } from '../store/selection';
import { setView } from '../store/view';
import { moveParts, withContents } from './drag-session';
import { groupAround, groupsWithin, membershipChanges } from './membership';
import { noticeNetworks } from './network-notice';
import { boundsOf, contains, holds, middleOf, partBoxes } from './part-boxes';

export const gridPx = 20;
export const snapped = (value: number): number => Math.round(value / gridPx) * gridPx;

/** Moves what is selected by so many px; presses that follow each other are one step of undo. */
export function nudgeSelection(dx: number, dy: number): boolean {
  const design = currentDesign();
  const { ids } = useSelection.getState();
  if (design === null) return false;
  const movable = [...ids].filter((id) => partBoxes(design).has(id));
  if (movable.length === 0) return false;
  const held = new Set(movable);
  const key = `nudge ${movable.join(' ')}`;
  moveParts(design, withContents(design, held), { x: dx, y: dy }, held, key);
  return true;
}

/** Takes away what is selected. */
export function removeSelection(): boolean {
  const { ids, flow } = useSelection.getState();
  const removed = flow === null ? [...ids] : [flow];
  if (removed.length === 0) return false;
  const label =
    removed.length === 1 ? t('Delete 1 part') : t('Delete {count} parts', { count: removed.length });
  return edit(label, [{ op: 'remove', ids: removed }], { select: [] });
}

/** Gives a group another size; cards that come to lie in it or out of it change their membership. */
export function resizeGroup(id: string, box: Box): void {
  const design = currentDesign();
  if (design === null) return;
  const before = partBoxes(design);
  const after = new Map(before).set(id, box);
  const candidates = new Set([...nodesOf(design), ...groupsOf(design)].map((part) => part.id));
  const changes: Change[] = [
    { op: 'place', boxes: { [id]: box } },
    ...membershipChanges(design, before, after, candidates),
  ];
  if (edit(t('Resize group'), changes)) noticeAfter(design);
}

function noticeAfter(before: Design): void {
  const after = currentDesign();
  if (after !== null && after.system !== before.system) noticeNetworks(before, after);
}

/** px between a group's border and what stands in it; its name stands in the upper edge. */
export const groupPadding = { side: 40, top: 60 } as const;

/** A new group inside a region is a zone; the first one around things is a region. */
function kindInside(design: Design, parent: string | null): GroupKind {
  const kind = groupsOf(design).find(({ id }) => id === parent)?.kind;
  return kind === 'region' ? 'zone' : kind === undefined ? 'region' : 'frame';
}

/** Draws a group around what is selected; false where nothing is. Without a kind it is the one that fits the place. */
export function groupSelection(kind?: GroupKind): boolean {
  const design = currentDesign();
  if (design === null) return false;
  const boxes = partBoxes(design);
  const bounds = boundsOf([...useSelection.getState().ids].flatMap((id) => boxes.get(id) ?? []));
  if (bounds === null) return false;
  addGroup(
    {
      x: snapped(bounds.x - groupPadding.side),
      y: snapped(bounds.y - groupPadding.top),
      width: snapped(bounds.width + 2 * groupPadding.side),
      height: snapped(bounds.height + groupPadding.top + groupPadding.side),
    },
    kind,
  );
  return true;
}

/** Adds a group of this box; cards whose middle it holds, and groups that lie in it, stand in it from now on. */
export function addGroup(box: Box, asked?: GroupKind): void {
  const design = currentDesign();
  if (design === null) return;
  const boxes = partBoxes(design);
  const parent = groupAround(design, boxes, box, new Set());
  const kind = asked ?? kindInside(design, parent);
  const id = freeId(design, kind);
  const changes: Change[] = [
    { op: 'add-group', group: { id, kind, ...(parent === null ? {} : { parent }) }, box },
  ];
  const taken = new Set<string>();
  for (const group of groupsOf(design)) {
    const inner = boxes.get(group.id);
    if (inner === undefined || (group.parent ?? null) !== parent || !contains(box, inner)) continue;
    taken.add(group.id);
    changes.push({ op: 'patch-group', id: group.id, patch: { parent: id } });
  }
  for (const node of nodesOf(design)) {
    const inner = boxes.get(node.id);
    if (inner === undefined || (node.group ?? null) !== parent || !holds(box, middleOf(inner))) continue;
    changes.push({ op: 'patch-node', id: node.id, patch: { group: id } });
  }
  if (!edit(t('Add group'), changes, { select: [id] })) return;
  noticeAfter(design);
  startEditing(id);
}

/** Takes the selected groups away; what stood in them stays. */
export function ungroupSelection(): boolean {
  const design = currentDesign();
  if (design === null) return false;
  const { ids } = useSelection.getState();
  const groups = groupsOf(design).flatMap(({ id }) => (ids.has(id) ? [id] : []));
  if (groups.length === 0) return false;
  const inside = nodesOf(design).filter(
    ({ group }) => group !== undefined && groupsWithin(design, groups).has(group),
  );
  if (!edit(t('Ungroup'), [{ op: 'remove', ids: groups }], { select: inside.map(({ id }) => id) }))
    return false;
  noticeAfter(design);
  return true;
}

/** Puts a note or a text on the canvas and opens it for writing. */
export function addMark(kind: 'note' | 'text', at: Point): void {
  const design = currentDesign();
  if (design === null) return;
  const id = freeId(design, kind);
  const mark: Mark = { id, kind, x: snapped(at.x), y: snapped(at.y), text: '' };
  const label = kind === 'note' ? t('Add note') : t('Add text');
  if (!edit(label, [{ op: 'add-mark', mark }], { select: [id] })) return;
  setView({ tool: 'select' });
  startEditing(id);
}

/** Keeps what was written into a mark; one in which nothing is written goes. */
export function writeMark(id: string, text: string): void {
  const design = currentDesign();
  const mark = design === null ? undefined : marksOf(design).find((other) => other.id === id);
  if (mark === undefined) return;
  if (text.trim() === '') edit(t('Delete 1 part'), [{ op: 'remove', ids: [id] }], { select: [] });
  else if (text !== mark.text) edit(t('Write note'), [{ op: 'patch-mark', id, patch: { text } }]);
}

export function resizeMark(id: string, { x, y, width, height }: Box): void {
  edit(t('Resize note'), [{ op: 'patch-mark', id, patch: { x, y, width, height } }]);
}
