import { contains, holds, middleOf } from '../layout/geometry';
import type { Change } from '../model/changes';
import { type Box, type Design, groupsOf, nodesOf, type Point } from '../model/schema';

type Boxes = ReadonlyMap<string, Box>;

const areaOf = (box: Box): number => box.width * box.height;

/** The smallest of the groups that hold a point. */
export function groupAt(
  design: Design,
  boxes: Boxes,
  point: Point,
  except: ReadonlySet<string>,
): string | null {
  return smallest(design, boxes, except, (box) => holds(box, point));
}

/** The smallest of the groups in which a box lies wholly. */
export function groupAround(
  design: Design,
  boxes: Boxes,
  inner: Box,
  except: ReadonlySet<string>,
): string | null {
  return smallest(design, boxes, except, (box) => contains(box, inner));
}

function smallest(
  design: Design,
  boxes: Boxes,
  except: ReadonlySet<string>,
  takes: (box: Box) => boolean,
): string | null {
  let best: string | null = null;
  let bestArea = Number.POSITIVE_INFINITY;
  for (const { id } of groupsOf(design)) {
    const box = boxes.get(id);
    if (box === undefined || except.has(id) || !takes(box) || areaOf(box) >= bestArea) continue;
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
 * What a drop changes in who stands where: each of the parts goes to the smallest group that it now lies in. Those
 * that lie where they lay keep what the document says, even where their place on the canvas says otherwise.
 */
export function membershipChanges(
  design: Design,
  before: Boxes,
  after: Boxes,
  candidates: ReadonlySet<string>,
): readonly Change[] {
  const none: ReadonlySet<string> = new Set();
  const changes: Change[] = [];
  for (const node of nodesOf(design)) {
    const [from, to] = [before.get(node.id), after.get(node.id)];
    if (!candidates.has(node.id) || from === undefined || to === undefined) continue;
    const left = groupAt(design, before, middleOf(from), none);
    const entered = groupAt(design, after, middleOf(to), none);
    if (left === entered || entered === (node.group ?? null)) continue;
    changes.push({ op: 'patch-node', id: node.id, patch: { group: entered } });
  }
  for (const group of groupsOf(design)) {
    const [from, to] = [before.get(group.id), after.get(group.id)];
    if (!candidates.has(group.id) || from === undefined || to === undefined) continue;
    const own = groupsWithin(design, [group.id]);
    const left = groupAround(design, before, from, own);
    const entered = groupAround(design, after, to, own);
    if (left === entered || entered === (group.parent ?? null)) continue;
    changes.push({ op: 'patch-group', id: group.id, patch: { parent: entered } });
  }
  return changes;
}
