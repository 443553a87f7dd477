import { attempts } from '../math/queueing';
import { turnsFor } from '../math/settle';
import { count } from '../math/work';
import type { LoadModel } from './load-model';
import { type Kept, type Loads, noShares, type PlaceShares, type State, stateOf } from './loads-state';
import { networkBytesOf, nominalBytesOf } from './network-load';
import { nodeLoad, nodeLoads } from './node-loads';
import { type Passed, passedBy, passedByPlaces, passedFor } from './passed';
import type { NodeLoad, Spread } from './station';
import type { FlowTraffic } from './traffic';
import { alsoCrossed, crossedAt, endsByNode, operationAt, visitsAt } from './visit-positions';

export { type Loads, noShares, type PlaceShares } from './loads-state';

/** A load with the connections that are held open at the node. */
const holding = (load: NodeLoad, connections: Float64Array | null, node: number, factor: number): NodeLoad =>
  connections === null ? load : { ...load, connections: (connections[node] as number) * factor };

const nominals = new WeakMap<LoadModel, Loads>();

/** Loads as if nothing were lost: rate × visits. `passed` says what each node could pass on of them. */
export function nominalOf(model: LoadModel, factor: number): Loads {
  const known = factor === 1 ? nominals.get(model) : undefined;
  if (known !== undefined) return known;
  const made = unlost(model, factor);
  if (factor === 1) nominals.set(model, made);
  return made;
}

function unlost(model: LoadModel, factor: number): Loads {
  const { graph, traffics, spreads, ratesRps, connections } = model;
  const offeredRps = traffics.map(({ nodes, visits }, flow) => {
    const rate = (ratesRps[flow] ?? 0) * factor;
    const offered = new Float64Array(visits.length);
    for (const node of nodes) offered[node] = (visits[node] as number) * rate;
    return offered;
  });
  const bytesAt = nominalBytesOf(model, factor, offeredRps);
  const nodes = nodeLoads(graph, traffics, offeredRps, bytesAt).map((load, node) =>
    holding(load, connections, node, factor),
  );
  const passed = alsoCrossed(
    graph,
    graph.design.nodes.map((node, i) => passedBy(node, spreads[i] as Spread, nodes[i] as NodeLoad)),
  );
  return { offeredRps, nodes, passed, settled: true, unsettled: [] };
}

const mostSweeps = 20_000;
/** The same where a limit is searched for, which is near the loads of many factors. */
const mostSweepsInSearch = 1_000;
const turnsInLoop = 20;
/** Turns after which a station's refusals, which turns come near to slowly where it is full, are bracketed. */
const patience = 200;
const settledWithin = 1e-13;

/** Offered load of every node when all rates grow by `factor`: each station passes on what it can serve, and its places let pass. */
export function solveLoads(model: LoadModel, factor = 1, shares: PlaceShares = noShares): Loads {
  if (shares.size > 0) return sweep(model, factor, { ...fromEmpty, shares });
  const nominal = nominalOf(model, factor);
  const isKept = nominal.passed.every((of) => of.reads === 1 && of.writes === 1 && of.refused === 0);
  return isKept ? nominal : sweep(model, factor);
}

/**
 * The same from the loads without shares, where only some shares were added: what arrives changes at those nodes and at what their calls
 * lead to alone. `isAsked` leaves further nodes as they are.
 */
export function solveLoadsFrom(
  before: Loads,
  model: LoadModel,
  factor: number,
  { shares, isAsked }: { readonly shares: PlaceShares; readonly isAsked: (node: number) => boolean },
): Loads {
  return sweep(model, factor, { ...fromEmpty, shares }, { before, isAsked });
}

/**
 * The fixed points that a full system settles at: every station starts with what arrives if nothing were lost and every call
 * were tried as often as it may be, and so with the largest loss; loops are worked through in their order, then backwards,
 * since whoever is worked through first has the room that the others leave.
 */
export const solveFull = (model: LoadModel, shares: PlaceShares = noShares): readonly Loads[] => [
  sweep(model, 1, { isFull: true, backwards: false, shares }),
  sweep(model, 1, { isFull: true, backwards: true, shares }),
];

/** What is there before the first sweep, and which member of a loop it begins with. */
interface Start {
  readonly isFull: boolean;
  readonly backwards: boolean;
  readonly shares: PlaceShares;
}

const fromEmpty: Start = { isFull: false, backwards: false, shares: noShares };

/** Works through the nodes, callers first; loops until they settle, from an empty system up unless it starts full. */
function sweep(model: LoadModel, factor: number, start: Start = fromEmpty, kept: Kept | null = null): Loads {
  const state = stateOf(model, factor, start.shares, kept);
  if (start.isFull) fill(state, factor);
  const unsettled: (readonly number[])[] = [];
  for (const component of model.components()) {
    if (kept !== null && !component.some(kept.isAsked)) {
      if (kept.before.unsettled.includes(component)) unsettled.push(component);
      continue;
    }
    const members = start.backwards ? component.toReversed() : component;
    const loops = members.length > 1 || callsItself(state, members[0] ?? 0);
    const sweeps = turnsFor(members.length * turnsInLoop, factor === 1 ? mostSweeps : mostSweepsInSearch);
    let change = 0;
    for (let turn = 0; turn < sweeps; turn++) {
      change = 0;
      for (const node of members) change = Math.max(change, arrive(state, node, !loops));
      if (!loops || change <= settledWithin) break;
    }
    if (loops && change > 1e-9) unsettled.push(component);
  }
  const { offered, nodes, passed } = state;
  return { offeredRps: offered, nodes, passed, settled: unsettled.length === 0, unsettled };
}

/** Offers every node what its callers send when nothing is lost and every call is made as often as its retries allow. */
function fill(state: State, factor: number): void {
  const { model, incoming, offered } = state;
  const { graph, traffics, ratesRps } = model;
  graph.design.nodes.forEach((_, node) => {
    let retries = 0;
    for (const visit of visitsAt(graph, node))
      for (let i = incoming.start[visit] as number; i < (incoming.start[visit + 1] as number); i++)
        retries = Math.max(retries, graph.edges[incoming.edges[i] as number]?.retries ?? 0);
    traffics.forEach(({ visits }, flow) => {
      const arrivals = offered[flow];
      if (arrivals === undefined) return;
      for (const visit of visitsAt(graph, node))
        arrivals[visit] = (visits[visit] as number) * (ratesRps[flow] ?? 0) * factor * (retries + 1);
    });
    serve(state, node);
  });
}

function callsItself({ model, incoming }: State, node: number): boolean {
  const { start, edges } = incoming;
  const { from } = endsByNode(model.graph);
  return visitsAt(model.graph, node).some((visit) =>
    edges.subarray(start[visit], start[visit + 1]).some((call) => from[call] === node),
  );
}

/**
 * The share that a station outside of loops refuses, between 0 and 1: the more it refuses, the more its retries offer, the more
 * it would refuse, but never so much more that there are two shares which agree.
 */
function bracketRefusals(state: State, node: number): void {
  let low = 0;
  let high = 1;
  for (let turn = 0; turn < 60; turn++) {
    const refused = (low + high) / 2;
    const of = state.passed[node];
    if (of !== undefined) setPassed(state, node, { ...of, refused });
    gather(state, node);
    serve(state, node);
    if ((state.passed[node]?.refused ?? 0) > refused) low = refused;
    else high = refused;
  }
}

/** Recomputes one node from its callers; how much the load of any flow changed, relative to the node's. */
function arrive(state: State, node: number, isAlone: boolean): number {
  let most = 0;
  // A loop comes back to each of its nodes.
  const turns = isAlone ? patience : turnsInLoop;
  // Retries answer this node's own refusals: more of them, more arrivals, until both agree.
  for (let turn = 0; turn < turns; turn++) {
    const changed = gather(state, node);
    serve(state, node);
    const total = totalOf(state, node);
    // A full station is offered the same in all while the flows' shares of it still shift.
    const change = changed > 0 && total > 0 ? changed / total : 0;
    most = Math.max(most, change);
    if ((state.passed[node]?.refused ?? 0) === 0 || change <= settledWithin) return most;
  }
  if (isAlone) bracketRefusals(state, node);
  return most;
}

const totalOf = ({ nodes }: State, node: number): number =>
  (nodes[node]?.readsRps ?? 0) + (nodes[node]?.writesRps ?? 0);

/** Adds up what arrives at a node; the largest change of a flow's arrivals, a second. */
function gather(state: State, node: number): number {
  const crossed = crossedAt(state.model.graph, node);
  const changed = gatherVisits(state, node);
  return crossed < 0 ? changed : Math.max(changed, gatherVisits(state, crossed));
}

/** The same at one position. */
function gatherVisits(state: State, node: number): number {
  const { model, factor, incoming, offered } = state;
  const { traffics, ratesRps } = model;
  const [first, end] = [incoming.start[node] as number, incoming.start[node + 1] as number];
  let changed = 0;
  count(traffics.length * (end - first));
  for (let flow = 0; flow < traffics.length; flow++) {
    const { visits, entry } = traffics[flow] as FlowTraffic;
    if (visits[node] === 0) continue;
    const own = offered[flow] as Float64Array;
    let sum = entry === node ? (ratesRps[flow] ?? 0) * factor : 0;
    for (let i = first; i < end; i++) sum += callsRps(state, flow, incoming.edges[i] as number);
    if (sum !== own[node]) changed = Math.max(changed, Math.abs(sum - (own[node] as number)));
    own[node] = sum;
  }
  return changed;
}

/** Calls of a flow a second, at their position: what its caller passes on, as often as it is tried. */
function callsRps({ model, offered, passed }: State, flow: number, call: number): number {
  const { graph, traffics } = model;
  const caller = graph.from[call] as number;
  const gain = traffics[flow]?.pattern.multipliers.calls[call] as number;
  const arriving = offered[flow]?.[caller] as number;
  if (gain === 0 || arriving === 0) return 0;
  const refused = passed[graph.to[call] as number]?.refused ?? 0;
  const passes = passedFor(passed[caller], operationAt(graph, flow, caller));
  return arriving * passes * gain * attempts(refused, graph.edges[call]?.retries ?? 0);
}

function serve(state: State, node: number): void {
  const { model, factor, offered, shares } = state;
  const bytesAt = networkBytesOf(model, factor, offered, (flow, call) => callsRps(state, flow, call));
  const load = holding(nodeLoad(model.graph, offered, node, bytesAt(node)), model.connections, node, factor);
  state.nodes[node] = load;
  const of = model.graph.nodes[node];
  const spread = model.spreads[node];
  if (of === undefined || spread === undefined) return;
  const share = shares.get(node);
  const now = share === undefined ? passedBy(of, spread, load) : passedByPlaces(of, spread, load, share);
  setPassed(state, node, now);
}

function setPassed({ model, passed }: State, node: number, of: Passed): void {
  passed[node] = of;
  const crossed = crossedAt(model.graph, node);
  if (crossed >= 0) passed[crossed] = of;
}
