import { afterTurns } from '../math/work';
import { slowCallee } from './held-up';
import {
  type Asked,
  firstUses,
  highest,
  type Limit,
  type PassAt,
  passesOf,
  search,
  type Uses,
  usesAfterShares,
} from './limit-search';
import type { LoadModel } from './load-model';
import { type Loads, nominalOf } from './loads';
import { stationUse } from './passed';
import { type LoadsHeld, placesUse, plainUse, solvePlaced } from './place-shares';
import type { FlowTraffic } from './traffic';
import { leadingTo, usedCalls } from './used-calls';
import { nodesVisited } from './visit-positions';
import { waitedForBy } from './waited-calls';

export type { Limit } from './limit-search';

/** The factor beyond which no growth is a figure. */
const mostFactor = 1e30;
const justBelow = 1 - 1e-9;
/** Turns that the limits of one design may take. */
const mostWork = 80_000_000;

/**
 * For each flow the smallest factor on all rates at which a station with visits, asynchronous ones too, saturates; loads
 * are those that get through. Null where nothing on its way can.
 */
export function limitsOf(model: LoadModel): readonly (Limit | null)[] {
  const { graph, traffics, placed } = model;
  const straight = usesOf(model, nominalOf(model, 1));
  const amplified = placed.length > 0 || graph.nodes.some((node) => node.config.queueLimit !== null);
  const isAllOver = afterTurns(mostWork);
  const passAt = passesOf(model);
  const firstAt = firstUses(model, passAt);
  const afterShares = usesAfterShares(model, passAt);
  const atFault = faultsOf(model, passAt);
  let found: readonly number[] = [];
  const note = ({ factor, isBound }: Limit): void => {
    if (isBound !== true) found = [...new Set([...found, factor])].sort((a, b) => a - b);
  };
  return traffics.map((traffic) => {
    const visited = [...nodesVisited(graph, traffic)];
    const asked = askedOf(model, visited);
    const nearest =
      highest(visited, straight) ?? (placed.length > 0 ? highest(visited, firstAt(1, asked)) : null);
    if (nearest === null) return null;
    // Hardly used at all, and so never in full.
    if (!(1 / nearest.use <= mostFactor)) return null;
    // Where nothing before it saturates earlier and nothing is refused, its load grows in a straight line.
    if (!amplified && !hasBusierCaller(model, nearest.node, straight))
      return { factor: 1 / nearest.use, node: nearest.node };
    const isOwnOver = afterTurns(mostWork / traffics.length);
    const isOver = () => isAllOver() && isOwnOver();
    const guess = nearest.use < Number.POSITIVE_INFINITY ? 1 / nearest.use : 1;
    // Before places let less pass nothing is used less, so the limit is there or beyond: most often there, and shares are costly.
    const first = search({ model, asked, uses: firstAt, isOver, found }, guess);
    if (first === null) return null;
    note(first);
    const before = placedBefore(model, traffic, asked);
    if (first.isBound === true || !mayLoseElsewhere(model, firstAt, first.factor, before))
      return atFault(first);
    if (isOver()) return atFault({ ...first, isBound: true });
    const { uses, isRough } = afterShares(before.all);
    const limit = search({ model, asked, uses, isOver, found: [] }, first.factor);
    // Shares that are less than they could be leave what they limit less busy than it is.
    return limit === null ? null : atFault(isRough() ? { ...limit, isBound: true } : limit);
  });
}

/** Those of some nodes with places, beside themselves. */
function askedOf(model: LoadModel, nodes: readonly number[]): Asked {
  const isAsked = new Set(nodes);
  return { nodes, placed: model.placed.filter((node) => isAsked.has(node)) };
}

const usesOf = (model: LoadModel, loads: Loads): readonly number[] =>
  model.graph.design.nodes.map((_, node) => plainUse(model, loads, node));

/** How busy each station is when all rates grow by `factor`: of its places too, without bound where what it waits for never ends. */
export function placedUses(model: LoadModel, factor: number): readonly number[] {
  const { loads, held } = solvePlaced(model, factor);
  const uses = [...usesOf(model, loads)];
  if (held !== null)
    for (const node of model.placed)
      uses[node] = Math.max(uses[node] ?? 0, placesUse(model, { loads, held }, node));
  return uses;
}

/** Nodes with places whose calls lead to what a flow comes to or waits for, and so let less arrive there. */
interface PlacedBefore {
  readonly all: readonly number[];
  /** Those that the flow does not come to. */
  readonly elsewhere: Asked;
}

function placedBefore(model: LoadModel, traffic: FlowTraffic, asked: Asked): PlacedBefore {
  const isLeading = leadingTo(model, [...asked.nodes, ...waitedForBy(model, asked.placed)]);
  const all = model.placed.filter((node) => isLeading[node] === 1);
  const isVisited = new Set(nodesVisited(model.graph, traffic));
  const elsewhere = all.filter((node) => !isVisited.has(node));
  return { all, elsewhere: { nodes: elsewhere, placed: elsewhere } };
}

/** Whether places that a flow does not come to, or that refuse, keep something below its limit from what it does come to. */
function mayLoseElsewhere(
  { graph }: LoadModel,
  firstAt: Uses,
  factor: number,
  { all, elsewhere }: PlacedBefore,
): boolean {
  if (all.some((node) => graph.nodes[node]?.config.queueLimit !== null)) return true;
  const fullAt = (at: number, of: Asked): readonly number[] => {
    const uses = firstAt(at, of);
    return of.nodes.filter((node) => (uses[node] ?? 0) >= 1);
  };
  // What is not full at the limit was not before.
  const full = elsewhere.nodes.length === 0 ? [] : fullAt(factor, elsewhere);
  // What is full elsewhere only from there on, such as for a callee that both wait for, has lost nothing until then.
  return full.length > 0 && fullAt(factor * justBelow, { nodes: full, placed: full }).length > 0;
}

/**
 * If its places are why a station is full and a slow callee is why they are, that is the bottleneck. Flows that end at the same limit
 * have the same one.
 */
function faultsOf(model: LoadModel, passAt: PassAt): (limit: Limit) => Limit {
  const isPlaced = new Set(model.placed);
  const known = new Map<string, number>();
  return (limit) => {
    const { factor, node } = limit;
    if (!isPlaced.has(node)) return limit;
    const key = `${node} ${factor}`;
    const fault = known.get(key) ?? calleeAtFault(model, limit, passAt(factor, [node])) ?? node;
    known.set(key, fault);
    return fault === node ? limit : { ...limit, node: fault };
  };
}

function calleeAtFault(
  model: LoadModel,
  { node }: Limit,
  { loads, held }: ReturnType<PassAt>,
): number | null {
  const [of, spread, load] = [model.graph.nodes[node], model.spreads[node], loads.nodes[node]];
  if (held === null || of === undefined || spread === undefined || load === undefined) return null;
  const at: LoadsHeld = { loads, held };
  const isByPlaces =
    of.config.queueLimit === null && stationUse(of, spread, load) < placesUse(model, at, node) * (1 - 1e-9);
  return isByPlaces ? slowCallee(model, node, at) : null;
}

function hasBusierCaller(model: LoadModel, node: number, uses: readonly number[]): boolean {
  const { incoming, from } = usedCalls(model);
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
