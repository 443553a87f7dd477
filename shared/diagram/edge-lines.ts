import type { Box, EdgeStyle, Point } from '../model/schema';
import { assignLanes } from './lanes';
import { type SearchEnd, type Surroundings, searchedLine } from './orthogonal-search';
import { simplified } from './path';
import { type Ports, portsOf, type RouteEdge } from './ports';
import { elbowBetween, facesEachOther, planRoute, type RoutePlan } from './route-plan';
import { type SpatialIndex, spatialIndex } from './spatial-index';
import { type EndedLine, spreadRuns } from './spread-runs';
import { takenRuns } from './taken-runs';
import { withoutSpurs } from './through-bends';
import { isSpent, limited, type Work } from './work';

/** An edge with both its cards there. */
export interface Joined {
  readonly edge: RouteEdge;
  readonly ports: Ports;
  readonly from: Box;
  readonly to: Box;
}

/** How much each part of drawing the lines may look at. */
export interface LineWork {
  readonly planning: number;
  readonly searching: number;
  readonly spreading: number;
}

export const styleOf = ({ style = 'elbow' }: Pick<RouteEdge, 'style'>): EdgeStyle => style;

export function joined(edges: readonly RouteEdge[], boxes: ReadonlyMap<string, Box>): readonly Joined[] {
  const ports = portsOf(edges, boxes);
  return edges.flatMap((edge, index) => {
    const [ends, from, to] = [ports[index] ?? null, boxes.get(edge.from), boxes.get(edge.to)];
    return ends === null || from === undefined || to === undefined ? [] : [{ edge, ports: ends, from, to }];
  });
}

/** The line of an edge that goes directly from end to end, through its bends. */
export const directLine = ({ from, to }: Ports, points: readonly Point[]): readonly Point[] =>
  simplified([from, ...points, to]);

function planOf(
  { edge, ports, from, to }: Joined,
  cards: SpatialIndex,
  taken: ReturnType<typeof takenRuns>,
): RoutePlan {
  const points = edge.points ?? [];
  if (styleOf(edge) === 'straight')
    return { frame: ports.from.side, lanes: [], toPoints: () => directLine(ports, points) };
  return planRoute(ports, from, to, points, cards, taken);
}

function plansOf(
  ends: readonly Joined[],
  cards: SpatialIndex,
  work: Work,
  most: number,
): readonly RoutePlan[] {
  const limit = limited(work, most);
  const taken = takenRuns(work);
  return ends.map((end) => {
    const { edge, ports } = end;
    if (!isSpent(limit)) return planOf(end, cards, taken);
    return { frame: ports.from.side, lanes: [], toPoints: () => elbowBetween(ports, edge.points ?? []) };
  });
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

const runBox = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

const runsOf = (points: readonly Point[]): readonly Box[] =>
  points.slice(1).map((b, index) => runBox(points[index] ?? b, b));

const crosses = (points: readonly Point[], cards: SpatialIndex): boolean =>
  runsOf(points).some((run) => cards.hits(run));

/** A line around cards: leg by leg between the bends that a person placed, each leg the simple one where that passes no card. */
function lineAround({ edge, ports }: Joined, around: Surroundings): readonly Point[] | null {
  const bends = edge.points ?? [];
  const stops: readonly SearchEnd[] = [
    ports.from,
    ...bends.map((point) => ({ ...point, side: null })),
    ports.to,
  ];
  const legs = stops.slice(1).map((to, index) => searchedLine(stops[index] ?? to, to, around));
  if (legs.some((leg) => leg === null)) return null;
  // Two legs may meet at a bend that the line comes to and leaves by the same way.
  return simplified(withoutSpurs(legs.flatMap((leg) => leg ?? [])));
}

/** The lines, those that would pass under a card or turn a corner led around the cards; found one after the other, so that each avoids the last. */
function searched(
  ends: readonly Joined[],
  lines: readonly (readonly Point[])[],
  cards: SpatialIndex,
  work: Work,
  most: number,
): readonly (readonly Point[])[] {
  const limit = limited(work, most);
  const wants = ends.map(({ edge, ports }, index) => {
    if (styleOf(edge) === 'straight' || isSpent(limit)) return false;
    if ((edge.points ?? []).length === 0 && !facesEachOther(ports)) return true;
    return crosses(lines[index] ?? [], cards);
  });
  if (!wants.includes(true)) return lines;
  const runs = spatialIndex(160, 160, work);
  const add = (points: readonly Point[]): void => {
    for (const run of runsOf(points)) runs.add(run);
  };
  lines.forEach((line, index) => {
    if (wants[index] !== true) add(line);
  });
  return lines.map((line, index) => {
    const end = ends[index];
    if (wants[index] !== true || end === undefined) return line;
    const found = isSpent(limit) ? null : lineAround(end, { cards, runs, work });
    const kept = found ?? line;
    add(kept);
    return kept;
  });
}

/** The corners of the lines of all edges at once, in their order. */
export function linesOf(
  ends: readonly Joined[],
  cards: SpatialIndex,
  work: Work,
  most: LineWork,
): readonly (readonly Point[])[] {
  const settled = settle(plansOf(ends, cards, work, most.planning));
  const found = searched(ends, settled, cards, work, most.searching);
  const lines = ends.map(
    ({ edge, ...rest }, index): EndedLine => ({
      ...rest,
      points: found[index] ?? [],
      isPlaced: (edge.points ?? []).length > 0 || styleOf(edge) === 'straight',
    }),
  );
  return spreadRuns(lines, cards, work, most.spreading);
}
