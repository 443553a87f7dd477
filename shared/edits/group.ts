import { boundsOf, contains, gridPx, groupPadding, holds, middleOf } from '../layout/geometry';
import { message } from '../math/message';
import type { Change } from '../model/changes';
import { freeId } from '../model/ids';
import { type Box, type Design, groupsOf, nodesOf } from '../model/schema';
import type { GroupKind } from '../model/vocabulary';
import { type EditResult, edited, refused } from './edit';
import { groupAround, groupsWithin, membershipChanges } from './membership';
import { networkNotes } from './networks';
import { missingPart, partBoxes } from './part-boxes';

export interface GroupArguments {
  /** What the group is drawn around. */
  readonly ids?: readonly string[] | undefined;
  /** Its box, canvas px, in place of `ids`. */
  readonly box?: Box | undefined;
  /** Without it: a zone within a region, a region around nothing else, else a frame. */
  readonly kind?: GroupKind | undefined;
  readonly name?: string | undefined;
}

const outwards = (box: Box): Box => {
  const x = Math.floor(box.x / gridPx) * gridPx;
  const y = Math.floor(box.y / gridPx) * gridPx;
  const right = Math.ceil((box.x + box.width) / gridPx) * gridPx;
  const bottom = Math.ceil((box.y + box.height) / gridPx) * gridPx;
  return { x, y, width: right - x, height: bottom - y };
};

/** A box around what stands inside of a group: room for its line on all sides and for its title above. */
export const framed = (inner: Box): Box => ({
  x: inner.x - groupPadding.side,
  y: inner.y - groupPadding.top,
  width: inner.width + 2 * groupPadding.side,
  height: inner.height + groupPadding.top + groupPadding.side,
});

function boxAround(design: Design, ids: readonly string[]): Box | null {
  const boxes = partBoxes(design);
  const bounds = boundsOf(ids.flatMap((id) => boxes.get(id) ?? []));
  return bounds === null ? null : outwards(framed(bounds));
}

/** A new group inside a region is a zone; the first one around things is a region. */
function kindInside(design: Design, parent: string | null): GroupKind {
  const kind = groupsOf(design).find(({ id }) => id === parent)?.kind;
  return kind === 'region' ? 'zone' : kind === undefined ? 'region' : 'frame';
}

/**
 * Adds a group around parts or with a box. Cards whose middle it holds, and groups that lie in it, stand in it from then
 * on. The first of `select` is the group.
 */
export function group(design: Design, { ids = [], box: asked, kind, name }: GroupArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const box = asked ?? boxAround(design, ids);
  if (box === null) return refused('None of these has a place on the canvas.');
  const boxes = partBoxes(design);
  const parent = groupAround(design, boxes, box, new Set());
  const chosen = kind ?? kindInside(design, parent);
  const id = freeId(design, name ?? chosen);
  const own = {
    id,
    kind: chosen,
    ...(name === undefined ? {} : { name }),
    ...(parent === null ? {} : { parent }),
  };
  const changes: readonly Change[] = [
    { op: 'add-group', group: own, box },
    ...groupsOf(design).flatMap((other): Change[] => {
      const inner = boxes.get(other.id);
      if (inner === undefined || (other.parent ?? null) !== parent || !contains(box, inner)) return [];
      return [{ op: 'patch-group', id: other.id, patch: { parent: id } }];
    }),
    ...nodesOf(design).flatMap((node): Change[] => {
      const inner = boxes.get(node.id);
      if (inner === undefined || (node.group ?? null) !== parent || !holds(box, middleOf(inner))) return [];
      return [{ op: 'patch-node', id: node.id, patch: { group: id } }];
    }),
  ];
  return edited(message('Add group'), changes, { notes: networkNotes(design, changes), select: [id] });
}

export interface UngroupArguments {
  readonly ids: readonly string[];
}

/** Takes groups away; what stood in them stays, and is selected. */
export function ungroup(design: Design, { ids }: UngroupArguments): EditResult {
  const known = new Set(groupsOf(design).map(({ id }) => id));
  const missing = ids.find((id) => !known.has(id));
  if (missing !== undefined) return refused('There is no group {id}.', { id: missing });
  if (ids.length === 0) return refused('There is no group to take away.');
  const within = groupsWithin(design, ids);
  const inside = nodesOf(design).filter((node) => node.group !== undefined && within.has(node.group));
  const changes: readonly Change[] = [{ op: 'remove', ids }];
  const notes = networkNotes(design, changes);
  return edited(message('Ungroup'), changes, { notes, select: inside.map(({ id }) => id) });
}

export interface ResizeGroupArguments {
  readonly id: string;
  readonly box: Box;
}

/** Gives a group another box; cards that come to lie in it or out of it change their membership. */
export function resizeGroup(design: Design, { id, box }: ResizeGroupArguments): EditResult {
  if (!groupsOf(design).some((other) => other.id === id)) return refused('There is no group {id}.', { id });
  const before = partBoxes(design);
  const after = new Map(before).set(id, box);
  const candidates = new Set([...nodesOf(design), ...groupsOf(design)].map((part) => part.id));
  const changes: readonly Change[] = [
    { op: 'place', boxes: { [id]: box } },
    ...membershipChanges(design, before, after, candidates),
  ];
  return edited(message('Resize group'), changes, { notes: networkNotes(design, changes) });
}
