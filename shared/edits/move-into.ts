import { boundsOf, gridPx, groupPadding, overlaps } from '../layout/geometry';
import { message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { own } from '../model/own';
import { type Box, type Design, groupsOf, nodesOf } from '../model/schema';
import { expandChanges } from './collapse';
import { type EditResult, edited, refused } from './edit';
import { grownGroups } from './grow-groups';
import { groupsWithin } from './membership';
import { movingChanges } from './move';
import { crossingNotes } from './networks';
import { allPartBoxes, boxReader, withContents } from './part-boxes';

export interface MoveIntoArguments {
  /** Nodes and groups. */
  readonly ids: readonly string[];
  /** The group that they are to be in; null for the one around that which they are in, or for none. */
  readonly group: string | null;
}

/** px that a part which is put into a group keeps to the others in it. */
const gapPx = 20;

/**
 * Makes parts members of a group, at a free place in it, or takes them out of the one that they are in, to a place beside it. A
 * collapsed group is expanded for it, and the groups around grow where they must.
 */
export function moveInto(design: Design, { ids, group }: MoveIntoArguments): EditResult {
  const groups = new Map(groupsOf(design).map((part) => [part.id, part]));
  const nodes = new Map(nodesOf(design).map((part) => [part.id, part]));
  const missing = ids.find((id) => !groups.has(id) && !nodes.has(id));
  if (missing !== undefined) return refused('There is no component or group {id}.', { id: missing });
  if (group !== null && !groups.has(group)) return refused('There is no group {id}.', { id: group });
  if (
    group !== null &&
    groupsWithin(
      design,
      ids.filter((id) => groups.has(id)),
    ).has(group)
  )
    return refused('A group cannot be in itself.');
  const opening = group === null ? [] : expandChanges(design, withAncestors(design, group));
  const changes: Change[] = [...opening];
  let next = applyChanges(design, opening);
  for (const id of ids) {
    const from = nodes.get(id)?.group ?? groups.get(id)?.parent ?? null;
    const to = group ?? (from === null ? null : (groups.get(from)?.parent ?? null));
    if (from === to) continue;
    const own = enterChanges(next, id, from, to, groups.has(id));
    next = applyChanges(next, own);
    changes.push(...own);
  }
  const label =
    group === null
      ? message(
          '{count, plural, one {Take # part out of its group} other {Take # parts out of their group}}',
          {
            count: { count: ids.length },
          },
        )
      : message('{count, plural, one {Move # part into {group}} other {Move # parts into {group}}}', {
          count: { count: ids.length },
          group: groups.get(group)?.name ?? group,
        });
  return edited(label, changes, { notes: crossingNotes(design, changes), select: ids });
}

function withAncestors(design: Design, id: string): readonly string[] {
  const parents = new Map(groupsOf(design).map(({ id: own, parent }) => [own, parent]));
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined && !chain.includes(at); at = parents.get(at))
    chain.push(at);
  return chain.toReversed();
}

function enterChanges(
  design: Design,
  id: string,
  from: string | null,
  to: string | null,
  isGroup: boolean,
): readonly Change[] {
  const joining: Change = isGroup
    ? { op: 'patch-group', id, patch: { parent: to } }
    : { op: 'patch-node', id, patch: { group: to } };
  const boxes = allPartBoxes(design);
  const box = boxes.get(id);
  const isInside = from !== null && to !== null && isWithin(design, from, to);
  const at =
    box === undefined ? null : isInside ? besideGroup(design, id, from, to) : placeIn(design, id, from, to);
  const placing =
    box === undefined || at === null
      ? []
      : movingChanges(design, boxReader(design), withContents(design, [id]), {
          x: at.x - box.x,
          y: at.y - box.y,
        });
  const changes: readonly Change[] = [joining, ...placing];
  const after = applyChanges(design, changes);
  const grown = grownGroups(after, boxReader(after), [id]);
  return Object.keys(grown).length === 0 ? changes : [...changes, { op: 'place', boxes: grown }];
}

const isWithin = (design: Design, inner: string, outer: string): boolean =>
  groupsWithin(design, [outer]).has(inner);

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What stands directly in a group, or in none. */
function membersOf(design: Design, group: string | null, except: string): readonly Box[] {
  const boxes = allPartBoxes(design);
  return [
    ...nodesOf(design).filter((node) => (node.group ?? null) === group),
    ...groupsOf(design).filter(({ parent }) => (parent ?? null) === group),
  ].flatMap(({ id }) => (id === except ? [] : (boxes.get(id) ?? [])));
}

/** A free place in a group: the first of its rows, else below all that is in it. Null where it is on no canvas. */
function placeIn(design: Design, id: string, from: string | null, to: string | null): Place | null {
  if (to === null) return from === null ? null : besideGroup(design, id, from, null);
  const outer = own(design.layout?.groups, to);
  const box = allPartBoxes(design).get(id);
  if (outer === undefined || box === undefined) return null;
  const members = membersOf(design, to, id);
  const isFree = ({ x, y }: Place): boolean =>
    members.every(
      (other) =>
        !overlaps(
          { x: x - gapPx, y: y - gapPx, width: box.width + 2 * gapPx, height: box.height + 2 * gapPx },
          other,
        ),
    );
  const left = Math.ceil((outer.x + groupPadding.side) / gridPx) * gridPx;
  const top = Math.ceil((outer.y + groupPadding.top) / gridPx) * gridPx;
  const right = outer.x + outer.width - groupPadding.side - box.width;
  const bottom = outer.y + outer.height - groupPadding.side - box.height;
  for (let y = top; y <= bottom; y += gridPx)
    for (let x = left; x <= right; x += gridPx) if (isFree({ x, y })) return { x, y };
  const bounds = boundsOf(members);
  return {
    x: left,
    y: bounds === null ? top : Math.ceil((bounds.y + bounds.height + gapPx) / gridPx) * gridPx,
  };
}

/** The first free place to the right of the group that it leaves, among what stands around that. */
function besideGroup(design: Design, id: string, from: string, to: string | null): Place | null {
  const boxes = allPartBoxes(design);
  const chain = withAncestors(design, from);
  // The outermost group that is left.
  const left = to === null ? chain[0] : chain[chain.indexOf(to) + 1];
  const [outer, box] = [boxes.get(left ?? from), boxes.get(id)];
  if (outer === undefined || box === undefined) return null;
  const members = membersOf(design, to, id);
  const x = Math.ceil((outer.x + outer.width + 2 * gapPx) / gridPx) * gridPx;
  const overAt = (y: number): Box | undefined => members.find((other) => overlaps({ ...box, x, y }, other));
  let y = Math.round(box.y / gridPx) * gridPx;
  for (let over = overAt(y); over !== undefined; over = overAt(y))
    y = Math.ceil((over.y + over.height + gapPx) / gridPx) * gridPx;
  return { x, y };
}
