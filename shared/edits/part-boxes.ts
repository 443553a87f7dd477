import { resolvedOf } from '../catalog/resolved-index';
import { contains, markBoxes, nodeBoxes } from '../layout/geometry';
import { type Box, type Design, groupsOf, type Layout, marksOf, nodesOf, type System } from '../model/schema';
import { groupsWithin } from './membership';

interface Known {
  readonly layout: Layout | undefined;
  readonly boxes: ReadonlyMap<string, Box>;
}

const knownBySystem = new WeakMap<System, Known>();

/** The box of every group, node and mark that has a place, by its id, in canvas px; worked out once per system and layout. */
export function partBoxes(design: Design): ReadonlyMap<string, Box> {
  const known = knownBySystem.get(design.system);
  if (known !== undefined && known.layout === design.layout) return known.boxes;
  const boxes = new Map<string, Box>([
    ...Object.entries(design.layout?.groups ?? {}),
    ...nodeBoxes(resolvedOf(design).design, design.layout?.nodes ?? {}),
    ...markBoxes(design),
  ]);
  knownBySystem.set(design.system, { layout: design.layout, boxes });
  return boxes;
}

/** These parts with all that stands in the groups among them, notes that lie in those groups included. */
export function withContents(design: Design, ids: Iterable<string>): ReadonlySet<string> {
  const named = new Set(ids);
  const groupIds = groupsOf(design).flatMap(({ id }) => (named.has(id) ? [id] : []));
  if (groupIds.length === 0) return named;
  const groups = groupsWithin(design, groupIds);
  for (const id of groups) named.add(id);
  for (const { id, group } of nodesOf(design)) if (group !== undefined && groups.has(group)) named.add(id);
  const boxes = partBoxes(design);
  const outer = groupIds.flatMap((id) => boxes.get(id) ?? []);
  for (const { id } of marksOf(design)) {
    const box = boxes.get(id);
    if (box !== undefined && outer.some((group) => contains(group, box))) named.add(id);
  }
  return named;
}

/** The first of these ids that names no node, edge, flow, group or mark of the design; null where all do. */
export function missingPart(design: Design, ids: readonly string[]): string | null {
  const { nodes = [], edges = [], flows = [], groups = [] } = design.system;
  const known = new Set(
    [nodes, edges, flows, groups, marksOf(design)].flatMap((list) => list.map(({ id }) => id)),
  );
  return ids.find((id) => !known.has(id)) ?? null;
}
