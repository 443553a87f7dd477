import type { ResolvedDesign } from '../catalog/resolved';
import { handleOf } from '../layout/geometry';
import type { Box, Design, Point, Side } from '../model/schema';
import { type LabelPlace, labelPlaces } from './label-places';
import { assignLanes } from './lanes';
import { arrowHead, roundedPath, simplified } from './path';
import { type Port, portsOf, type RouteEdge, sidesOf } from './ports';
import { planRoute, type RoutePlan } from './route-plan';
import { spatialIndex } from './spatial-index';
import { spreadRuns } from './spread-runs';

/** The line of an edge as it is drawn. */
export interface Route {
  /** SVG path data, corners rounded. */
  readonly path: string;
  /** SVG path data of the open arrow head at its end. */
  readonly arrow: string;
  /** Its corners, from the card it leaves to the card it enters. */
  readonly points: readonly Point[];
  /** Where its label stands; null where there is no room for one. */
  readonly label: LabelPlace | null;
  readonly fromSide: Side;
  readonly toSide: Side;
}

function routeAlong(points: readonly Point[], from: Port, to: Port, label: LabelPlace | null): Route {
  return {
    path: roundedPath(points),
    arrow: arrowHead(points.at(-1) ?? to, to.side),
    points,
    label,
    fromSide: from.side,
    toSide: to.side,
  };
}

/** Routing's view of a design's edges: their ends, and what a person placed. */
export function routeEdgesOf(design: Pick<Design, 'layout'>, resolved: ResolvedDesign): readonly RouteEdge[] {
  const placed = design.layout?.edges ?? {};
  return resolved.edges.map(({ id, from, to }) => {
    const own = Object.hasOwn(placed, id) ? placed[id] : undefined;
    return {
      id,
      from,
      to,
      ...(own?.points === undefined ? {} : { points: own.points }),
      ...(own?.fromSide === undefined ? {} : { fromSide: own.fromSide }),
      ...(own?.toSide === undefined ? {} : { toSide: own.toSide }),
    };
  });
}

const usualWidth = 72;
/** Of a label whose shorter wordings are not told. */
const narrower = [1, 0.75, 0.5] as const;

/** px of an edge's label, or of all its wordings from the wanted one to the shortest; 0 or none for no label. */
export type LabelWidthsOf = (edgeId: string) => number | readonly number[];

function widthsOf(widths: number | readonly number[]): readonly number[] {
  if (typeof widths !== 'number') return widths;
  return widths > 0 ? narrower.map((part) => part * widths) : [];
}

/** The lines of all plans, after the runs that share a gutter got lanes of their own. */
function settle(plans: readonly (RoutePlan | null)[]): readonly (readonly Point[])[] {
  const requests = (['right', 'left', 'bottom', 'top'] as const).map((frame) =>
    plans.flatMap((plan, edge) =>
      plan === null || plan.frame !== frame ? [] : plan.lanes.map((request) => ({ edge, request })),
    ),
  );
  const positions = plans.map((): number[] => []);
  for (const inFrame of requests) {
    assignLanes(inFrame.map(({ request }) => request)).forEach((position, index) => {
      const edge = inFrame[index]?.edge;
      if (edge !== undefined) positions[edge]?.push(position);
    });
  }
  return plans.map((plan, index) => (plan === null ? [] : simplified(plan.toPoints(positions[index] ?? []))));
}

/**
 * The routes of all edges of a design at once, by edge id: orthogonal, around cards, spread over the sides of a card and over
 * the lanes of a gutter, labels clear of cards and of each other. The same input gives the same routes; an edge one of whose
 * cards has no box has none. `labelWidthsOf` gives the px of a label, and of its shorter wordings, as `EdgeLabel.alternatives` does.
 */
export function routesOf(
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
  labelWidthsOf: LabelWidthsOf = () => usualWidth,
): ReadonlyMap<string, Route> {
  const cards = spatialIndex(320, 160);
  for (const box of boxes.values()) cards.add(box);
  const taken = spatialIndex(320, 160);
  const ports = portsOf(edges, boxes);
  const plans = edges.map((edge, index) => {
    const ends = ports[index] ?? null;
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (ends === null || from === undefined || to === undefined) return null;
    return planRoute(ends, from, to, edge.points ?? [], cards, taken);
  });
  const settled = settle(plans);
  const lines = spreadRuns(
    edges.map((edge, index) => {
      const ends = ports[index] ?? null;
      const from = boxes.get(edge.from);
      const to = boxes.get(edge.to);
      if (ends === null || from === undefined || to === undefined) return null;
      const isPlaced = (edge.points ?? []).length > 0;
      return { ports: ends, from, to, points: settled[index] ?? [], isPlaced };
    }),
    cards,
  );
  const labels = labelPlaces(
    edges.map(({ id }, index) => ({
      id,
      points: lines[index] ?? [],
      labelWidths: widthsOf(labelWidthsOf(id)),
    })),
    cards,
  );
  const routes = new Map<string, Route>();
  edges.forEach(({ id }, index) => {
    const ends = ports[index] ?? null;
    if (ends === null) return;
    routes.set(id, routeAlong(lines[index] ?? [], ends.from, ends.to, labels.get(id) ?? null));
  });
  return routes;
}

/**
 * The route of one edge by itself, for one that is being drawn or dragged: offsets in px move its ends along their sides from
 * the middle.
 */
export function routeOf(edge: {
  readonly from: Box;
  readonly to: Box;
  readonly points?: readonly Point[];
  readonly fromSide?: Side;
  readonly toSide?: Side;
  readonly fromOffset?: number;
  readonly toOffset?: number;
}): Route {
  const [defaultFrom, defaultTo] = sidesOf(edge.from, edge.to);
  const portAt = (box: Box, side: Side, offset: number): Port => {
    const middle = handleOf(box, side);
    const upright = side === 'left' || side === 'right';
    return { side, x: middle.x + (upright ? 0 : offset), y: middle.y + (upright ? offset : 0) };
  };
  const from = portAt(edge.from, edge.fromSide ?? defaultFrom, edge.fromOffset ?? 0);
  const to = portAt(edge.to, edge.toSide ?? defaultTo, edge.toOffset ?? 0);
  const cards = spatialIndex(320, 160);
  cards.add(edge.from);
  cards.add(edge.to);
  const plan = planRoute({ from, to }, edge.from, edge.to, edge.points ?? [], cards, spatialIndex(320, 160));
  const [points = []] = settle([plan]);
  const [label = null] = labelPlaces([{ id: '', points, labelWidths: widthsOf(usualWidth) }], cards).values();
  return routeAlong(points, from, to, label);
}
