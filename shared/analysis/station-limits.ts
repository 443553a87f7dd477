import type { ResolvedNode } from '../catalog/resolved';
import { type Point, riseToOne } from '../math/rise-to-one';
import { afterTurns } from '../math/work';
import { type HeldTimes, heldTimesOf } from './held-times';
import { slowCallee } from './held-up';
import type { LoadModel } from './load-model';
import { type Loads, nominalOf } from './loads';
import { loadsOfHeld, placesUse, plainUse } from './place-shares';
import type { LimitedBy, NodeLoad, Spread } from './station';
import { stationState } from './stations';
import { nodesVisited } from './visit-positions';
import { waitedForBy } from './waited-calls';

/** A station and the loads at which it is used as planned and in full. */
export interface StationLimit {
  readonly node: string;
  /** Load at which it saturates. */
  readonly load: number;
  /** Load at which it is at its planned limit. */
  readonly plannedLoad: number;
  /** What it runs out of there. */
  readonly limitedBy: LimitedBy;
  /** The callee without whose waits its places would not be full; null where there is none, or where something else limits it. */
  readonly heldUpBy: string | null;
}

/**
 * The stations that a flow or any comes to, in the order in which they saturate when nothing before them loses anything: by what
 * arrives, or by the places that requests hold while they wait for calls.
 */
export function stationLimits(model: LoadModel, flow?: string): readonly StationLimit[] {
  const { graph, traffics } = model;
  const looked = traffics.filter((of) => flow === undefined || graph.flows[of.flow]?.id === flow);
  const visited = new Set(looked.flatMap((traffic) => [...nodesVisited(graph, traffic)]));
  const placed = new Set(model.placed);
  const loads = nominalOf(model, 1);
  return graph.design.nodes
    .flatMap((_, node): StationLimit[] => {
      if (flow !== undefined && !visited.has(node)) return [];
      const plain = byArrivals(model, loads, node);
      const found = placed.has(node) ? withPlaces(model, node, plain) : plain;
      return found === null ? [] : [found];
    })
    .sort((a, b) => a.load - b.load);
}

/** The limit by what arrives alone, which grows in proportion to the load; null where it keeps the station hardly busy at all. */
function byArrivals(model: LoadModel, loads: Loads, at: number): StationLimit | null {
  const node = model.graph.design.nodes[at] as ResolvedNode;
  const use = plainUse(model, loads, at);
  if (!(use > 1e-30)) return null;
  const { limitedBy } = stationState(node, model.spreads[at] as Spread, loads.nodes[at] as NodeLoad);
  return {
    node: node.id,
    load: 1 / use,
    plannedLoad: node.config.maxUtilization / use,
    limitedBy: limitedBy ?? 'work',
    heldUpBy: null,
  };
}

/** The same or, where its places are full earlier, the limit by these. */
function withPlaces(model: LoadModel, at: number, plain: StationLimit | null): StationLimit | null {
  const node = model.graph.design.nodes[at] as ResolvedNode;
  const { maxUtilization } = node.config;
  const uses = usesOf(model, at);
  const full = fullAt(uses, 1, plain?.load ?? null);
  const planned = fullAt(uses, maxUtilization, plain?.plannedLoad ?? null);
  if (full === null && planned === null) return plain;
  const load = full ?? plain?.load;
  if (load === undefined) return null;
  const plannedLoad = Math.min(load, planned ?? plain?.plannedLoad ?? load);
  if (full === null && plain !== null) return { ...plain, plannedLoad };
  const callee = slowCallee(model, at, uses.heldAt(load));
  const heldUpBy = callee === null ? null : (model.graph.design.nodes[callee]?.id ?? null);
  return { node: node.id, load, plannedLoad, limitedBy: 'places', heldUpBy };
}

/** How busy the places of a node are at a load, and then what it waits for is by what arrives there. */
interface PlacesUses {
  readonly at: (load: number) => readonly number[];
  /** Loads that were asked for already. */
  readonly known: ReadonlyMap<number, readonly number[]>;
  readonly heldAt: (load: number) => { readonly loads: Loads; readonly held: HeldTimes };
  readonly calleeCount: number;
}

function usesOf(model: LoadModel, node: number): PlacesUses {
  const callees = waitedForBy(model, [node]).filter((callee) => callee !== node);
  const heldAt = (load: number) => {
    const loads = nominalOf(model, load);
    return { loads, held: heldTimesOf(model, loadsOfHeld(loads), [node]) };
  };
  const known = new Map<number, readonly number[]>();
  const at = (load: number) => {
    const before = known.get(load);
    if (before !== undefined) return before;
    const of = heldAt(load);
    const uses = [placesUse(model, of, node), ...callees.map((callee) => plainUse(model, of.loads, callee))];
    known.set(load, uses);
    return uses;
  };
  return { at, known, heldAt, calleeCount: callees.length };
}

const foundWithin = 1e-8;
/** How much earlier its places have to be full than its servers to be what limits it. */
const earlier = 1 - 1e-6;
/** Doublings after which places are taken never to be full. */
const mostDoublings = 60;
/** Turns that a search takes in any case, and what those that follow may cost. */
const leastTurns = 16;
const mostWork = 10_000_000;

/**
 * The load at which the places of a node are used by the share `level`, where that is before `plainLoad`; null where it is not, or
 * at no load.
 */
function fullAt(uses: PlacesUses, level: number, plainLoad: number | null): number | null {
  const { at, known, calleeCount } = uses;
  const pointOf = (x: number, [use = 0, ...callees]: readonly number[]): Point => ({
    x,
    values: [use / level, ...callees],
  });
  const pointAt = (x: number): Point => pointOf(x, at(x));
  const isFull = ({ values: [use = 0] }: Point): boolean => !(use < 1);
  let low: Point = { x: 0, values: new Array<number>(calleeCount + 1).fill(0) };
  let high = pointAt(plainLoad === null ? 1 : plainLoad * earlier);
  for (let turn = 0; !isFull(high); turn++) {
    if (plainLoad !== null || turn === mostDoublings || high.values[0] === 0) return null;
    high = pointAt(high.x * 2);
  }
  for (const point of [...known].map(([x, values]) => pointOf(x, values)))
    if (!isFull(point)) low = point.x > low.x ? point : low;
    else if (point.x < high.x) high = point;
  const isCostly = afterTurns(mostWork);
  let turns = 0;
  const isOver = () => ++turns > leastTurns && isCostly();
  const walls = Array.from({ length: calleeCount }, (_, i) => i + 1);
  const rise = { at: (x: number) => pointAt(x).values, low, high, sought: [0], walls, within: foundWithin };
  return riseToOne({ ...rise, isOver }).high.x;
}
