import { resolvedOf } from '../catalog/resolved-index';
import { annotationOf } from '../layout/annotations/index';
import { collapsedBox, contains, markBoxes, nodeBox, nodeBoxes } from '../layout/geometry';
import { collapsedParts } from '../model/collapsed';
import { own } from '../model/own';
import {
  type Box,
  type Design,
  flowsOf,
  groupsOf,
  type Layout,
  marksOf,
  nodesOf,
  type System,
} from '../model/schema';
import { type BoxOf, groupsWithin } from './membership';

interface Known {
  readonly layout: Layout | undefined;
  /** What is drawn. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** With what is in collapsed groups. */
  readonly all: ReadonlyMap<string, Box>;
}

const knownBySystem = new WeakMap<System, Known>();

function knownBoxes(design: Design): Known {
  const known = knownBySystem.get(design.system);
  if (known !== undefined && known.layout === design.layout) return known;
  const places = design.layout?.groups ?? {};
  const parts = new Map<string, Box>([
    ...Object.entries(places),
    ...nodeBoxes(resolvedOf(design).design, design.layout?.nodes ?? {}),
  ]);
  const { shown, within } = collapsedParts(design);
  for (const id of shown) {
    const place = own(places, id);
    if (place !== undefined) parts.set(id, collapsedBox(place));
  }
  const all = new Map([...parts, ...markBoxes(design, parts)]);
  const boxes = within.size === 0 ? all : new Map([...all].filter(([id]) => !within.has(id)));
  const next = { layout: design.layout, boxes, all };
  knownBySystem.set(design.system, next);
  return next;
}

/**
 * The box of every group, node and mark that has a place and is not hidden in a collapsed group, by its id, in canvas px; that of a
 * collapsed group is its card. Worked out once per system and layout.
 */
export const partBoxes = (design: Design): ReadonlyMap<string, Box> => knownBoxes(design).boxes;

/** As `partBoxes`, with what is in collapsed groups. */
export const allPartBoxes = (design: Design): ReadonlyMap<string, Box> => knownBoxes(design).all;

/** The box of one part and another, as `allPartBoxes` has them: for an edit that asks for few of many. */
export function boxReader(design: Design): BoxOf {
  const known = knownBySystem.get(design.system);
  if (known !== undefined && known.layout === design.layout) return known.all;
  return { get: (id) => boxOf(design, id) };
}

function boxOf(design: Design, id: string): Box | undefined {
  const group = own(design.layout?.groups, id);
  if (group !== undefined) return collapsedParts(design).shown.has(id) ? collapsedBox(group) : group;
  const node = resolvedOf(design).nodes.get(id);
  const place = own(design.layout?.nodes, id);
  if (node !== undefined && place !== undefined) {
    const isSource = node.behaviour === 'source';
    return nodeBox(node, place, isSource ? flowsOf(design).filter(({ entry }) => entry === id).length : 0);
  }
  // What an annotation is attached to can be anywhere.
  return marksOf(design).some((mark) => mark.id === id) ? allPartBoxes(design).get(id) : undefined;
}

/**
 * These parts with all that is in the groups among them, collapsed or not, annotations that lie in those groups included, and
 * with all that lies in the frames among them.
 */
export function withContents(design: Design, ids: Iterable<string>): ReadonlySet<string> {
  const named = new Set(withFramed(design, ids));
  const groupIds = groupsOf(design).flatMap(({ id }) => (named.has(id) ? [id] : []));
  if (groupIds.length === 0) return named;
  const groups = groupsWithin(design, groupIds);
  for (const id of groups) named.add(id);
  for (const { id, group } of nodesOf(design)) if (group !== undefined && groups.has(group)) named.add(id);
  const boxes = partBoxes(design);
  const outer = groupIds.flatMap((id) => boxes.get(id) ?? []);
  const { within } = collapsedParts(design);
  for (const { id } of marksOf(design)) {
    const box = boxes.get(id);
    const standIn = within.get(id);
    if (standIn !== undefined && named.has(standIn)) named.add(id);
    else if (box !== undefined && outer.some((group) => contains(group, box))) named.add(id);
  }
  return named;
}

/** These parts with all that lies wholly in the frames among them. */
export function withFramed(design: Design, ids: Iterable<string>): ReadonlySet<string> {
  const named = new Set(ids);
  const boxes = partBoxes(design);
  const frames = marksOf(design).flatMap(({ id, kind }) =>
    named.has(id) && annotationOf(kind).isContainer ? (boxes.get(id) ?? []) : [],
  );
  if (frames.length === 0) return named;
  for (const [id, box] of boxes) if (frames.some((frame) => contains(frame, box))) named.add(id);
  return named;
}

/** The first of these ids that names no node, edge, flow, group or mark of the design; null where all do. */
export function missingPart(design: Design, ids: readonly string[]): string | null {
  const { nodes = [], edges = [], flows = [], groups = [] } = design.system;
  const missing = new Set(ids);
  for (const list of [nodes, edges, flows, groups, marksOf(design)])
    for (const { id } of list) missing.delete(id);
  return ids.find((id) => missing.has(id)) ?? null;
}

/** These parts without those that go along with another of them, lying in its group or frame. */
export function outermost(design: Design, ids: readonly string[]): readonly string[] {
  const inside = new Set(
    ids.flatMap((id) => [...withContents(design, [id])].filter((inner) => inner !== id)),
  );
  return ids.filter((id) => !inside.has(id));
}
