import { type Adjacency, adjacencyOf, componentsFrom } from '../math/components';
import { attempts } from '../math/queueing';
import { turnsFor } from '../math/settle';
import { count } from '../math/work';
import type { Graph } from './graph';
import { nodeLoad, nodeLoads } from './node-loads';
import { usedEdges } from './spread';
import type { NodeLoad, Spread } from './station';
import { type Passed, passedBy } from './stations';
import type { FlowTraffic } from './traffic';

/** Arrivals everywhere, with losses and retries: the fixed point of offered load, losses and retries (`assets/help/model.md`, Traffic). */
export interface Loads {
  /** Arrivals of each flow (outer) at each node (inner), a second. */
  readonly offeredRps: readonly Float64Array[];
  readonly nodes: readonly NodeLoad[];
  readonly passed: readonly Passed[];
  /** False where the fixed point was not reached: a retry storm that swings. */
  readonly settled: boolean;
  /** The loops in which it was not reached. */
  readonly unsettled: readonly (readonly number[])[];
}

/** What the loads are computed from; it does not depend on the rates. */
export interface LoadModel {
  readonly graph: Graph;
  readonly traffics: readonly FlowTraffic[];
  readonly spreads: readonly Spread[];
  /** Requests a second of each flow at factor 1. */
  readonly ratesRps: readonly number[];
  /** Nodes in an order in which every caller comes before its callees, loops (of all flows together) as one. */
  readonly components: () => readonly (readonly number[])[];
}

export function loadModelOf(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  spreads: readonly Spread[],
  ratesRps: readonly number[],
): LoadModel {
  let known: readonly (readonly number[])[] | undefined;
  const components = () => {
    known ??= unionComponents(graph, traffics);
    return known;
  };
  return { graph, traffics, spreads, ratesRps, components };
}

function unionComponents(graph: Graph, traffics: readonly FlowTraffic[]): readonly (readonly number[])[] {
  const isUsed = new Uint8Array(graph.edges.length);
  for (const edge of usedEdges(graph, traffics)) isUsed[edge] = 1;
  const active = adjacencyOf(
    graph.nodes.length,
    graph.from,
    graph.outgoing.edges,
    (edge) => isUsed[edge] === 1,
  );
  const roots = traffics.flatMap(({ entry }) => (entry < 0 ? [] : [entry]));
  return [...componentsFrom(roots, active, graph.to)].reverse();
}

const nominals = new WeakMap<LoadModel, Loads>();

/** Loads as if nothing were lost: rate × visits. `passed` says what each node could pass on of them. */
export function nominalOf(model: LoadModel, factor: number): Loads {
  const known = factor === 1 ? nominals.get(model) : undefined;
  if (known !== undefined) return known;
  const made = unlost(model, factor);
  if (factor === 1) nominals.set(model, made);
  return made;
}

function unlost({ graph, traffics, spreads, ratesRps }: LoadModel, factor: number): Loads {
  const offeredRps = traffics.map(({ nodes, visits }, flow) => {
    const rate = (ratesRps[flow] ?? 0) * factor;
    const offered = new Float64Array(visits.length);
    for (const node of nodes) offered[node] = (visits[node] as number) * rate;
    return offered;
  });
  const nodes = nodeLoads(graph, traffics, offeredRps);
  const passed = graph.nodes.map((node, i) => passedBy(node, spreads[i] as Spread, nodes[i] as NodeLoad));
  return { offeredRps, nodes, passed, settled: true, unsettled: [] };
}

const mostSweeps = 20_000;
/** The same where a limit is searched for, which is near the loads of many factors. */
const mostSweepsInSearch = 1_000;
const turnsInLoop = 20;
/** Turns after which a station's refusals, which turns come near to slowly where it is full, are bracketed. */
const patience = 200;
const settledWithin = 1e-13;

/** Offered load of every node when all rates grow by `factor`: each station passes on what it can serve. */
export function solveLoads(model: LoadModel, factor = 1): Loads {
  const nominal = nominalOf(model, factor);
  const isKept = nominal.passed.every((of) => of.reads === 1 && of.writes === 1 && of.refused === 0);
  return isKept ? nominal : sweep(model, factor);
}

/** What one sweep works on. */
interface State {
  readonly model: LoadModel;
  readonly incoming: Adjacency;
  readonly outside: readonly Float64Array[];
  readonly offered: readonly Float64Array[];
  readonly nodes: NodeLoad[];
  readonly passed: Passed[];
}

/**
 * The fixed points that a full system settles at: every station starts with what arrives if nothing were lost and every call
 * were tried as often as it may be, and so with the largest loss; loops are worked through in their order, then backwards,
 * since whoever is worked through first has the room that the others leave.
 */
export const solveFull = (model: LoadModel): readonly Loads[] => [
  sweep(model, 1, { isFull: true, backwards: false }),
  sweep(model, 1, { isFull: true, backwards: true }),
];

/** What is there before the first sweep, and which member of a loop it begins with. */
interface Start {
  readonly isFull: boolean;
  readonly backwards: boolean;
}

const fromEmpty: Start = { isFull: false, backwards: false };

/** Works through the nodes, callers first; loops until they settle, from an empty system up unless it starts full. */
function sweep(model: LoadModel, factor: number, start: Start = fromEmpty): Loads {
  const { graph, traffics, ratesRps } = model;
  const count = graph.nodes.length;
  const outside = traffics.map(({ entry }, flow) => {
    const arrivals = new Float64Array(count);
    if (entry >= 0) arrivals[entry] = (ratesRps[flow] ?? 0) * factor;
    return arrivals;
  });
  const state: State = {
    model,
    incoming: adjacencyOf(count, graph.to, graph.outgoing.edges),
    outside,
    offered: traffics.map(() => new Float64Array(count)),
    nodes: graph.nodes.map(() => ({ readsRps: 0, writesRps: 0, bytesPerSecond: 0 })),
    passed: graph.nodes.map(() => ({ reads: 1, writes: 1, refused: 0 })),
  };
  if (start.isFull) fill(state, factor);
  const unsettled: (readonly number[])[] = [];
  for (const component of model.components()) {
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
  graph.nodes.forEach((_, node) => {
    let retries = 0;
    for (let i = incoming.start[node] as number; i < (incoming.start[node + 1] as number); i++)
      retries = Math.max(retries, graph.edges[incoming.edges[i] as number]?.retries ?? 0);
    traffics.forEach(({ visits }, flow) => {
      const arrivals = offered[flow];
      if (arrivals !== undefined)
        arrivals[node] = (visits[node] as number) * (ratesRps[flow] ?? 0) * factor * (retries + 1);
    });
    serve(state, node);
  });
}

function callsItself({ model, incoming }: State, node: number): boolean {
  for (let i = incoming.start[node] as number; i < (incoming.start[node + 1] as number); i++)
    if (model.graph.from[incoming.edges[i] as number] === node) return true;
  return false;
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
    if (of !== undefined) state.passed[node] = { ...of, refused };
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

function totalOf({ nodes }: State, node: number): number {
  const load = nodes[node];
  return (load?.readsRps ?? 0) + (load?.writesRps ?? 0);
}

/** Adds up what arrives; the largest change of a flow's arrivals, a second. */
function gather({ model, incoming, outside, offered, passed }: State, node: number): number {
  const { graph, traffics } = model;
  let changed = 0;
  count(traffics.length * ((incoming.start[node + 1] as number) - (incoming.start[node] as number)));
  const refused = passed[node]?.refused ?? 0;
  for (let flow = 0; flow < traffics.length; flow++) {
    const own = offered[flow] as Float64Array;
    const calls = traffics[flow]?.pattern.multipliers.calls as Float64Array;
    if (traffics[flow]?.visits[node] === 0) continue;
    const isRead = graph.flows[flow]?.kind === 'read';
    let sum = outside[flow]?.[node] as number;
    for (let i = incoming.start[node] as number; i < (incoming.start[node + 1] as number); i++) {
      const edge = incoming.edges[i] as number;
      const caller = graph.from[edge] as number;
      const gain = calls[edge] as number;
      const arriving = own[caller] as number;
      if (gain === 0 || arriving === 0) continue;
      sum +=
        arriving *
        passedFor(passed[caller], isRead) *
        gain *
        attempts(refused, graph.edges[edge]?.retries ?? 0);
    }
    if (sum !== own[node]) changed = Math.max(changed, Math.abs(sum - (own[node] as number)));
    own[node] = sum;
  }
  return changed;
}

function serve({ model, offered, nodes, passed }: State, node: number): void {
  const load = nodeLoad(model.graph, offered, node);
  nodes[node] = load;
  const of = model.graph.nodes[node];
  const spread = model.spreads[node];
  if (of !== undefined && spread !== undefined) passed[node] = passedBy(of, spread, load);
}

/** Share of a node's visits of one kind that it passes on. */
export const passedFor = (passed: Passed | undefined, isRead: boolean): number =>
  passed === undefined ? 1 : isRead ? passed.reads : passed.writes;
