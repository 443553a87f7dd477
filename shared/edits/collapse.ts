import { annotationOf } from '../layout/annotations/index';
import { boundsOf, collapsedBox, contains, holds, marksById, middleOf, overlaps } from '../layout/geometry';
import { message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { own } from '../model/own';
import { type Box, type Closing, type Design, groupsOf, marksOf, nodesOf, type Point } from '../model/schema';
import { type Block, closeGap, makeRoom } from './close-gap';
import { type EditResult, edited, refused } from './edit';
import { grownGroups } from './grow-groups';
import { groupIdsOf, shiftedBends } from './move';
import { allPartBoxes, boxReader, withContents } from './part-boxes';

export interface CollapseArguments {
  readonly ids: readonly string[];
}

const isCollapsed = (design: Design, id: string): boolean =>
  own(design.layout?.groups, id)?.collapsed === true;

function missingGroup(design: Design, ids: readonly string[]): string | undefined {
  const groups = groupIdsOf(design);
  return ids.find((id) => !groups.has(id));
}

/** Collapses groups, each to one card at its upper left; the space that this frees closes up. */
export function collapse(design: Design, { ids }: CollapseArguments): EditResult {
  const missing = missingGroup(design, ids);
  if (missing !== undefined) return refused('There is no group {id}.', { id: missing });
  const open = ids.filter((id) => own(design.layout?.groups, id) !== undefined && !isCollapsed(design, id));
  const label = message('{count, plural, one {Collapse # group} other {Collapse # groups}}', {
    count: { count: open.length },
  });
  return edited(label, inTurn(design, open, collapseChanges), { select: open });
}

/** Expands groups: each again as large as it was, with all that moved when it was collapsed back at its distance. */
export function expand(design: Design, { ids }: CollapseArguments): EditResult {
  const missing = missingGroup(design, ids);
  if (missing !== undefined) return refused('There is no group {id}.', { id: missing });
  const closed = ids.filter((id) => isCollapsed(design, id));
  const label = message('{count, plural, one {Expand # group} other {Expand # groups}}', {
    count: { count: closed.length },
  });
  return edited(label, expandChanges(design, closed), { select: closed });
}

/** Expands those of these groups that are collapsed. */
export const expandChanges = (design: Design, ids: readonly string[]): readonly Change[] =>
  inTurn(
    design,
    ids.filter((id) => isCollapsed(design, id)),
    openChanges,
  );

function inTurn(
  design: Design,
  ids: readonly string[],
  changesOf: (design: Design, id: string) => readonly Change[],
): readonly Change[] {
  const changes: Change[] = [];
  let next = design;
  for (const [at, id] of ids.entries()) {
    const own = changesOf(next, id);
    changes.push(...own);
    if (at < ids.length - 1) next = applyChanges(next, own);
  }
  return changes;
}

type Parents = ReadonlyMap<string, string | undefined>;

const parentsOf = (design: Design): Parents =>
  new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));

/** What stands directly in a group, or in none, as blocks that move as one; annotations are in none. */
function blocksIn(design: Design, parent: string | undefined, except: string): readonly Block[] {
  const boxes = allPartBoxes(design);
  const marks = parent === undefined ? marksOf(design).filter(({ kind }) => movesAlone.has(kind)) : [];
  const groups = groupsOf(design).filter((group) => group.parent === parent);
  const outer = groups.flatMap(({ id }) => boxes.get(id) ?? []);
  const free = marks.filter(({ id }) => {
    const box = boxes.get(id);
    return box !== undefined && !outer.some((group) => holds(group, middleOf(box)));
  });
  const parts = [...groups, ...nodesOf(design).filter(({ group }) => group === parent), ...free];
  return parts.flatMap(({ id }) => {
    const box = boxes.get(id);
    return box === undefined || id === except ? [] : [{ id, box }];
  });
}

/** Annotations that take room of their own; a frame stands around parts, an arrow goes where its ends go. */
const movesAlone: ReadonlySet<string> = new Set(['note', 'text', 'shape', 'image']);

/** The changes that move blocks with all that is in them. */
function shiftChanges(design: Design, shifts: ReadonlyMap<string, Point>): readonly Change[] {
  const boxes = allPartBoxes(design);
  const groups = groupIdsOf(design);
  const shiftOf = new Map<string, Point>();
  for (const [id, shift] of shifts) {
    if (shift.x === 0 && shift.y === 0) continue;
    const moving = groups.has(id) ? withContents(design, [id]) : [id];
    for (const part of moving) shiftOf.set(part, shift);
  }
  if (shiftOf.size === 0) return [];
  const marks = marksById(design);
  const placed: [string, Point][] = [];
  const boxed: [string, Box][] = [];
  for (const [id, { x, y }] of shiftOf) {
    // A mark's own place is not always the corner of its box.
    const from = marks.get(id) ?? boxes.get(id);
    if (from === undefined) continue;
    const to = { x: (from.x ?? 0) + x, y: (from.y ?? 0) + y };
    const box = groups.has(id) ? boxes.get(id) : undefined;
    if (box === undefined) placed.push([id, to]);
    else boxed.push([id, { ...box, ...to }]);
  }
  return [
    { op: 'place', places: Object.fromEntries(placed), boxes: Object.fromEntries(boxed) },
    ...shiftedBends(design, (id) => shiftOf.get(id)),
  ];
}

function collapseChanges(design: Design, id: string): readonly Change[] {
  const place = own(design.layout?.groups, id);
  if (place === undefined) return [];
  const parents = parentsOf(design);
  const moved: { readonly id: string; readonly x: number; readonly y: number }[] = [];
  const shrunk: typeof moved = [];
  const boxes: Record<string, Box> = {};
  const shifts = new Map<string, Point>();
  let [child, before, after]: [string, Box, Box] = [id, place, collapsedBox(place)];
  for (let level = 0; level <= parents.size; level += 1) {
    const parent = parents.get(child);
    const blocks = blocksIn(design, parent, child);
    const closed = closeGap(before, after, blocks);
    for (const block of blocks) {
      const shift = closed.get(block.id);
      if (shift !== undefined) shifts.set(block.id, shift);
      // What lay over the group already is not in its way when it is expanded again.
      if (shift !== undefined || overlaps(before, block.box))
        moved.push({ id: block.id, ...(shift ?? { x: 0, y: 0 }) });
    }
    const outer = parent === undefined ? undefined : own(design.layout?.groups, parent);
    if (parent === undefined || outer === undefined || outer.collapsed === true) break;
    const less = freedBy(before, after, blocks, closed, outer);
    if (less.x === 0 && less.y === 0) break;
    shrunk.push({ id: parent, ...less });
    [child, before] = [parent, outer];
    after = { ...outer, width: outer.width - less.x, height: outer.height - less.y };
    boxes[parent] = after;
  }
  const marks = marksInside(design, id);
  const closing: Closing = {
    x: place.x,
    y: place.y,
    ...(moved.length === 0 ? {} : { moved }),
    ...(shrunk.length === 0 ? {} : { shrunk }),
    ...(marks.length === 0 ? {} : { marks }),
  };
  const shrinking: readonly Change[] = shrunk.length === 0 ? [] : [{ op: 'place', boxes }];
  return [{ op: 'collapse', id, closing }, ...shiftChanges(design, shifts), ...shrinking];
}

/** How much less width and height a group needs whose content closed up. */
function freedBy(
  before: Box,
  after: Box,
  blocks: readonly Block[],
  closed: ReadonlyMap<string, Point>,
  outer: Box,
): Point {
  const old = boundsOf([before, ...blocks.map(({ box }) => box)]);
  const now = boundsOf([
    after,
    ...blocks.map(({ id, box }) => {
      const { x, y } = closed.get(id) ?? { x: 0, y: 0 };
      return { ...box, x: box.x + x, y: box.y + y };
    }),
  ]);
  if (old === null || now === null) return { x: 0, y: 0 };
  const least = { width: 120, height: 80 };
  return {
    x: Math.max(0, Math.min(old.x + old.width - now.x - now.width, outer.width - least.width)),
    y: Math.max(0, Math.min(old.y + old.height - now.y - now.height, outer.height - least.height)),
  };
}

/** The annotations whose middle lies in a group. */
function marksInside(design: Design, id: string): readonly string[] {
  const boxes = allPartBoxes(design);
  const outer = boxes.get(id);
  if (outer === undefined) return [];
  return marksOf(design).flatMap((mark) => {
    const box = annotationOf(mark.kind).isContainer ? undefined : boxes.get(mark.id);
    return box !== undefined && holds(outer, middleOf(box)) ? [mark.id] : [];
  });
}

function openChanges(design: Design, id: string): readonly Change[] {
  const place = own(design.layout?.groups, id);
  if (place === undefined) return [];
  const { closing } = place;
  const isWhereItWas = closing !== undefined && closing.x === place.x && closing.y === place.y;
  const moved = isWhereItWas ? (closing.moved ?? []) : [];
  const parents = parentsOf(design);
  const shifts = new Map(moved.map((part) => [part.id, { x: -part.x, y: -part.y }]));
  const boxes: Record<string, Box> = {};
  for (const { id: outer, x, y } of isWhereItWas ? (closing.shrunk ?? []) : []) {
    const box = own(design.layout?.groups, outer);
    if (box === undefined || !isAround(parents, outer, id)) continue;
    boxes[outer] = { ...box, width: box.width + x, height: box.height + y };
  }
  const back: readonly Change[] = [
    { op: 'collapse', id, closing: null },
    ...shiftChanges(design, shifts),
    ...(Object.keys(boxes).length === 0 ? [] : [{ op: 'place', boxes } as const]),
  ];
  return [...back, ...roomChanges(applyChanges(design, back), id, new Set(shifts.keys()))];
}

function isAround(parents: Parents, outer: string, id: string): boolean {
  let at = parents.get(id);
  for (let up = 0; at !== undefined && up <= parents.size; up += 1) {
    if (at === outer) return true;
    at = parents.get(at);
  }
  return false;
}

/** Room for a group that is as large as it was: what came into it since moves aside, and the groups around it grow. */
function roomChanges(design: Design, id: string, known: ReadonlySet<string>): readonly Change[] {
  const parents = parentsOf(design);
  const changes: Change[] = [];
  let next = design;
  let child: string | undefined = id;
  for (let level = 0; child !== undefined && level <= parents.size; level += 1) {
    const box = own(next.layout?.groups, child);
    const parent: string | undefined = parents.get(child);
    if (box === undefined || box.collapsed === true) break;
    const blocks = blocksIn(next, parent, child).filter((block) => !known.has(block.id));
    const shifts = makeRoom(box, blocks);
    const moving = shiftChanges(next, shifts);
    next = applyChanges(next, moving);
    const outer = parent === undefined ? undefined : own(next.layout?.groups, parent);
    // One that reached to the line of the group around it does so again.
    const isHeld = outer === undefined || contains(outer, box);
    const boxes = grownGroups(next, boxReader(next), [...(isHeld ? [] : [child]), ...shifts.keys()]);
    const growing: readonly Change[] = Object.keys(boxes).length === 0 ? [] : [{ op: 'place', boxes }];
    next = applyChanges(next, growing);
    changes.push(...moving, ...growing);
    if (moving.length === 0 && growing.length === 0) break;
    child = parent;
  }
  return changes;
}
