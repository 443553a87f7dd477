import { largestOf, type Point, riseToOne } from '../math/rise-to-one';
import type { LoadModel } from './load-model';
import {
  type HeldWithoutShares,
  heldWithoutShares,
  type KnownShares,
  type PlacedLoads,
  placesUse,
  plainUse,
  solvePlaced,
} from './place-shares';
import { waitedForBy } from './waited-calls';

/** The growth of all rates at which the first station on a flow's way saturates, and that station. */
export interface Limit {
  readonly factor: number;
  readonly node: number;
  /** Whether it is about that, or at least that: to find it would take too long. */
  readonly isBound?: boolean;
}

/** Nodes of which it is asked how busy they are, and those of them with places. */
export interface Asked {
  readonly nodes: readonly number[];
  readonly placed: readonly number[];
}

/** How busy the nodes that are asked for are at a factor; further ones may be there, and others not. */
export type Uses = (factor: number, asked: Asked) => readonly number[];

/** Loads before places let less pass, by their factor, with how long those of `placed` would be held: each is asked for by several flows. */
export type PassAt = (factor: number, placed: readonly number[]) => HeldWithoutShares;

export function passesOf(model: LoadModel): PassAt {
  const known = new Map<number, HeldWithoutShares>();
  return (factor, placed) => {
    const pass = known.get(factor) ?? heldWithoutShares(model, factor, placed);
    known.set(factor, pass);
    pass.held?.include(placed);
    return pass;
  };
}

/** How busy nodes are before places let less pass: no less than they are with that. */
export const firstUses = (model: LoadModel, passAt: PassAt): Uses =>
  remembered(model, (factor, { placed }) => passAt(factor, placed));

/** The same where some places let less pass, and whether what they let pass is less than it could be, to find it taking too long. */
export function usesAfterShares(
  model: LoadModel,
  passAt: PassAt,
): (before: readonly number[]) => { readonly uses: Uses; readonly isRough: () => boolean } {
  const shares = new Map<number, KnownShares>();
  return (before) => {
    let isRough = false;
    const known = new Map<number, PlacedLoads>();
    const solved = (factor: number, wanted: readonly number[]): PlacedLoads => {
      const found = known.get(factor);
      if (found !== undefined) return found;
      const knownShares: KnownShares = shares.get(factor) ?? new Map();
      shares.set(factor, knownShares);
      const made = solvePlaced(model, factor, passAt(factor, before), { before, wanted, knownShares });
      isRough ||= made.isBound;
      known.set(factor, made);
      return made;
    };
    const uses = remembered(model, (factor, { placed }) => {
      const of = solved(factor, placed);
      of.held?.include(placed);
      return of;
    });
    return { uses, isRough: () => isRough };
  };
}

function remembered(model: LoadModel, loadsAt: (factor: number, asked: Asked) => HeldWithoutShares): Uses {
  const isPlaced = new Set(model.placed);
  const known = new Map<number, number[]>();
  return (factor, asked) => {
    const values = known.get(factor) ?? new Array<number>(model.graph.nodeCount);
    known.set(factor, values);
    if (asked.nodes.every((node) => values[node] !== undefined)) return values;
    const { loads, held } = loadsAt(factor, asked);
    for (const node of asked.nodes) {
      if (values[node] !== undefined) continue;
      const plain = plainUse(model, loads, node);
      values[node] =
        held !== null && isPlaced.has(node)
          ? Math.max(plain, placesUse(model, { loads, held }, node))
          : plain;
    }
    return values;
  };
}

/** The busiest of some stations, the first of the document among equals; null where nothing keeps any busy. */
export function highest(
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

/** Growth beyond which a station is taken never to saturate. */
const mostGrowth = 1e12;
const settledWithin = 1e-11;
/** Guesses after which the factor is doubled: of what others throttle the use may come as near to 1 as it likes, and never be. */
const patience = 20;
/** How close to each other both ends of a search are that was not stopped. */
const foundWithin = 1e-6;
/** How busy a station is, where another is full, that may be full as early as that one. */
const nearlyFull = 1 - 1e-6;

/** What a search for a limit asks of the model. */
interface Searched {
  readonly model: LoadModel;
  /** What the flow comes to. */
  readonly asked: Asked;
  readonly uses: Uses;
  readonly isOver: () => boolean;
  /** Factors at which other flows met theirs, rising: those of flows that share a bottleneck are the same. */
  readonly found: readonly number[];
}

/** The smallest factor at which the busiest of what is asked for is fully used, from a first guess that it is not far from. */
export function search(searched: Searched, guess: number): Limit | null {
  const { asked, uses, isOver } = searched;
  const { nodes } = asked;
  const pointAt = (x: number): Point => ({ x, values: uses(x, asked) });
  const busyAt = ({ values }: Point) => largestOf(values, nodes);
  let { low, high } = amongFound(searched.found, pointAt, busyAt);
  const isWithin = guess > low.x && (high === null || guess < high.x);
  let point = isWithin ? pointAt(guess) : (high ?? pointAt(low.x * 2));
  for (let use = busyAt(point), turn = 1; use < 1 - settledWithin; use = busyAt(point), turn++) {
    if (point.x > guess * mostGrowth) return null;
    if (isOver()) return boundAt(nodes, point);
    // Use grows no faster than its factor where nothing is refused, so this never passes the first saturation.
    const sure = use > 0 ? point.x / use : point.x * 2;
    const secant = point.x + ((1 - use) * (point.x - low.x)) / (use - busyAt(low));
    low = point;
    const near = Number.isFinite(secant) && secant > sure ? Math.min(secant, low.x * 10) : sure;
    const next = turn < patience ? near : Math.max(near, low.x * 2);
    point = high !== null && next >= high.x ? high : pointAt(next);
  }
  const isThere = busyAt(point) <= 1 + settledWithin;
  const ends = isThere ? { low: point, high: point } : between(searched, low, point);
  const isFound = ends.high.x - ends.low.x <= foundWithin * ends.high.x;
  const busiest = highest(nodes, ends.high.values);
  if (busiest === null) return null;
  return isFound
    ? { factor: ends.high.x, node: busiest.node }
    : { factor: ends.low.x, node: busiest.node, isBound: true };
}

/** The last of some factors at which nothing is full, and the first at which something is; null where nothing is at any. */
function amongFound(
  found: readonly number[],
  pointAt: (x: number) => Point,
  busyAt: (point: Point) => number,
): { readonly low: Point; readonly high: Point | null } {
  let low: Point = { x: 0, values: [] };
  let high: Point | null = null;
  for (let [from, to] = [0, found.length]; from < to; ) {
    const middle = (from + to) >> 1;
    const point = pointAt(found[middle] as number);
    if (busyAt(point) >= 1 - settledWithin) {
      high = point;
      to = middle;
    } else {
      low = point;
      from = middle + 1;
    }
  }
  return { low, high };
}

/** The limit within a bracket: what is not full at its upper end is not before, and is not asked for again. */
function between(
  { model, asked, uses, isOver }: Searched,
  low: Point,
  high: Point,
): { readonly low: Point; readonly high: Point } {
  const isNear = (node: number) => !((high.values[node] ?? 0) < nearlyFull);
  const sought = asked.nodes.filter(isNear);
  const walls = waitedForBy(model, asked.placed.filter(isNear));
  const placed = new Set(model.placed);
  const nodes = [...new Set([...sought, ...walls])];
  const near: Asked = { nodes, placed: nodes.filter((node) => placed.has(node)) };
  const at = (x: number): readonly number[] => uses(x, near);
  const ends = [low, high].map(({ x }): Point => ({ x, values: x === 0 ? [] : at(x) }));
  const [from = low, to = high] = ends;
  return riseToOne({ at, sought, walls, within: settledWithin, isOver, low: from, high: to });
}

function boundAt(visited: readonly number[], { x, values }: Point): Limit | null {
  const busiest = highest(visited, values);
  return busiest === null ? null : { factor: x, node: busiest.node, isBound: true };
}
