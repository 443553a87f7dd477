import type { ResolvedDesign } from '../catalog/resolved';
import { resolvedOf } from '../catalog/resolved-index';
import { boundsOf } from '../layout/geometry';
import { type Arrangement, layoutByLayer } from '../layout/layered';
import { type Message, message } from '../math/message';
import type { Change } from '../model/changes';
import { lockedParts } from '../model/locked';
import { own } from '../model/own';
import { type Box, type Design, edgesOf, groupsOf, nodesOf, type Point } from '../model/schema';
import { type EditResult, edited, refused } from './edit';
import { followingMarks } from './follow-marks';
import { framed } from './grow-groups';
import { missingPart, partBoxes, withContents } from './part-boxes';

/**
 * What of a design is tidied: these parts with what is in the groups among them; everything where none are named. Locked
 * cards stay where they are, and groups with one inside.
 */
export function tidied(design: Design, ids?: readonly string[]): ResolvedDesign {
  const { design: resolved } = resolvedOf(design);
  const chosen = ids === undefined ? null : withContents(design, ids);
  const locked = lockedParts(design);
  const fixed = new Set(groupsAround(design, [...locked]));
  const isTidied = (id: string): boolean =>
    (chosen === null || chosen.has(id)) && !locked.has(id) && !fixed.has(id);
  const groups = resolved.groups.filter(({ id }) => isTidied(id));
  const nodes = resolved.nodes.filter(
    ({ id, group }) => isTidied(id) && (group === null || !locked.has(group)),
  );
  const groupIds = new Set(groups.map(({ id }) => id));
  const nodeIds = new Set(nodes.map(({ id }) => id));
  const known = (id: string | null): string | null => (id !== null && groupIds.has(id) ? id : null);
  return {
    ...resolved,
    groups: groups.map((group) => ({ ...group, parent: known(group.parent) })),
    nodes: nodes.map((node) => ({ ...node, group: known(node.group) })),
    edges: resolved.edges.filter(({ from, to }) => nodeIds.has(from) && nodeIds.has(to)),
  };
}

/** The groups that these parts are in, however far out. */
function groupsAround(design: Design, ids: readonly string[]): readonly string[] {
  const parents = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
  const groupOfNode = new Map(nodesOf(design).map(({ id, group }) => [id, group]));
  const around = new Set<string>();
  for (const id of ids) {
    let at = groupOfNode.get(id) ?? parents.get(id);
    while (at !== undefined && !around.has(at)) {
      around.add(at);
      at = parents.get(at);
    }
  }
  return [...around];
}

export interface TidyArguments {
  readonly ids?: readonly string[] | undefined;
  /** Where the tidied parts stand to each other; by layers where it is left out. */
  readonly arrangement?: Arrangement | undefined;
}

/**
 * Puts parts in order: they keep the upper left of where they stood, and the groups around them grow where they have to. Bends
 * that a person placed go along with edges whose ends move by the same; bends and sides are taken away where they do not.
 * Annotations follow the cards that they lie beside, and none comes to lie on a card.
 */
export function tidy(design: Design, { ids, arrangement }: TidyArguments): EditResult {
  const missing = ids === undefined ? null : missingPart(design, ids);
  if (missing !== null) return refused('There is no part {id}.', { id: missing });
  const resolved = tidied(design, ids);
  if (resolved.nodes.length + resolved.groups.length < 2)
    return refused('Two components or more are needed to tidy.');
  const { places, boxes } = placedAt(design, arrangement ?? layoutByLayer(resolved));
  const around = grownGroups(design, places, boxes);
  const changes: readonly Change[] = [
    { op: 'place', places, boxes: { ...around, ...boxes } },
    ...routeChanges(design, places),
  ];
  return edited(labelOf(ids === undefined, arrangement === undefined), [
    ...changes,
    ...followingMarks(design, changes),
  ]);
}

function labelOf(isAll: boolean, isByLayers: boolean): Message {
  if (isByLayers) return isAll ? message('Arrange by layers') : message('Arrange selection by layers');
  return isAll ? message('Tidy all') : message('Tidy selection');
}

/** The arrangement at the upper left of what it arranges. */
function placedAt(design: Design, { places, boxes }: Arrangement): Arrangement {
  const now = partBoxes(design);
  const moved = [...Object.keys(places), ...Object.keys(boxes)];
  const before = boundsOf(moved.flatMap((id) => now.get(id) ?? []));
  const after = boundsOf([
    ...Object.entries(places).flatMap(([id, at]) => {
      const box = now.get(id);
      return box === undefined ? [] : [{ ...box, ...at }];
    }),
    ...Object.values(boxes),
  ]);
  if (before === null || after === null) return { places, boxes };
  const by = { x: before.x - after.x, y: before.y - after.y };
  const shifted = <P extends Point>(at: P): P => ({ ...at, x: at.x + by.x, y: at.y + by.y });
  const all = <P extends Point>(record: Readonly<Record<string, P>>): Readonly<Record<string, P>> =>
    Object.fromEntries(Object.entries(record).map(([id, at]) => [id, shifted(at)]));
  return { places: all(places), boxes: all(boxes) };
}

/** The boxes of groups that are not tidied themselves, large enough for what was tidied in them. */
function grownGroups(
  design: Design,
  places: Readonly<Record<string, Point>>,
  boxes: Readonly<Record<string, Box>>,
): Readonly<Record<string, Box>> {
  const now = partBoxes(design);
  const standing = new Map(now);
  for (const [id, at] of Object.entries(places)) {
    const box = now.get(id);
    if (box !== undefined) standing.set(id, { ...box, ...at });
  }
  for (const [id, box] of Object.entries(boxes)) standing.set(id, box);
  const grown: Record<string, Box> = {};
  const moved = [...Object.keys(places), ...Object.keys(boxes)];
  const outer = groupsAround(design, moved).filter((id) => !Object.hasOwn(boxes, id));
  // The nearest come first on each way out: what grows inside has grown when the one around it is looked at.
  for (const id of innermostFirst(design, outer)) {
    const box = standing.get(id);
    const inside = [...nodesOf(design), ...groupsOf(design)].flatMap((part) => {
      const parent = 'parent' in part ? part.parent : 'group' in part ? part.group : undefined;
      return parent === id ? (standing.get(part.id) ?? []) : [];
    });
    const bounds = boundsOf(inside);
    if (box === undefined || bounds === null) continue;
    const next = boundsOf([box, framed(bounds)]) ?? box;
    standing.set(id, next);
    if (next.width !== box.width || next.height !== box.height) grown[id] = next;
  }
  return grown;
}

function innermostFirst(design: Design, ids: readonly string[]): readonly string[] {
  const parents = new Map(groupsOf(design).map(({ id, parent }) => [id, parent]));
  const depthOf = (id: string): number => {
    let depth = 0;
    for (let at = parents.get(id); at !== undefined && depth < parents.size; at = parents.get(at)) depth += 1;
    return depth;
  };
  return ids.toSorted((a, b) => depthOf(b) - depthOf(a));
}

/** What a person chose of where an edge runs was chosen for the places that its ends had; its style stays. */
const generated = { points: null, fromSide: null, toSide: null } as const;

function routeChanges(design: Design, places: Readonly<Record<string, Point>>): readonly Change[] {
  const routes = design.layout?.edges;
  if (routes === undefined) return [];
  const now = design.layout?.nodes;
  const shiftOf = (id: string): Point => {
    const [before, after] = [own(now, id), own(places, id)];
    return before === undefined || after === undefined
      ? { x: 0, y: 0 }
      : { x: after.x - before.x, y: after.y - before.y };
  };
  return edgesOf(design).flatMap(({ id, from, to }): Change[] => {
    const route = own(routes, id);
    if (route === undefined) return [];
    const [a, b] = [shiftOf(from), shiftOf(to)];
    if (a.x !== b.x || a.y !== b.y) return [{ op: 'patch-route', id, patch: generated }];
    const { points = [] } = route;
    if (points.length === 0 || (a.x === 0 && a.y === 0)) return [];
    return [{ op: 'route', id, points: points.map((point) => ({ x: point.x + a.x, y: point.y + a.y })) }];
  });
}
