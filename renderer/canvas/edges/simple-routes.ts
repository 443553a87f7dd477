import type { RouteEdge } from '../../../shared/diagram/ports';
import { elbowRoutes, type Route, routeOf } from '../../../shared/diagram/route';
import type { Box } from '../../../shared/model/schema';

/** So many edges are led around their own two cards and have a label at once; more are drawn by their ends alone. */
const mostWithLabels = 60;

/** Routes that can be had at once, each without regard for the other edges and cards. */
export function simpleRoutes(
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Route> {
  if (edges.length > mostWithLabels) return elbowRoutes(edges, boxes);
  return new Map(
    edges.flatMap(({ id, from, to, ...own }) => {
      const [fromBox, toBox] = [boxes.get(from), boxes.get(to)];
      if (fromBox === undefined || toBox === undefined) return [];
      return [[id, routeOf({ ...own, from: fromBox, to: toBox })] as const];
    }),
  );
}

/** What of a design was routed. */
export interface Routed {
  readonly edges: readonly RouteEdge[];
  readonly boxes: ReadonlyMap<string, Box>;
  readonly routes: ReadonlyMap<string, Route>;
}

/** Routes to show until those of a design are worked out: as before where an edge and its cards are as before, simple elsewhere. */
export function interimRoutes(
  before: Routed | null,
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Route> {
  if (before === null) return simpleRoutes(edges, boxes);
  const edgesBefore = new Map(before.edges.map((edge) => [edge.id, edge]));
  const routes = new Map<string, Route>();
  const changed: RouteEdge[] = [];
  for (const edge of edges) {
    const [old, route] = [edgesBefore.get(edge.id), before.routes.get(edge.id)];
    const isKept =
      old !== undefined &&
      route !== undefined &&
      sameEdge(old, edge) &&
      sameBox(before.boxes.get(edge.from), boxes.get(edge.from)) &&
      sameBox(before.boxes.get(edge.to), boxes.get(edge.to));
    if (isKept) routes.set(edge.id, route);
    else changed.push(edge);
  }
  for (const [id, route] of simpleRoutes(changed, boxes)) routes.set(id, route);
  return routes;
}

/** Whether all routes of one are those of the other: the same edges between and around the same boxes. */
export function isRoutedAlike(a: Omit<Routed, 'routes'>, b: Omit<Routed, 'routes'>): boolean {
  if (a.edges.length !== b.edges.length || a.boxes.size !== b.boxes.size) return false;
  const isSameEdge = (edge: RouteEdge, at: number): boolean => {
    const other = b.edges[at];
    return other?.id === edge.id && sameEdge(edge, other);
  };
  return a.edges.every(isSameEdge) && [...a.boxes].every(([id, box]) => sameBox(box, b.boxes.get(id)));
}

const sameEdge = (a: RouteEdge, b: RouteEdge): boolean =>
  a.from === b.from &&
  a.to === b.to &&
  a.fromSide === b.fromSide &&
  a.toSide === b.toSide &&
  a.style === b.style &&
  a.points === b.points;

const sameBox = (a: Box | undefined, b: Box | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.x === b.x &&
  a.y === b.y &&
  a.width === b.width &&
  a.height === b.height;
