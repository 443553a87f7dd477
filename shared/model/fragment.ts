import type { Fragment } from './changes';
import type { Config } from './config';
import { groupDepths } from './group-problems';
import { freeIdAmong, takenIds } from './ids';
import { counts } from './limits';
import { withEnds, withFreeEnds } from './marks';
import { own } from './own';
import { type PartList, roomFor } from './part-limits';
import { withField } from './patch';
import { patchRoute, placeParts, withLayout } from './placement';
import { basesFirst, withRateInRps } from './rates';
import { isValidEdge, isValidFlow, isValidNode } from './references';
import {
  type Design,
  type Edge,
  type EdgeRoute,
  edgesOf,
  type Flow,
  flowsOf,
  type Group,
  groupsOf,
  type Mark,
  marksOf,
  type Node,
  nodesOf,
  type Point,
} from './schema';

/**
 * The parts named, to be pasted here or elsewhere. Edges travel when both their ends do, flows with their entry, what
 * is in a group with the group. A flow that is a share of the workload, or a ratio of a flow that stays behind, travels with its rate in
 * requests a second.
 */
export function copyFragment(design: Design, ids: readonly string[]): Fragment {
  const named = new Set(ids);
  const byId = new Map(groupsOf(design).map((group) => [group.id, group]));
  const groups = groupsOf(design).filter((group) => stands(byId, group, named));
  const inside = new Set(groups.map((group) => group.id));
  const nodes = nodesOf(design).filter(
    (node) => named.has(node.id) || (node.group !== undefined && inside.has(node.group)),
  );
  const copied = new Set(nodes.map((node) => node.id));
  const edges = edgesOf(design).filter((edge) => copied.has(edge.from) && copied.has(edge.to));
  const flows = flowsOf(design).filter((flow) => copied.has(flow.entry));
  const routes = picked(design.layout?.edges, new Set(edges.map((edge) => edge.id)));
  return {
    nodes,
    edges,
    groups,
    flows: flows.map((flow) =>
      flows.some(({ id }) => id === flow.rate.flow) ? flow : withRateInRps(design, flow),
    ),
    marks: marksOf(design).filter((mark) => named.has(mark.id)),
    places: picked(design.layout?.nodes, copied),
    boxes: picked(design.layout?.groups, inside),
    ...(Object.keys(routes).length === 0 ? {} : { routes }),
  };
}

function stands(groups: ReadonlyMap<string, Group>, group: Group, named: ReadonlySet<string>): boolean {
  for (let at: Group | undefined = group; at !== undefined; ) {
    if (named.has(at.id)) return true;
    at = at.parent === undefined ? undefined : groups.get(at.parent);
  }
  return false;
}

function picked<V>(
  record: Readonly<Record<string, V>> | undefined,
  ids: ReadonlySet<string>,
): Record<string, V> {
  return Object.fromEntries(Object.entries(record ?? {}).filter(([id]) => ids.has(id)));
}

/**
 * The fragment as it can be inserted into this design: ids that are free in it, everything moved by `offset` (canvas
 * pixels). What parts of the fragment say of each other is kept. Of what lies outside it they keep the flows of this
 * design and the group in whose box they land; a cache or a call outside it is none of the copy, so `onMissOf`
 * and `fallbackOf` go.
 */
export function insertable(design: Design, fragment: Fragment, offset: Point): Fragment {
  const taken = takenIds(design);
  const renamed = new Map<string, string>();
  for (const list of [fragment.nodes, fragment.edges, fragment.groups, fragment.flows, fragment.marks]) {
    for (const part of list) {
      const id = taken.has(part.id) ? freeIdAmong(taken, part.id.replace(/-\d+$/, '')) : part.id;
      taken.add(id);
      renamed.set(part.id, id);
    }
  }
  const moved = (point: Point): Point => ({ ...point, x: point.x + offset.x, y: point.y + offset.y });
  const idOf = (id: string): string => renamed.get(id) ?? id;
  const flows = new Set([...flowsOf(design), ...fragment.flows].map((flow) => idOf(flow.id)));
  return {
    nodes: fragment.nodes.map((node) => {
      const place = own(fragment.places, node.id);
      return copiedNode(design, node, renamed, flows, place && moved(place));
    }),
    edges: fragment.edges.map((edge) => copiedEdge(edge, renamed, flows)),
    groups: fragment.groups.map((group) => {
      const copy = { ...group, id: idOf(group.id) };
      return withField(copy, 'parent', group.parent === undefined ? undefined : renamed.get(group.parent));
    }),
    flows: fragment.flows.map((flow) => copiedFlow(flow, idOf)),
    marks: fragment.marks.map((mark) => movedMark(inLayerOf(design, copiedMark(mark, renamed)), offset)),
    places: Object.fromEntries(
      Object.entries(fragment.places).map(([id, place]) => [idOf(id), moved(place)]),
    ),
    boxes: Object.fromEntries(
      Object.entries(fragment.boxes).map(([id, box]) => [
        idOf(id),
        // What stands around the copy was not moved by collapsing it.
        { ...withField(box, 'closing', undefined), ...moved({ x: box.x, y: box.y }) },
      ]),
    ),
    ...(fragment.routes === undefined
      ? {}
      : {
          routes: Object.fromEntries(
            Object.entries(fragment.routes).map(([id, route]) => [idOf(id), movedRoute(route, moved)]),
          ),
        }),
  };
}

const movedRoute = (route: EdgeRoute, moved: (point: Point) => Point): EdgeRoute =>
  route.points === undefined ? route : { ...route, points: route.points.map(moved) };

function copiedNode(
  design: Design,
  node: Node,
  renamed: ReadonlyMap<string, string>,
  flows: ReadonlySet<string>,
  place: Point | undefined,
): Node {
  const copy: Node = { ...node, id: renamed.get(node.id) ?? node.id };
  const group =
    node.group === undefined
      ? undefined
      : (renamed.get(node.group) ?? groupAround(design, node.group, place));
  const hitRates = Object.entries(node.config?.hitRates ?? {})
    .map(([flow, hitRate]) => [renamed.get(flow) ?? flow, hitRate] as const)
    .filter(([flow]) => flows.has(flow));
  const config = node.config as Config | undefined;
  const rates = hitRates.length === 0 ? undefined : Object.fromEntries(hitRates);
  return withField(withField(copy, 'group', group), 'config', config && withField(config, 'hitRates', rates));
}

function groupAround(design: Design, group: string, place: Point | undefined): string | undefined {
  if (!groupsOf(design).some((other) => other.id === group)) return undefined;
  const box = own(design.layout?.groups, group);
  if (box === undefined || place === undefined) return group;
  const inside =
    place.x >= box.x && place.x <= box.x + box.width && place.y >= box.y && place.y <= box.y + box.height;
  return inside ? group : undefined;
}

function copiedFlow(flow: Flow, idOf: (id: string) => string): Flow {
  const copy = { ...flow, id: idOf(flow.id), entry: idOf(flow.entry) };
  const base = flow.rate.flow;
  return base === undefined ? copy : { ...copy, rate: { ...flow.rate, flow: idOf(base) } };
}

function copiedEdge(edge: Edge, renamed: ReadonlyMap<string, string>, flows: ReadonlySet<string>): Edge {
  const idOf = (id: string): string => renamed.get(id) ?? id;
  const copy: Edge = { ...edge, id: idOf(edge.id), from: idOf(edge.from), to: idOf(edge.to) };
  const renamedId = (id: string | undefined) => (id === undefined ? undefined : renamed.get(id));
  const missed = withField(
    withField(copy, 'onMissOf', renamedId(edge.onMissOf)),
    'fallbackOf',
    renamedId(edge.fallbackOf),
  );
  if (!Array.isArray(edge.flows)) return missed;
  const carried = edge.flows.map(idOf).filter((flow: string) => flows.has(flow));
  return withField(missed, 'flows', carried.length === 0 && edge.flows.length > 0 ? undefined : carried);
}

/** An arrow's ends are at the copies of its parts; at what was not copied it does not end any more. */
function copiedMark(mark: Mark, renamed: ReadonlyMap<string, string>): Mark {
  const copy = withFreeEnds({ ...mark, id: renamed.get(mark.id) ?? mark.id }, (id) => renamed.has(id));
  return withEnds(copy, (end) =>
    end.part === undefined ? end : { ...end, part: renamed.get(end.part) ?? end.part },
  );
}

/** A copy of an annotation, in the layer of annotations that it names where the design has that one. */
const inLayerOf = (design: Design, mark: Mark): Mark =>
  mark.layer === undefined || design.layout?.annotations?.layers?.some(({ id }) => id === mark.layer) === true
    ? mark
    : withField(mark, 'layer', undefined);

function movedMark(mark: Mark, offset: Point): Mark {
  return { ...mark, x: (mark.x ?? 0) + offset.x, y: (mark.y ?? 0) + offset.y };
}

/** Adds a fragment whose ids are free in the design; parts that could not be in it are left out. */
export function insertFragment(design: Design, fragment: Fragment): Design {
  const taken = takenIds(design);
  const free = <T extends { readonly id: string }>(
    sort: PartList,
    list: readonly T[],
    stands: (part: T) => boolean,
  ): readonly T[] => {
    let room = roomFor(design, sort);
    return list.filter((part) => {
      if (room === 0 || taken.has(part.id) || !stands(part)) return false;
      taken.add(part.id);
      room -= 1;
      return true;
    });
  };
  const withList = <K extends 'nodes' | 'edges' | 'flows' | 'groups'>(
    into: Design,
    key: K,
    added: NonNullable<Design['system'][K]>,
  ): Design =>
    added.length === 0
      ? into
      : { ...into, system: { ...into.system, [key]: [...(into.system[key] ?? []), ...added] } };
  // Groups name each other in any order: each is looked at with all of them in place.
  let next = design;
  const depths = groupDepths([...groupsOf(design), ...fragment.groups]);
  const groupFits = ({ id, parent }: Group): boolean =>
    parent === undefined || (depths.has(parent) && (depths.get(id) ?? Infinity) <= counts.groupDepth);
  next = withList(next, 'groups', free('groups', fragment.groups, groupFits));
  // A node's hit rates name flows, a flow names its entry: nodes are looked at with the flows in place.
  const flowing = withList(next, 'flows', fragment.flows);
  next = withList(
    next,
    'nodes',
    free('nodes', fragment.nodes, (node) => isValidNode(flowing, node)),
  );
  // A rate may be a ratio of a flow that is inserted with it.
  let flowsStanding = next;
  const flowFits = (flow: Flow): boolean => {
    if (!isValidFlow(flowsStanding, flow)) return false;
    flowsStanding = withList(flowsStanding, 'flows', [flow]);
    return true;
  };
  next = withList(next, 'flows', free('flows', basesFirst(fragment.flows), flowFits));
  // A fallback names the call that is tried first, which has to be in place.
  for (const isFallback of [false, true]) {
    const edges = fragment.edges.filter((edge) => (edge.fallbackOf !== undefined) === isFallback);
    next = withList(
      next,
      'edges',
      free('edges', edges, (edge) => isValidEdge(next, edge)),
    );
  }
  const marks = free('marks', fragment.marks, () => true);
  if (marks.length > 0) next = withLayout(next, { ...next.layout, marks: [...marksOf(next), ...marks] });
  next = placeParts(next, fragment.places, fragment.boxes);
  // Of an edge that could not stand, and of one that was there before, nothing is drawn anew.
  const before = new Set(edgesOf(design).map((edge) => edge.id));
  for (const [id, route] of Object.entries(fragment.routes ?? {}))
    if (!before.has(id)) next = patchRoute(next, id, route);
  return next;
}
