import { patched, withField, withItem } from './patch';
import {
  type Box,
  type Design,
  edgesOf,
  groupsOf,
  type Layout,
  marksOf,
  nodesOf,
  type Point,
} from './schema';

/** The design with its layout replaced; `system` and `writing` keep their references. */
export function withLayout(design: Design, layout: Layout | undefined): Design {
  return layout === design.layout ? design : withField(design, 'layout', layout);
}

/** Moves nodes, marks and groups. Layout only: which group a node belongs to is not touched. */
export function placeParts(
  design: Design,
  places: Readonly<Record<string, Point>>,
  boxes: Readonly<Record<string, Box>>,
): Design {
  const nodes = new Set(nodesOf(design).map((node) => node.id));
  const groups = new Set(groupsOf(design).map((group) => group.id));
  let layout = design.layout ?? {};
  const moved = Object.fromEntries(Object.entries(places).filter(([id]) => nodes.has(id)));
  const resized = Object.fromEntries(Object.entries(boxes).filter(([id]) => groups.has(id)));
  if (Object.keys(moved).length > 0) {
    layout = withField(layout, 'nodes', patched(layout.nodes ?? {}, moved));
  }
  if (Object.keys(resized).length > 0) {
    layout = withField(layout, 'groups', patched(layout.groups ?? {}, resized));
  }
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

/** Sets the bends that a person placed on an edge; `null` takes them away. */
export function routeEdge(design: Design, id: string, points: readonly Point[] | null): Design {
  if (!edgesOf(design).some((edge) => edge.id === id)) return design;
  const layout = design.layout ?? {};
  const edges = layout.edges ?? {};
  const route = Object.hasOwn(edges, id) ? (edges[id] ?? {}) : {};
  const next = withField(route, 'points', points ?? undefined);
  if (next === route) return design;
  const kept = withField<Record<string, typeof route>, string>(
    edges,
    id,
    Object.keys(next).length === 0 ? undefined : next,
  );
  const routed = withField(layout, 'edges', Object.keys(kept).length === 0 ? undefined : kept);
  return withLayout(design, Object.keys(routed).length === 0 ? undefined : routed);
}
