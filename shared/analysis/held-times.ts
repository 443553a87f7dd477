import type { ResolvedNode } from '../catalog/resolved';
import { noWait } from '../math/response';
import { responseLattice } from '../math/response-lattice';
import {
  changeOf,
  type Moments,
  mixedMoments,
  momentsOf,
  neverEnds,
  noTime,
  sumOfMoments,
  timeAfter,
} from '../math/response-variance';
import { visitResponse } from '../math/visit-response';
import { count } from '../math/work';
import type { CallPattern } from './call-pattern';
import { calledTime } from './called-time';
import type { Parts } from './compose';
import { plansOf } from './flow-times';
import { stateOf } from './known-states';
import type { LoadModel } from './load-model';
import { type KnownTimes, noTimes } from './loop-times';
import { stepOf } from './percentiles';
import { type Call, type Plan, planOf } from './plan';
import { hasPlaces } from './server-pools';
import { slowestCall } from './slowest-call';
import { type NodeLoad, ownTimeOf, type Spread, type StationState } from './station';
import { stationState } from './stations';
import { inlineHitRate, nodeAt, operationAt, visitsAt } from './visit-positions';
import { callsItself, waitedCalls, waitedComponents } from './waited-calls';

/** What arrives: at a node in all, and of one flow at a position of visits. */
export interface HeldLoads {
  readonly load: (node: number) => NodeLoad;
  readonly offeredRps: (flow: number, visit: number) => number;
  /**
   * Whether states at these loads are worth remembering: those of a load that a search only passes are not asked for again. Of stores
   * they always are, since replicas that answer together take integrals.
   */
  readonly isKept: boolean;
}

/** How long visits of some nodes, and of all that they wait for, hold their places. */
export interface HeldTimes {
  /** Works out further nodes with places. */
  readonly include: (wanted: readonly number[]) => void;
  readonly state: (node: number) => StationState | null;
  /** Work, delay, slow part and steps of what arrives at a node with places, cut at timeouts; NaN where a callee never answers. */
  readonly rest: (node: number) => Moments;
  /** A visit by the flows of a pattern, by its position, with its calls. */
  readonly visit: (pattern: CallPattern, visit: number) => Moments;
}

/** Rounds in which the times of a loop may follow from each other, and those in which grids are made. */
const mostRounds = 3000;
const mostRoundsOnGrids = 60;
const settledWithin = 1e-13;

/**
 * Works them out callees first, for what `wanted` waits for; loops from no time at all until nothing changes. `instead` gives stations
 * that are to be taken for what they are not.
 */
export function heldTimesOf(
  model: LoadModel,
  at: HeldLoads,
  wanted: readonly number[],
  instead: ReadonlyMap<number, StationState> = new Map(),
): HeldTimes {
  const work: Work = {
    model,
    at,
    instead,
    patterns: [...new Set(model.traffics.map(({ pattern }) => pattern))],
    states: new Map(),
    rests: new Map(),
    visits: new Map(),
    open: new Set(),
    begun: new Set(),
    levels: new Map(),
    usesGrids: false,
  };
  begin(work, wanted);
  return {
    include: (further) => begin(work, further),
    state: (node) => {
      if (work.open.has(node)) workOut(work, node);
      return work.states.get(node) ?? null;
    },
    rest: (node) => work.rests.get(node) ?? noTime,
    visit: (pattern, visit) => visitTime(work, pattern, visit),
  };
}

function begin(work: Work, wanted: readonly number[]): void {
  const { model, begun } = work;
  const waited = waitedCalls(model);
  for (const members of waitedComponents(model, wanted)) {
    const [first] = members;
    if (first === undefined || begun.has(first)) continue;
    for (const member of members) begun.add(member);
    if (members.length > 1 || callsItself(model.graph, waited, first)) settleLoop(work, members);
    else if (isPlacedAt(model, first)) {
      work.rests.set(first, restOf(work, first));
      work.open.add(first);
    } else workOut(work, first);
  }
}

/** What the times of one node count for, beside integrals and grids. */
const turnsOfNode = 2000;

interface Work {
  readonly model: LoadModel;
  readonly at: HeldLoads;
  readonly instead: ReadonlyMap<number, StationState>;
  readonly patterns: readonly CallPattern[];
  readonly states: Map<number, StationState>;
  readonly rests: Map<number, Moments>;
  readonly visits: Map<CallPattern, Map<number, Moments>>;
  /** Nodes with places, outside of loops, of which nobody asked yet how long one waits for them. */
  readonly open: Set<number>;
  /** Nodes that were asked for, and all that they wait for. */
  readonly begun: Set<number>;
  /** Times on grids; those of a loop that is not settled yet are dropped. */
  levels: Map<number, KnownTimes>;
  usesGrids: boolean;
}

function visitTime(work: Work, pattern: CallPattern, visit: number): Moments {
  const node = nodeAt(work.model.graph, visit);
  if (work.open.has(node)) workOut(work, node);
  return work.visits.get(pattern)?.get(visit) ?? noTime;
}

const isPlacedAt = ({ graph, spreads }: LoadModel, node: number): boolean =>
  hasPlaces(graph.nodes[node] as ResolvedNode, spreads[node] as Spread);

function settleLoop(work: Work, members: readonly number[]): void {
  const before = work.levels;
  const most = () => (work.usesGrids ? mostRoundsOnGrids : mostRounds);
  for (let round = 0; round < most(); round++) {
    work.levels = new Map(
      [...before].map(([level, known]) => [level, { ...known, visits: new Map(known.visits) }]),
    );
    let change = 0;
    for (const node of members) {
      const before = timesAt(work, node);
      workOut(work, node);
      timesAt(work, node).forEach((now, i) => {
        change = Math.max(change, changeOf(before[i] ?? noTime, now));
      });
    }
    if (change <= settledWithin) break;
  }
  work.levels = before;
}

/** Times of all visits of a node. */
const timesAt = (work: Work, node: number): readonly Moments[] =>
  work.patterns.flatMap((pattern) =>
    visitsAt(work.model.graph, node).map((visit) => work.visits.get(pattern)?.get(visit) ?? noTime),
  );

/** Works out one node from its callees as they are. */
function workOut(work: Work, node: number): void {
  const { model, at, instead } = work;
  count(turnsOfNode);
  const of = model.graph.nodes[node] as ResolvedNode;
  const spread = model.spreads[node] as Spread;
  const isPlaced = hasPlaces(of, spread);
  if (isPlaced && !work.open.delete(node)) work.rests.set(node, restOf(work, node));
  const rest = isPlaced ? (work.rests.get(node) ?? null) : null;
  const state =
    instead.get(node) ??
    (isPlaced || !(at.isKept || of.behaviour === 'store')
      ? stationState(of, spread, at.load(node), rest)
      : stateOf(of, spread, at.load(node)));
  work.states.set(node, state);
  for (const pattern of work.patterns)
    for (const visit of visitsAt(model.graph, node)) {
      if ((pattern.componentOf[visit] as number) < 0) continue;
      const response = isRead(model, pattern, visit) ? state.read : state.write;
      const own = response === null ? neverEnds : momentsOf(response);
      const now = sumOfMoments(own, stepsOf(work, pattern, visit, false));
      const known = work.visits.get(pattern) ?? new Map<number, Moments>();
      work.visits.set(pattern, known.set(visit, now));
    }
}

const isRead = ({ graph }: LoadModel, pattern: CallPattern, visit: number): boolean =>
  operationAt(graph, pattern.flow, visit) === 'read';

/** Own time of a visit without waits. */
const ownMoments = (node: ResolvedNode, reads: boolean): Moments =>
  momentsOf(visitResponse(noWait, ownTimeOf(node, reads ? node.config.readMs : node.config.writeMs)));

/** Own time and steps of what arrives; of reads without steps where nothing does. */
function restOf(work: Work, node: number): Moments {
  const { model, at } = work;
  const of = model.graph.nodes[node] as ResolvedNode;
  const arriving: { readonly visit: number; readonly pattern: CallPattern; rps: number }[] = [];
  let total = 0;
  for (const visit of visitsAt(model.graph, node))
    for (let flow = 0; flow < model.traffics.length; flow++) {
      const rps = at.offeredRps(flow, visit);
      const pattern = model.traffics[flow]?.pattern;
      if (!(rps > 0) || pattern === undefined) continue;
      total += rps;
      const same = arriving.find((known) => known.visit === visit && known.pattern === pattern);
      if (same === undefined) arriving.push({ visit, pattern, rps });
      else same.rps += rps;
    }
  if (total === 0) return ownMoments(of, true);
  const momentsFor = ({ visit, pattern }: { readonly visit: number; readonly pattern: CallPattern }) =>
    sumOfMoments(ownMoments(of, isRead(model, pattern, visit)), stepsOf(work, pattern, visit, true));
  const [only] = arriving;
  if (only !== undefined && arriving.length === 1) return momentsFor(only);
  return mixedMoments(arriving.map((one) => ({ weight: one.rps / total, moments: momentsFor(one) })));
}

/** The synchronous steps of a visit; `cut` at the timeouts of its calls. */
function stepsOf(work: Work, pattern: CallPattern, visit: number, cut: boolean): Moments {
  const { graph } = work.model;
  const { start } = pattern.waited;
  if (start[visit] === start[visit + 1]) return noTime;
  const steps = planTime(work, pattern, planAt(work.model, pattern, visit), cut);
  const hits = inlineHitRate(graph, pattern.flow, visit);
  if (hits === 0) return steps;
  return mixedMoments([
    { weight: hits, moments: noTime },
    { weight: 1 - hits, moments: steps },
  ]);
}

function planAt({ graph, traffics }: LoadModel, pattern: CallPattern, visit: number): Plan {
  const { classes, plans } = plansOf(graph, traffics);
  const id = classes().get(pattern)?.[visit] ?? -1;
  const known = plans.get(id);
  if (known !== undefined) return known;
  const made = planOf(graph, pattern, visit);
  if (id >= 0) plans.set(id, made);
  return made;
}

function planTime(work: Work, pattern: CallPattern, plan: Plan, cut: boolean): Moments {
  let sum = noTime;
  for (const part of plan)
    sum = sumOfMoments(
      sum,
      part.kind === 'step'
        ? stepTime(work, pattern, part.calls, cut)
        : mixedMoments(
            part.outcomes.map(({ probability, plan: further }) => ({
              weight: probability,
              moments: planTime(work, pattern, further, cut),
            })),
          ),
    );
  return sum;
}

function stepTime(work: Work, pattern: CallPattern, calls: readonly Call[], cut: boolean): Moments {
  const { graph } = work.model;
  const waited = calls.map((call) => {
    const { rttMs = 0, timeoutMs = null } = graph.edges[call.edge] ?? {};
    const once = timeAfter(rttMs, visitTime(work, pattern, graph.to[call.edge] as number));
    return { call, once, meanMs: once.meanMs, timeoutMs: cut ? timeoutMs : null };
  });
  const [only] = waited;
  if (only !== undefined && waited.length === 1 && only.timeoutMs === null)
    return calledTime(only.call, only.once);
  work.usesGrids = true;
  return slowestCall(waited, (level) => partsOf(work, pattern, level));
}

function partsOf(work: Work, pattern: CallPattern, level: number): Parts {
  const { graph, traffics } = work.model;
  const known = work.levels.get(level) ?? noTimes();
  work.levels.set(level, known);
  const stepMs = stepOf(level);
  return {
    graph,
    pattern,
    stepMs,
    plan: (visit) => planAt(work.model, pattern, visit),
    response: (visit) => {
      const node = nodeAt(graph, visit);
      if (work.open.has(node)) workOut(work, node);
      const state = work.states.get(node);
      const response = isRead(work.model, pattern, visit) ? state?.read : state?.write;
      return response === undefined || response === null ? null : responseLattice(response, stepMs);
    },
    roundTripMs: (edge) => graph.edges[edge]?.rttMs ?? 0,
    parallel: true,
    classOf: plansOf(graph, traffics).classes().get(pattern) ?? new Int32Array(),
    known,
  };
}
