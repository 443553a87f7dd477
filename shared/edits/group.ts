import { boundsOf, contains, holds, middleOf } from '../layout/geometry';
import { message } from '../math/message';
import { applyChanges } from '../model/apply';
import type { Change } from '../model/changes';
import { collapsedParts } from '../model/collapsed';
import { freeId } from '../model/ids';
import { type Box, type Design, groupsOf, nodesOf } from '../model/schema';
import type { GroupKind } from '../model/vocabulary';
import { expandChanges } from './collapse';
import { type EditResult, edited, refused } from './edit';
import { around, framed, grownGroups, outwards } from './grow-groups';
import { groupAround, groupsWithin, membershipChanges } from './membership';
import { networkNotes } from './networks';
import { boxReader, missingPart, partBoxes } from './part-boxes';

export interface GroupArguments {
  /** What the group is drawn around. */
  readonly ids?: readonly string[] | undefined;
  /** Its box, canvas px, in place of `ids`. */
  readonly box?: Box | undefined;
  /** A plain group where left out: what is only drawn together changes no figure. */
  readonly kind?: GroupKind | undefined;
  readonly name?: string | undefined;
}

function boxAround(design: Design, ids: readonly string[]): Box | null {
  const boxes = partBoxes(design);
  const bounds = boundsOf(ids.flatMap((id) => boxes.get(id) ?? []));
  return bounds === null ? null : outwards(framed(bounds));
}

/** The innermost group that all of these parts stand in; null for none. */
export function commonGroup(design: Design, ids: ReadonlySet<string>): string | null {
  const parents = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
  const chainOf = (group: string | undefined): readonly string[] => {
    const chain: string[] = [];
    for (let at = group; at !== undefined && !chain.includes(at); at = parents.get(at)) chain.push(at);
    return chain;
  };
  const chains = [
    ...nodesOf(design)
      .filter(({ id }) => ids.has(id))
      .map(({ group: own }) => chainOf(own)),
    ...groupsOf(design)
      .filter(({ id }) => ids.has(id))
      .map(({ parent }) => chainOf(parent)),
  ];
  const [first = [], ...others] = chains;
  return first.find((id) => !ids.has(id) && others.every((chain) => chain.includes(id))) ?? null;
}

/**
 * Adds a group around parts or with a box. The parts that are named, cards whose middle it holds, and groups that lie in it, stand
 * in it from then on, and the groups around it grow where they must. The first of `select` is the group.
 */
export function group(design: Design, { ids = [], box: given, kind, name }: GroupArguments): EditResult {
  const missing = missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const box = given ?? boxAround(design, ids);
  if (box === null) return refused('None of these has a place on the canvas.');
  const boxes = partBoxes(design);
  const named = new Set(ids);
  const parent = ids.length > 0 ? commonGroup(design, named) : groupAround(design, boxes, box, new Set());
  const chosen = kind ?? 'frame';
  const id = freeId(design, name ?? (chosen === 'frame' ? 'group' : chosen));
  const own = {
    id,
    kind: chosen,
    ...(name === undefined ? {} : { name }),
    ...(parent === null ? {} : { parent }),
  };
  const within = groupsWithin(
    design,
    ids.filter((part) => groupsOf(design).some((other) => other.id === part)),
  );
  const isNamed = (part: string, stands: string | undefined): boolean =>
    named.has(part) && (stands === undefined || !within.has(stands));
  const adding: readonly Change[] = [
    { op: 'add-group', group: own, box },
    ...groupsOf(design).flatMap((other): Change[] => {
      const inner = boxes.get(other.id);
      if (inner === undefined) return [];
      const lies = (other.parent ?? null) === parent && other.id !== parent && contains(box, inner);
      if (!lies && !isNamed(other.id, other.parent)) return [];
      return [{ op: 'patch-group', id: other.id, patch: { parent: id } }];
    }),
    ...nodesOf(design).flatMap((node): Change[] => {
      const inner = boxes.get(node.id);
      if (inner === undefined) return [];
      const lies = (node.group ?? null) === parent && holds(box, middleOf(inner));
      if (!lies && !isNamed(node.id, node.group)) return [];
      return [{ op: 'patch-node', id: node.id, patch: { group: id } }];
    }),
  ];
  const grouped = applyChanges(design, adding);
  const grown = grownGroups(grouped, boxReader(grouped), [id]);
  const changes: readonly Change[] =
    Object.keys(grown).length === 0 ? adding : [...adding, { op: 'place', boxes: grown }];
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
  // What stood in a collapsed group needs the room again that was closed.
  const changes: readonly Change[] = [...expandChanges(design, ids), { op: 'remove', ids }];
  const notes = networkNotes(design, changes);
  return edited(message('Ungroup'), changes, { notes, select: inside.map(({ id }) => id) });
}

export interface ResizeGroupArguments {
  readonly id: string;
  readonly box: Box;
}

/** The least box of a group: around all that is in it. */
export function contentBox(design: Design, id: string): Box | null {
  const boxes = boxReader(design);
  const inside = [
    ...nodesOf(design).filter(({ group: own }) => own === id),
    ...groupsOf(design).filter(({ parent }) => parent === id),
  ].flatMap((part) => boxes.get(part.id) ?? []);
  const bounds = boundsOf(inside);
  return bounds === null ? null : framed(bounds);
}

/**
 * Gives a group another box: as small as its content, at the least. What is in it stays in it, what comes to lie in it is
 * taken in, and the groups around it grow where they must.
 */
export function resizeGroup(design: Design, { id, box: wanted }: ResizeGroupArguments): EditResult {
  if (!groupsOf(design).some((other) => other.id === id)) return refused('There is no group {id}.', { id });
  const { shown, within } = collapsedParts(design);
  if (shown.has(id) || within.has(id)) return refused('A collapsed group has no size: expand it first.');
  const content = contentBox(design, id);
  const box = content === null ? wanted : around(wanted, content);
  const before = partBoxes(design);
  const after = new Map(before).set(id, box);
  const inside = groupsWithin(design, [id]);
  const others = [...nodesOf(design), ...groupsOf(design)].flatMap((part) =>
    part.id === id || inside.has(part.id) ? [] : [part.id],
  );
  const taken = membershipChanges(design, before, after, new Set(others)).flatMap((change) => {
    const isTaken =
      (change.op === 'patch-node' && change.patch.group === id) ||
      (change.op === 'patch-group' && change.patch.parent === id);
    return isTaken ? [change] : [];
  });
  const placing: readonly Change[] = [{ op: 'place', boxes: { [id]: box } }, ...taken];
  const resized = applyChanges(design, placing);
  const boxes = grownGroups(resized, boxReader(resized), [id, ...taken.map(({ id: part }) => part)]);
  const changes = Object.keys(boxes).length === 0 ? placing : [...placing, { op: 'place', boxes } as const];
  return edited(message('Resize group'), changes, { notes: networkNotes(design, changes) });
}
