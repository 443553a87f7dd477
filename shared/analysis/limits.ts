import { type Adjacency, adjacencyOf } from '../math/components';
import { type LoadModel, type Loads, nominalOf, solveLoads } from './loads';
import { usedEdges } from './spread';
import { stationUse } from './stations';

/** The growth of all rates at which the first station on a flow's way saturates, and that station. */
export interface Limit {
  readonly factor: number;
  readonly node: number;
}

/** Growth beyond which a station is taken never to saturate. */
const mostGrowth = 1e12;
/** The factor beyond which no growth is a figure. */
const mostFactor = 1e30;
const settledWithin = 1e-11;

/**
 * For each flow the smallest factor on all rates at which a station with visits, asynchronous ones too, saturates; loads
 * are those that get through. Null where nothing on its way can.
 */
export function limitsOf(model: LoadModel): readonly (Limit | null)[] {
  const { graph } = model;
  const straight = usesOf(model, nominalOf(model, 1));
  const amplified = graph.nodes.some((node) => node.config.queueLimit !== null);
  let known: Callers | undefined;
  const callers = () => {
    known ??= callersOf(model);
    return known;
  };
  const usesAt = remembered((factor) => usesOf(model, solveLoads(model, factor)));
  return model.traffics.map(({ nodes: visited }) => {
    const nearest = highest(visited, straight);
    if (nearest === null) return null;
    // Where nothing before it saturates earlier and nothing is refused, its load grows in a straight line.
    const isStraight = !amplified && !hasBusierCaller(nearest.node, straight, callers());
    // Hardly used at all, and so never in full.
    if (!(1 / nearest.use <= mostFactor)) return null;
    if (isStraight) return { factor: 1 / nearest.use, node: nearest.node };
    return search(visited, usesAt, 1 / nearest.use);
  });
}

function usesOf({ graph, spreads }: LoadModel, loads: Loads): readonly number[] {
  return graph.nodes.map((node, i) => {
    const spread = spreads[i];
    const load = loads.nodes[i];
    return spread === undefined || load === undefined ? 0 : stationUse(node, spread, load);
  });
}

function remembered(compute: (factor: number) => readonly number[]): (factor: number) => readonly number[] {
  const known = new Map<number, readonly number[]>();
  return (factor) => {
    const found = known.get(factor);
    if (found !== undefined) return found;
    const made = compute(factor);
    known.set(factor, made);
    return made;
  };
}

/** The busiest of some stations, the first of the document among equals; null where nothing keeps any busy. */
function highest(
  visited: Int32Array,
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

const callersOf = ({ graph, traffics }: LoadModel): Callers => ({
  incoming: adjacencyOf(graph.nodes.length, graph.to, usedEdges(graph, traffics)),
  from: graph.from,
});

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

/** The smallest factor at which the busiest of `visited` is fully used, from a first guess: secants, kept in a bracket. */
function search(
  visited: Int32Array,
  usesAt: (factor: number) => readonly number[],
  guess: number,
): Limit | null {
  const at = (factor: number) => ({ factor, use: highest(visited, usesAt(factor))?.use ?? 0 });
  let low = { factor: 0, use: 0 };
  let high: { factor: number; use: number } | null = null;
  let last = low;
  let point = at(guess);
  for (let i = 0; i < 200; i++) {
    if (Math.abs(point.use - 1) <= settledWithin) break;
    if (point.use < 1) low = point;
    else high = point;
    if (high !== null && high.factor - low.factor <= 1e-13 * high.factor) break;
    if (point.factor > guess * mostGrowth) return null;
    const slope = (point.use - last.use) / (point.factor - last.factor);
    const secant = point.factor + (1 - point.use) / slope;
    last = point;
    point = at(nextFactor(low, high, secant, i));
  }
  const busiest = highest(visited, usesAt(point.factor));
  return busiest === null ? null : { factor: point.factor, node: busiest.node };
}

interface Point {
  readonly factor: number;
  readonly use: number;
}

function nextFactor(low: Point, high: Point | null, secant: number, turn: number): number {
  if (high === null) {
    // Use grows no faster than its factor where nothing is refused, so this never passes the first saturation.
    const sure = low.use > 0 ? low.factor / low.use : low.factor * 2;
    return Number.isFinite(secant) && secant > sure ? Math.min(secant, low.factor * 10) : sure;
  }
  const inside = secant > low.factor && secant < high.factor;
  return inside && turn % 4 !== 3 ? secant : (low.factor + high.factor) / 2;
}
