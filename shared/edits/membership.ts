import { holds, middleOf } from '../layout/geometry';
import type { Change } from '../model/changes';
import { collapsedParts } from '../model/collapsed';
import { type Box, type Design, groupsOf, nodesOf, type Point } from '../model/schema';

/** Where parts stand, by their ids. */
export type BoxOf = Pick<ReadonlyMap<string, Box>, 'get'>;

const areaOf = (box: Box): number => box.width * box.height;

/** The smallest of the groups that hold a point; a collapsed group takes nothing in. */
export function groupAt(
  design: Design,
  boxes: BoxOf,
  point: Point,
  except: ReadonlySet<string>,
): string | null {
  return smallest(design, boxes, except, (box) => holds(box, point));
}

/** The smallest of the groups that a group with this box can be in: larger than it, and around its middle. */
export function groupAround(
  design: Design,
  boxes: BoxOf,
  inner: Box,
  except: ReadonlySet<string>,
): string | null {
  const [area, middle] = [areaOf(inner), middleOf(inner)];
  return smallest(design, boxes, except, (box) => areaOf(box) > area && holds(box, middle));
}

function smallest(
  design: Design,
  boxes: BoxOf,
  except: ReadonlySet<string>,
  takes: (box: Box) => boolean,
): string | null {
  const { shown, within } = collapsedParts(design);
  let best: string | null = null;
  let bestArea = Number.POSITIVE_INFINITY;
  for (const { id } of groupsOf(design)) {
    const box = boxes.get(id);
    if (box === undefined || except.has(id) || shown.has(id) || within.has(id)) continue;
    if (!takes(box) || areaOf(box) >= bestArea) continue;
    best = id;
    bestArea = areaOf(box);
  }
  return best;
}

/** All groups inside of these, however deep, with them. */
export function groupsWithin(design: Design, ids: Iterable<string>): ReadonlySet<string> {
  const inside = new Set(ids);
  for (let before = -1; before !== inside.size; ) {
    before = inside.size;
    for (const { id, parent } of groupsOf(design))
      if (parent !== undefined && inside.has(parent)) inside.add(id);
  }
  return inside;
}

/**
 * What a drop changes in who is where: each of the parts goes to the smallest group that it now lies in. Those
 * that lie where they lay keep what the document says, even where their place on the canvas says otherwise.
 */
export function membershipChanges(
  design: Design,
  before: BoxOf,
  after: BoxOf,
  candidates: ReadonlySet<string>,
): readonly Change[] {
  const none: ReadonlySet<string> = new Set();
  const changes: Change[] = [];
  for (const node of nodesOf(design)) {
    if (!candidates.has(node.id)) continue;
    const [from, to] = [before.get(node.id), after.get(node.id)];
    if (from === undefined || to === undefined) continue;
    const left = groupAt(design, before, middleOf(from), none);
    const entered = groupAt(design, after, middleOf(to), none);
    if (left === entered || entered === (node.group ?? null)) continue;
    changes.push({ op: 'patch-node', id: node.id, patch: { group: entered } });
  }
  for (const group of groupsOf(design)) {
    if (!candidates.has(group.id)) continue;
    const [from, to] = [before.get(group.id), after.get(group.id)];
    if (from === undefined || to === undefined) continue;
    const own = groupsWithin(design, [group.id]);
    const left = groupAround(design, before, from, own);
    const entered = groupAround(design, after, to, own);
    if (left === entered || entered === (group.parent ?? null)) continue;
    changes.push({ op: 'patch-group', id: group.id, patch: { parent: entered } });
  }
  return changes;
}
