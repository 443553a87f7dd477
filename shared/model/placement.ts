import type { Patch } from './changes';
import { patched, withField, withItem } from './patch';
import {
  type Design,
  type EdgeRoute,
  type EdgeStyle,
  edgesOf,
  type GroupPlace,
  groupsOf,
  type Layout,
  marksOf,
  nodesOf,
  type Point,
} from './schema';

/** The design with its layout replaced; `system` and `writing` keep their references. */
export function withLayout(design: Design, layout: Layout | undefined): Design {
  if (layout === design.layout) return design;
  return layout === undefined ? withField(design, 'layout', undefined) : { ...design, layout };
}

/**
 * Moves nodes, marks and groups. Layout only: which group a node belongs to is not touched. A collapsed group stays so and keeps
 * the size that it has when it is expanded.
 */
export function placeParts(
  design: Design,
  places: Readonly<Record<string, Point>>,
  boxes: Readonly<Record<string, GroupPlace>>,
): Design {
  let layout = design.layout ?? {};
  const nodes = placed(layout.nodes, nodesOf(design), places);
  if (nodes !== undefined && nodes !== layout.nodes) layout = { ...layout, nodes };
  const groups = placed(layout.groups, groupsOf(design), keptCollapsed(layout.groups, boxes));
  if (groups !== undefined && groups !== layout.groups) layout = { ...layout, groups };
  for (const mark of marksOf(design)) {
    const place = Object.hasOwn(places, mark.id) ? places[mark.id] : undefined;
    if (place === undefined || layout.marks === undefined) continue;
    layout = withField(
      layout,
      'marks',
      withItem(layout.marks, mark.id, (item) => patched(item, { x: place.x, y: place.y })),
    );
  }
  return Object.keys(layout).length === 0 && design.layout === undefined
    ? design
    : withLayout(design, layout);
}

/** The boxes, those of collapsed groups with their place alone changed. */
function keptCollapsed(
  before: Layout['groups'],
  boxes: Readonly<Record<string, GroupPlace>>,
): Readonly<Record<string, GroupPlace>> {
  if (before === undefined) return boxes;
  return Object.fromEntries(
    Object.entries(boxes).map(([id, box]) => {
      const place = Object.hasOwn(before, id) ? before[id] : undefined;
      return [id, place?.collapsed === true ? { ...place, x: box.x, y: box.y } : box];
    }),
  );
}

/** The places with those of `moved` that are of parts which there are; the same where that changes none of them. */
function placed<V>(
  places: Readonly<Record<string, V>> | undefined,
  parts: readonly { readonly id: string }[],
  moved: Readonly<Record<string, V>>,
): Readonly<Record<string, V>> | undefined {
  const named = new Set(Object.keys(moved));
  if (named.size === 0) return places;
  const there = new Set(parts.flatMap(({ id }) => (named.has(id) ? [id] : [])));
  const known = Object.fromEntries(Object.entries(moved).filter(([id]) => there.has(id)));
  return there.size === 0 ? places : patched(places ?? {}, known);
}

/** Sets what a person chose of how an edge is drawn: bends, sides, style; `null` takes a field away. */
export function patchRoute(design: Design, id: string, patch: Patch<EdgeRoute>): Design {
  if (!edgesOf(design).some((edge) => edge.id === id)) return design;
  const layout = design.layout ?? {};
  const edges = layout.edges ?? {};
  const route: EdgeRoute = Object.hasOwn(edges, id) ? (edges[id] ?? {}) : {};
  const next = patched(route, patch);
  if (next === route) return design;
  const kept = withField<Record<string, EdgeRoute>, string>(
    edges,
    id,
    Object.keys(next).length === 0 ? undefined : next,
  );
  return withLayoutField(design, 'edges', Object.keys(kept).length === 0 ? undefined : kept);
}

/** Sets how edges without a style of their own are drawn; `null` for the default. */
export function styleEdges(design: Design, style: EdgeStyle | null): Design {
  return withLayoutField(design, 'edgeStyle', style ?? undefined);
}

/** A layout in which nothing is left goes, but for one that was written empty and does not change. */
export function withLayoutField<K extends keyof Layout>(
  design: Design,
  key: K,
  value: Layout[K] | undefined,
): Design {
  const layout = design.layout ?? {};
  const next = withField(layout, key, value);
  if (next === layout) return design;
  return withLayout(design, Object.keys(next).length === 0 ? undefined : next);
}
