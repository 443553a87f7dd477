import { type Adjacency, adjacencyOf } from '../math/components';
import { largestOf, type Point, riseToOne } from '../math/rise-to-one';
import { afterTurns } from '../math/work';
import { slowCallee } from './held-up';
import type { LoadModel } from './load-model';
import { type Loads, nominalOf } from './loads';
import { stationUse } from './passed';
import {
  heldWithoutShares,
  type LoadsHeld,
  type PlacedLoads,
  placesUse,
  plainUse,
  solvePlaced,
} from './place-shares';
import { usedEdges } from './spread';
import { endsByNode, nodesVisited } from './visit-positions';
import { waitedForBy } from './waited-calls';

/** The growth of all rates at which the first station on a flow's way saturates, and that station. */
export interface Limit {
  readonly factor: number;
  readonly node: number;
  /** Whether it is about that, or at least that: to find it would take too long. */
  readonly isBound?: boolean;
}

/** Growth beyond which a station is taken never to saturate. */
const mostGrowth = 1e12;
/** The factor beyond which no growth is a figure. */
const mostFactor = 1e30;
const settledWithin = 1e-11;
const justBelow = 1 - 1e-9;
/** Guesses after which the factor is doubled: of what others throttle the use may come as near to 1 as it likes, and never be. */
const patience = 20;
/** How close to each other both ends of a search are that was not stopped. */
const foundWithin = 1e-6;
/** Turns that the limits of one design may take. */
const mostWork = 80_000_000;

/**
 * For each flow the smallest factor on all rates at which a station with visits, asynchronous ones too, saturates; loads
 * are those that get through. Null where nothing on its way can.
 */
export function limitsOf(model: LoadModel): readonly (Limit | null)[] {
  const { graph } = model;
  const straight = usesOf(model, nominalOf(model, 1));
  const amplified = model.placed.length > 0 || graph.nodes.some((node) => node.config.queueLimit !== null);
  let known: Callers | undefined;
  const callers = () => {
    known ??= callersOf(model);
    return known;
  };
  const isAllOver = afterTurns(mostWork);
  let isRough = false;
  const beforeShares = firstPasses(model);
  const uses = remembered((factor) => {
    const placed = solvePlaced(model, factor, beforeShares(factor));
    isRough ||= placed.isBound;
    return usesOfPlaced(model, placed);
  });
  const firstAt = remembered((factor) => firstUses(model, beforeShares(factor)));
  const atFault = faultsOf(model, beforeShares);
  return model.traffics.map((traffic) => {
    const visited = [...nodesVisited(graph, traffic)];
    const isPlaced = model.placed.length > 0;
    const nearest = highest(visited, straight) ?? (isPlaced ? highest(visited, firstAt.at(1)) : null);
    if (nearest === null) return null;
    // Where nothing before it saturates earlier and nothing is refused, its load grows in a straight line.
    const isStraight = !amplified && !hasBusierCaller(nearest.node, straight, callers());
    // Hardly used at all, and so never in full.
    if (!(1 / nearest.use <= mostFactor)) return null;
    if (isStraight) return { factor: 1 / nearest.use, node: nearest.node };
    const isVisited = new Set(visited);
    // Before places let less pass nothing is used less, so the limit is there or beyond: most often there, and shares are costly.
    const waitedFor = waitedForBy(
      model,
      model.placed.filter((node) => isVisited.has(node)),
    );
    const isOwnOver = afterTurns(mostWork / model.traffics.length);
    const isOver = () => isAllOver() && isOwnOver();
    const searched = { visited, waitedFor, isOver };
    const guess = nearest.use < Number.POSITIVE_INFINITY ? 1 / nearest.use : 1;
    const first = search({ ...searched, uses: firstAt }, guess);
    if (first === null) return null;
    if (first.isBound === true || !mayLoseElsewhere(model, firstAt, first.factor, isVisited))
      return atFault(first);
    const limit = isOver() ? { ...first, isBound: true } : search({ ...searched, uses }, first.factor);
    // Shares that are less than they could be leave what they limit less busy than it is.
    return limit === null ? null : atFault(isRough ? { ...limit, isBound: true } : limit);
  });
}

const usesOf = (model: LoadModel, loads: Loads): readonly number[] =>
  model.graph.design.nodes.map((_, node) => plainUse(model, loads, node));

/** How busy each station is when all rates grow by `factor`: of its places too, without bound where what it waits for never ends. */
export const placedUses = (model: LoadModel, factor: number): readonly number[] =>
  usesOfPlaced(model, solvePlaced(model, factor));

function usesOfPlaced(model: LoadModel, { loads, held }: PlacedLoads): readonly number[] {
  const uses = usesOf(model, loads);
  if (held === null) return uses;
  return withPlaces(model, uses, { loads, held });
}

function withPlaces(model: LoadModel, uses: readonly number[], of: LoadsHeld): readonly number[] {
  const all = [...uses];
  for (const node of model.placed) all[node] = Math.max(uses[node] ?? 0, placesUse(model, of, node));
  return all;
}

/** Loads before places let less pass, by their factor: each is asked for by several flows. */
type FirstPasses = (factor: number) => FirstPass;
type FirstPass = ReturnType<typeof heldWithoutShares>;

function firstPasses(model: LoadModel): FirstPasses {
  const known = new Map<number, FirstPass>();
  return (factor) => {
    const pass = known.get(factor) ?? heldWithoutShares(model, factor);
    known.set(factor, pass);
    return pass;
  };
}

/** The same before places let less pass: no less than it is with that. */
function firstUses(model: LoadModel, { loads, held }: FirstPass): readonly number[] {
  const uses = usesOf(model, loads);
  return held === null ? uses : withPlaces(model, uses, { loads, held });
}

/** Whether places that a flow does not come to, or that refuse, keep something below its limit from what it does come to. */
function mayLoseElsewhere(
  { graph, placed }: LoadModel,
  firstAt: Uses,
  factor: number,
  isVisited: ReadonlySet<number>,
): boolean {
  if (placed.some((node) => graph.nodes[node]?.config.queueLimit !== null)) return true;
  const isFull = (uses: readonly number[]) =>
    placed.some((node) => (uses[node] ?? 0) >= 1 && !isVisited.has(node));
  // What is not full at the limit was not before, and what was full before still is.
  if (!isFull(firstAt.at(factor))) return false;
  const below = factor * justBelow;
  for (const { x, values } of firstAt.points()) if (x <= below && isFull(values)) return true;
  // What is full elsewhere only from there on, such as for a callee that both wait for, has lost nothing until then.
  return isFull(firstAt.at(below));
}

/**
 * If its places are why a station is full and a slow callee is why they are, that is the bottleneck. Flows that end at the same limit
 * have the same one.
 */
function faultsOf(model: LoadModel, beforeShares: FirstPasses): (limit: Limit) => Limit {
  const isPlaced = new Set(model.placed);
  const known = new Map<string, number>();
  return (limit) => {
    const { factor, node } = limit;
    if (!isPlaced.has(node)) return limit;
    const key = `${node} ${factor}`;
    const fault = known.get(key) ?? calleeAtFault(model, limit, beforeShares(factor)) ?? node;
    known.set(key, fault);
    return fault === node ? limit : { ...limit, node: fault };
  };
}

function calleeAtFault(model: LoadModel, { node }: Limit, { loads, held }: FirstPass): number | null {
  const [of, spread, load] = [model.graph.nodes[node], model.spreads[node], loads.nodes[node]];
  if (held === null || of === undefined || spread === undefined || load === undefined) return null;
  const isByPlaces =
    of.config.queueLimit === null &&
    stationUse(of, spread, load) < placesUse(model, { loads, held }, node) * (1 - 1e-9);
  return isByPlaces ? slowCallee(model, node, { loads, held }) : null;
}

/** How busy each node is at each factor that was asked for. */
interface Uses {
  readonly at: (factor: number) => readonly number[];
  readonly points: () => Iterable<Point>;
}

function remembered(compute: (factor: number) => readonly number[]): Uses {
  const known = new Map<number, Point>();
  return {
    at: (x) => {
      const point = known.get(x) ?? { x, values: compute(x) };
      known.set(x, point);
      return point.values;
    },
    points: () => known.values(),
  };
}

/** The busiest of some stations, the first of the document among equals; null where nothing keeps any busy. */
function highest(
  visited: readonly number[],
  uses: readonly number[],
): { readonly node: number; readonly use: number } | null {
  let best: { node: number; use: number } | null = null;
  for (const node of visited) {
    const use = uses[node] ?? 0;
    if (use > (best === null ? 0 : best.use * (1 + 1e-9))) best = { node, use };
  }
  return best;
}

/** For each node the edges that flows take to it, and where edges come from. */
interface Callers {
  readonly incoming: Adjacency;
  readonly from: Int32Array;
}

function callersOf({ graph, traffics }: LoadModel): Callers {
  const { from, to } = endsByNode(graph);
  return { incoming: adjacencyOf(graph.nodeCount, to, usedEdges(graph, traffics)), from };
}

function hasBusierCaller(node: number, uses: readonly number[], { incoming, from }: Callers): boolean {
  const limit = (uses[node] ?? 0) * (1 + 1e-12);
  const seen = new Set([node]);
  const open = [node];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (let i = incoming.start[at] as number; i < (incoming.start[at + 1] as number); i++) {
      const caller = from[incoming.edges[i] as number] as number;
      if (seen.has(caller)) continue;
      if ((uses[caller] ?? 0) > limit) return true;
      seen.add(caller);
      open.push(caller);
    }
  return false;
}

/** What a search for a limit asks of the model. */
interface Searched {
  readonly visited: readonly number[];
  /** Positions of what the places of `visited` wait for: when one of it is full, they may wait without bound. */
  readonly waitedFor: readonly number[];
  readonly uses: Uses;
  readonly isOver: () => boolean;
}

/** The smallest factor at which the busiest of `visited` is fully used, from a first guess that it is not far from. */
function search({ visited, waitedFor, uses, isOver }: Searched, guess: number): Limit | null {
  const busyAt = ({ values }: Point) => largestOf(values, visited);
  let low: Point = { x: 0, values: [] };
  let high: Point | null = null;
  // What other flows asked for says where this one's is.
  for (const point of uses.points())
    if (busyAt(point) >= 1 - settledWithin) high = high === null || point.x < high.x ? point : high;
    else if (point.x > low.x) low = point;
  const isWithin = guess > low.x && (high === null || guess < high.x);
  let point = isWithin ? pointAt(uses, guess) : (high ?? pointAt(uses, low.x * 2));
  for (let use = busyAt(point), turn = 1; use < 1 - settledWithin; use = busyAt(point), turn++) {
    if (point.x > guess * mostGrowth) return null;
    if (isOver()) return boundAt(visited, point);
    // Use grows no faster than its factor where nothing is refused, so this never passes the first saturation.
    const sure = use > 0 ? point.x / use : point.x * 2;
    const secant = point.x + ((1 - use) * (point.x - low.x)) / (use - busyAt(low));
    low = point;
    const near = Number.isFinite(secant) && secant > sure ? Math.min(secant, low.x * 10) : sure;
    const next = turn < patience ? near : Math.max(near, low.x * 2);
    point = high !== null && next >= high.x ? high : pointAt(uses, next);
  }
  const isThere = busyAt(point) <= 1 + settledWithin;
  const rise = { at: uses.at, sought: visited, walls: waitedFor, within: settledWithin, isOver };
  const ends = isThere ? { low: point, high: point } : riseToOne({ ...rise, low, high: point });
  const isFound = ends.high.x - ends.low.x <= foundWithin * ends.high.x;
  const busiest = highest(visited, ends.high.values);
  if (busiest === null) return null;
  return isFound
    ? { factor: ends.high.x, node: busiest.node }
    : { factor: ends.low.x, node: busiest.node, isBound: true };
}

const pointAt = ({ at }: Uses, x: number): Point => ({ x, values: at(x) });

function boundAt(visited: readonly number[], { x, values }: Point): Limit | null {
  const busiest = highest(visited, values);
  return busiest === null ? null : { factor: x, node: busiest.node, isBound: true };
}
