import type { ResolvedNode } from '../catalog/resolved';
import { largestOf, type Point, riseToOne } from '../math/rise-to-one';
import { afterTurns } from '../math/work';
import { type HeldLoads, type HeldTimes, heldTimesOf } from './held-times';
import type { LoadModel } from './load-model';
import { type Loads, noShares, type PlaceShares, solveLoads, solveLoadsFrom } from './loads';
import { stationUse } from './passed';
import { completedByPools, hasFullServers, placedPools, placesRpsOf } from './placed-station';
import { accepted, isPaced, limitRpsOf, overLimit } from './rate-limit';
import { type NodeLoad, type Spread, utilizationOf } from './station';
import { leadingTo, reachedFrom } from './used-calls';
import { waitedForBy } from './waited-calls';

/** Loads at which places are held for as long as it takes. */
export interface PlacedLoads {
  /** Those that get through, of which all figures are. */
  readonly loads: Loads;
  readonly shares: PlaceShares;
  /** null where no node has places. */
  readonly held: HeldTimes | null;
  /** Whether the shares are less than they could be: to find them would take too long. */
  readonly isBound: boolean;
  /** The loads without places, and how long they would be held at those. */
  readonly before: { readonly loads: Loads; readonly held: HeldTimes | null };
}

/** Loads with how long places are held at them. */
export interface LoadsHeld {
  readonly loads: Loads;
  readonly held: HeldTimes;
}

/** Some loads as what holds places; `isKept` where they are those of which figures are. */
export const loadsOfHeld = (loads: Loads, isKept = false): HeldLoads => ({
  isKept,
  load: (node) => loads.nodes[node] as NodeLoad,
  offeredRps: (flow, visit) => loads.offeredRps[flow]?.[visit] ?? 0,
});

/** How long places are held at some loads. */
const heldAt = (model: LoadModel, loads: Loads, wanted: readonly number[], isKept = false): HeldTimes =>
  heldTimesOf(model, loadsOfHeld(loads, isKept), wanted);

/** Loads, and how long places are held at them; null where no node has any. */
export interface HeldWithoutShares {
  readonly loads: Loads;
  readonly held: HeldTimes | null;
}

/** At the rates themselves, where figures and the search for limits both begin. */
const known = new WeakMap<LoadModel, HeldWithoutShares>();

/** Loads as if places let everything pass, and how long those of `wanted` would be held then. */
export function heldWithoutShares(
  model: LoadModel,
  factor: number,
  wanted: readonly number[] = model.placed,
): HeldWithoutShares {
  const found = factor === 1 ? known.get(model) : undefined;
  if (found !== undefined) return found;
  const loads = solveLoads(model, factor);
  const { placed } = model;
  const asked = factor === 1 ? placed : wanted;
  const made = { loads, held: placed.length === 0 ? null : heldAt(model, loads, asked, factor === 1) };
  if (factor === 1) known.set(model, made);
  return made;
}

/** The shares at one load that were found already, and whether to find one took too long. */
export type KnownShares = Map<number, { readonly share: number; readonly isRough: boolean }>;

/** Which places are looked at. */
interface PlacesLooked {
  /** Those that may let less pass: all, or those before what is asked for. */
  readonly before: readonly number[];
  /** Those of which it is asked how long they are held. */
  readonly wanted: readonly number[];
  readonly knownShares: KnownShares;
}

const allPlaces = ({ placed }: LoadModel): PlacesLooked => ({
  before: placed,
  wanted: placed,
  knownShares: new Map(),
});

/**
 * Loads in two passes, so that there is one answer: first without places; then with the share of each node that its places let it pass on,
 * found at the loads at which it alone does. How long a place is held follows from what its callees get, and they get what it passes on.
 * `before` is given where the first pass is known.
 */
export function solvePlaced(
  model: LoadModel,
  factor = 1,
  before: PlacedLoads['before'] = heldWithoutShares(model, factor),
  { before: looked, wanted, knownShares }: PlacesLooked = allPlaces(model),
): PlacedLoads {
  const { loads: first, held } = before;
  if (held === null) return { loads: first, shares: noShares, held: null, before, isBound: false };
  const shares = new Map<number, number>();
  const isOver = afterTurns(mostWork);
  let isBound = false;
  for (const node of looked) {
    const known = knownShares.get(node);
    const share = known?.share ?? placeShare({ model, factor, node, isOver }, { loads: first, held });
    const isRough = known?.isRough ?? isOver();
    knownShares.set(node, { share, isRough });
    if (share < 1) shares.set(node, share);
    isBound ||= isRough;
  }
  if (shares.size === 0) return { loads: first, shares, held, before, isBound };
  const isReached = reachedFrom(model, shares.keys());
  const loads = solveLoadsFrom(first, model, factor, { shares, isAsked: (node) => isReached[node] === 1 });
  return { loads, shares, held: heldAt(model, loads, wanted, factor === 1), before, isBound };
}

const leastShare = 1e-9;
const settledWithin = 1e-12;

/** Turns that all shares may take: each that is tried takes the loads and times of all that it waits for. */
const mostWork = 40_000_000;

/** The node whose share is sought, and whether that has taken too long. */
interface Sought {
  readonly model: LoadModel;
  readonly factor: number;
  readonly node: number;
  readonly isOver: () => boolean;
}

/**
 * The largest share s of what arrives that a node passes on where its places complete as much: the more it passes on the longer its callees
 * take, and the less it completes. 1 where what it waits for never ends at any share.
 */
function placeShare({ model, factor, node, isOver }: Sought, first: LoadsHeld): number {
  const shareAt = (share: number, { loads, held }: LoadsHeld): number =>
    share / completedShare(model, node, loads, held);
  const wholeShare = shareAt(1, first);
  // Most places let everything pass; what they wait for need not be gone through for that.
  if (!Number.isNaN(wholeShare) && wholeShare <= 1) return 1;
  const callees = waitedForBy(model, [node]).filter((callee) => callee !== node);
  const isPlaced = new Set(model.placed);
  const busyAt = (callee: number, { loads, held }: LoadsHeld): number => {
    const plain = plainUse(model, loads, callee);
    return isPlaced.has(callee) ? Math.max(plain, placesUse(model, { loads, held }, callee)) : plain;
  };
  /** What the node passes on ÷ what is completed of it, NaN where nothing is known, and how busy its callees are. */
  const valuesOf = (share: number, { loads, held }: LoadsHeld): readonly number[] => [
    shareAt(share, { loads, held }),
    ...callees.map((callee) => busyAt(callee, { loads, held })),
  ];
  const loadsAt = loadsByShare({ model, factor, node }, first.loads, callees);
  const at = (share: number): readonly number[] => {
    const loads = loadsAt(share);
    return valuesOf(share, { loads, held: heldAt(model, loads, [node]) });
  };
  const shareUsed = ({ values }: Point): number => largestOf(values, [0]);
  const whole: Point = { x: 1, values: valuesOf(1, first) };
  const least = Math.max(leastShare, 1 / shareUsed(whole));
  let low: Point = { x: least, values: at(least) };
  let high = whole;
  if (shareUsed(low) > 1 && least > leastShare) {
    // What is refused comes back: the less is passed on, the more arrives.
    high = low;
    low = { x: leastShare, values: at(leastShare) };
  }
  if (Math.abs(shareUsed(low) - 1) <= settledWithin) return low.x;
  if (!(shareUsed(low) < 1)) return 1;
  const walls = callees.map((_, i) => i + 1);
  const found = riseToOne({ at, low, high, sought: [0], walls, within: settledWithin, isOver }).low.x;
  // Stopped before anything was found: it passes what its callees have servers for.
  return found > leastShare || !isOver() ? found : shareOfCallees(model, loadsAt, callees);
}

/** Loads at which a node passes on a share: of what it sends to what it waits for alone, since no other is asked for. */
function loadsByShare(
  { model, factor, node }: Omit<Sought, 'isOver'>,
  first: Loads,
  callees: readonly number[],
): (share: number) => Loads {
  const isReached = reachedFrom(model, [node]);
  const isLeading = leadingTo(model, [node, ...callees]);
  const isAsked = (of: number) => isReached[of] === 1 && isLeading[of] === 1;
  return (share) => solveLoadsFrom(first, model, factor, { shares: new Map([[node, share]]), isAsked });
}

/** The largest share at which no callee is full by what arrives alone, which takes loads and no times. */
function shareOfCallees(
  model: LoadModel,
  loadsAt: (share: number) => Loads,
  callees: readonly number[],
): number {
  const at = (share: number): readonly number[] => {
    const loads = loadsAt(share);
    return callees.map((callee) => plainUse(model, loads, callee));
  };
  const sought = callees.map((_, i) => i);
  const [low, high] = [
    { x: leastShare, values: at(leastShare) },
    { x: 1, values: at(1) },
  ];
  if (largestOf(low.values, sought) >= 1) return leastShare;
  if (largestOf(high.values, sought) < 1) return 1;
  return riseToOne({ at, low, high, sought, walls: [], within: settledWithin, isOver: () => false }).low.x;
}

/** How busy a station is by what arrives alone, whatever its places wait for. */
export function plainUse({ graph, spreads }: LoadModel, loads: Loads, node: number): number {
  const [of, spread, load] = [graph.nodes[node], spreads[node], loads.nodes[node]];
  return of === undefined || spread === undefined || load === undefined ? 0 : stationUse(of, spread, load);
}

/** The most of what arrives that a node's places complete, 1 and more where they complete all; NaN where how long they are held does not exist. */
function completedShare(model: LoadModel, node: number, loads: Loads, held: HeldTimes): number {
  const of = model.graph.nodes[node] as ResolvedNode;
  const spread = model.spreads[node] as Spread;
  const rest = held.rest(node);
  if (Number.isNaN(rest.meanMs)) return Number.NaN;
  const offered = loads.nodes[node] as NodeLoad;
  const load = underLimit(of, offered);
  const perSecond = load.readsRps + load.writesRps;
  if (perSecond <= 0) return 1;
  if (of.config.queueLimit !== null)
    return placedPools(of, spread, load, rest).reduce((sum, { refused }) => sum + 1 - refused, 0);
  const pools = completedByPools(of, spread, load, rest);
  const [only] = pools;
  // Those of one pool alone are not cut at all that arrives, since a search finds its way by what is beyond.
  if (only !== undefined && pools.length === 1) return only.mostRps / (perSecond * only.pool.share);
  return pools.reduce(
    (sum, { pool, mostRps }) =>
      sum + pool.share * pool.count * Math.min(1, mostRps / (perSecond * pool.share)),
    0,
  );
}

/** What a rate limit lets through. */
function underLimit(node: ResolvedNode, load: NodeLoad): NodeLoad {
  const limitRps = limitRpsOf(node);
  return limitRps === null ? load : accepted(load, overLimit(limitRps, load.readsRps + load.writesRps));
}

/**
 * Offered load ÷ what the places of a node complete; without bound where how long they are held does not exist or its servers are full, 0
 * where nothing limits them.
 */
export function placesUse(model: LoadModel, { loads, held }: LoadsHeld, node: number): number {
  const of = model.graph.nodes[node] as ResolvedNode;
  const spread = model.spreads[node] as Spread;
  const offered = loads.nodes[node] as NodeLoad;
  const load = isPaced(spread) ? offered : underLimit(of, offered);
  const rest = held.rest(node);
  if (Number.isNaN(rest.meanMs) || hasFullServers(of, spread, load)) return Number.POSITIVE_INFINITY;
  const pools =
    of.config.queueLimit === null
      ? completedByPools(of, spread, load, rest)
      : placedPools(of, spread, load, rest);
  const capacityRps = placesRpsOf(pools);
  return capacityRps === null ? 0 : utilizationOf(offered.readsRps + offered.writesRps, capacityRps);
}
