import type { ResolvedDesign } from '../catalog/resolved';
import { handleOf } from '../layout/geometry';
import type { Box, Design, Point, Side } from '../model/schema';
import { type LabelPlace, labelPlaces } from './label-places';
import { assignLanes } from './lanes';
import { arrowHead, roundedPath, simplified } from './path';
import { type Port, type Ports, portsOf, type RouteEdge, sidesOf } from './ports';
import { elbowBetween, planRoute, type RoutePlan } from './route-plan';
import { type SpatialIndex, spatialIndex } from './spatial-index';
import { type EndedLine, spreadRuns } from './spread-runs';
import { takenRuns } from './taken-runs';
import { isSpent, limited, uncounted, type Work } from './work';

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
function settle(plans: readonly RoutePlan[]): readonly (readonly Point[])[] {
  const requests = (['right', 'left', 'bottom', 'top'] as const).map((frame) =>
    plans.flatMap((plan, edge) =>
      plan.frame !== frame ? [] : plan.lanes.map((request) => ({ edge, request })),
    ),
  );
  const positions = plans.map((): number[] => []);
  for (const inFrame of requests) {
    assignLanes(inFrame.map(({ request }) => request)).forEach((position, index) => {
      const edge = inFrame[index]?.edge;
      if (edge !== undefined) positions[edge]?.push(position);
    });
  }
  return plans.map((plan, index) => simplified(plan.toPoints(positions[index] ?? [])));
}

/**
 * How much each part of routing may look at before the rest of the edges are drawn in the simplest way. Ordinary designs are
 * far below: 4500 edges laid out by layer need 440 an edge to be planned and 230 to be labelled.
 */
const mostWork = (edgeCount: number, whole: number) => ({
  planning: Math.min(whole, 2_000_000 + 800 * edgeCount),
  spreading: Math.min(whole, 500_000 + 100 * edgeCount),
  labelling: Math.min(whole, 2_000_000 + 500 * edgeCount),
});
/** Counted for an edge whatever it passes. */
const leastPerEdge = 60;

/** An edge with both its cards there. */
interface Joined {
  readonly edge: RouteEdge;
  readonly ports: Ports;
  readonly from: Box;
  readonly to: Box;
}

function joined(edges: readonly RouteEdge[], boxes: ReadonlyMap<string, Box>): readonly Joined[] {
  const ports = portsOf(edges, boxes);
  return edges.flatMap((edge, index) => {
    const [ends, from, to] = [ports[index] ?? null, boxes.get(edge.from), boxes.get(edge.to)];
    return ends === null || from === undefined || to === undefined ? [] : [{ edge, ports: ends, from, to }];
  });
}

function plansOf(
  edges: readonly Joined[],
  cards: SpatialIndex,
  work: Work,
  most: number,
): readonly RoutePlan[] {
  const limit = limited(work, most);
  const taken = takenRuns(work);
  return edges.map(({ edge, ports, from, to }) => {
    const points = edge.points ?? [];
    if (isSpent(limit))
      return { frame: ports.from.side, lanes: [], toPoints: () => elbowBetween(ports, points) };
    return planRoute(ports, from, to, points, cards, taken);
  });
}

/**
 * The routes of all edges of a design at once, by edge id: orthogonal, around cards, spread over the sides of a card and over
 * the lanes of a gutter, labels clear of cards and of each other. The same input gives the same routes; an edge one of whose
 * cards has no box has none. `labelWidthsOf` gives the px of a label, and of its shorter wordings, as `EdgeLabel.alternatives` does.
 * Where so much lies on each other that too much was looked at, the last edges are drawn through cards and without labels.
 */
export function routesOf(
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
  labelWidthsOf: LabelWidthsOf = () => usualWidth,
): ReadonlyMap<string, Route> {
  return routesWithin(Number.POSITIVE_INFINITY, edges, boxes, labelWidthsOf) ?? new Map();
}

/** The same routes where no more than so much is looked at for them; null where it is more, and soon. */
export function routesWithin(
  wholeWork: number,
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
  labelWidthsOf: LabelWidthsOf = () => usualWidth,
): ReadonlyMap<string, Route> | null {
  if (edges.length * leastPerEdge > wholeWork) return null;
  const most = mostWork(edges.length, wholeWork);
  const work: Work = { done: edges.length * leastPerEdge };
  const cards = spatialIndex(320, 160, work);
  for (const box of boxes.values()) cards.add(box);
  const ends = joined(edges, boxes);
  const plans = plansOf(ends, cards, work, most.planning);
  if (work.done > wholeWork) return null;
  const settled = settle(plans);
  const lines = spreadRuns(
    ends.map(
      ({ edge, ...rest }, index): EndedLine => ({
        ...rest,
        points: settled[index] ?? [],
        isPlaced: (edge.points ?? []).length > 0,
      }),
    ),
    cards,
    work,
    most.spreading,
  );
  const labels = labelPlaces(
    ends.map(({ edge: { id } }, index) => ({
      id,
      points: lines[index] ?? [],
      labelWidths: widthsOf(labelWidthsOf(id)),
    })),
    cards,
    work,
    most.labelling,
  );
  if (work.done > wholeWork) return null;
  return new Map(
    ends.map(({ edge: { id }, ports }, index) => [
      id,
      routeAlong(lines[index] ?? [], ports.from, ports.to, labels.get(id) ?? null),
    ]),
  );
}

/**
 * Routes by the ends of the edges alone, without labels: what can be shown at once while those of `routesOf` are worked out.
 * An edge one of whose cards has no box has none.
 */
export function elbowRoutes(
  edges: readonly RouteEdge[],
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Route> {
  return new Map(
    joined(edges, boxes).map(({ edge, ports }) => [
      edge.id,
      routeAlong(simplified(elbowBetween(ports, edge.points ?? [])), ports.from, ports.to, null),
    ]),
  );
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
  const plan = planRoute({ from, to }, edge.from, edge.to, edge.points ?? [], cards, takenRuns(uncounted()));
  const [points = []] = settle([plan]);
  const [label = null] = labelPlaces(
    [{ id: '', points, labelWidths: widthsOf(usualWidth) }],
    cards,
    uncounted(),
    mostWork(1, Number.POSITIVE_INFINITY).labelling,
  ).values();
  return routeAlong(points, from, to, label);
}
