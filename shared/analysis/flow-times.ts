import { solveFeedback } from '../math/feedback';
import type { Lattice } from '../math/lattice';
import type { Response } from '../math/response';
import { responseLattice } from '../math/response-lattice';
import type { FlowKind } from '../model/vocabulary';
import type { CallPattern } from './call-pattern';
import type { Parts } from './compose';
import type { Graph } from './graph';
import { type KnownTimes, noTimes } from './loop-times';
import { overlapOf } from './overlap';
import { stepOf } from './percentiles';
import { type Call, type Plan, planOf } from './plan';
import { roundTripsOf, waitedTripsOf } from './round-trips';
import type { StationState } from './station';
import type { FlowTraffic } from './traffic';
import { visitClassesOf } from './visit-classes';
import { inlineHitRate, operationAt } from './visit-positions';
import { type VisitShapes, visitShapesOf } from './visit-shapes';

/** Responses of all nodes on the grids of all levels, computed once for all flows. */
type ResponseGrids = (node: number, operation: FlowKind, level: number) => Lattice | null;

function responseGridsOf(states: readonly StationState[]): ResponseGrids {
  // Nodes that say the same and get the same share their responses.
  const levels = new Map<number, Map<Response, Lattice>>();
  return (node, operation, level) => {
    const response = states[node]?.[operation] ?? null;
    if (response === null) return null;
    let known = levels.get(level);
    if (known === undefined) {
      known = new Map();
      levels.set(level, known);
    }
    const found = known.get(response);
    if (found !== undefined) return found;
    const lattice = responseLattice(response, stepOf(level));
    known.set(response, lattice);
    return lattice;
  };
}

/** The times of visits by flows that make the same calls: their means exactly, their distributions on demand. */
export interface PatternTimes {
  /** Mean response of each node to what their visits do; NaN where it is saturated. */
  readonly responseMs: Float64Array;
  /** What a visit of each node saves by parallel calls. */
  readonly overlapMs: Float64Array;
  /** Mean time of a visit with its calls; NaN where it does not exist. */
  readonly withCallsMs: Float64Array;
  readonly plan: (node: number) => Plan;
  readonly shapes: () => VisitShapes;
  /** The parts on the grid of a level. */
  readonly level: (level: number) => Parts;
  /** Drops the times of all flows on a level, which are large. */
  readonly forget: (level: number) => void;
}

/** The times of one flow. */
export interface FlowTimes extends PatternTimes {
  readonly traffic: FlowTraffic;
  /** Round trips that a request waits for, for each edge that the flow takes in their order. */
  readonly waitedTripsMs: Float64Array;
}

/** What the flows of a design share: classes of visits, their plans and their times. */
interface SharedTimes {
  readonly classOf: (pattern: CallPattern) => Int32Array;
  readonly plans: Map<number, Plan>;
  readonly grids: ResponseGrids;
  readonly levels: Map<number, KnownTimes>;
  /** Mean response of each node to a read, to a write. */
  readonly readMs: Float64Array;
  readonly writeMs: Float64Array;
}

function meansOf(states: readonly StationState[], kind: FlowKind): Float64Array {
  const meansMs = new Float64Array(states.length);
  states.forEach((state, node) => {
    meansMs[node] = state[kind]?.meanMs ?? Number.NaN;
  });
  return meansMs;
}

/** What of the times follows from the visits alone. */
export interface Plans {
  readonly classes: () => ReadonlyMap<CallPattern, Int32Array>;
  readonly plans: Map<number, Plan>;
}

const known = new WeakMap<readonly FlowTraffic[], Plans>();

export function plansOf(graph: Graph, traffics: readonly FlowTraffic[]): Plans {
  const found = known.get(traffics);
  if (found !== undefined) return found;
  let classes: ReadonlyMap<CallPattern, Int32Array> | undefined;
  const made: Plans = {
    classes: () => {
      classes ??= visitClassesOf(graph, [...new Set(traffics.map(({ pattern }) => pattern))]);
      return classes;
    },
    plans: new Map(),
  };
  known.set(traffics, made);
  return made;
}

/** Times of all flows, those that are alike computed once. */
export function allFlowTimes(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  states: readonly StationState[],
): readonly FlowTimes[] {
  const { classes, plans } = plansOf(graph, traffics);
  const shared: SharedTimes = {
    classOf: (pattern) => classes().get(pattern) ?? new Int32Array(),
    plans,
    grids: responseGridsOf(states),
    levels: new Map(),
    readMs: meansOf(states, 'read'),
    writeMs: meansOf(states, 'write'),
  };
  const timesOf = new Map<CallPattern, PatternTimes>();
  return traffics.map((traffic) => {
    const times = timesOf.get(traffic.pattern) ?? patternTimesOf(graph, traffic.pattern, shared);
    timesOf.set(traffic.pattern, times);
    return { traffic, waitedTripsMs: waitedTripsOf(graph, traffic), ...times };
  });
}

function patternTimesOf(graph: Graph, pattern: CallPattern, shared: SharedTimes): PatternTimes {
  const plan = (node: number): Plan => {
    const id = shared.classOf(pattern)[node] ?? -1;
    const known = shared.plans.get(id);
    if (known !== undefined) return known;
    const made = planOf(graph, pattern, node);
    if (id >= 0) shared.plans.set(id, made);
    return made;
  };
  const tripsMs = roundTripsOf(graph, pattern.flow);
  const levels = new Map<number, Parts>();
  const level = (of: number): Parts => {
    const known = levels.get(of);
    if (known !== undefined) return known;
    const times = shared.levels.get(of) ?? noTimes();
    shared.levels.set(of, times);
    const made: Parts = {
      graph,
      pattern,
      stepMs: stepOf(of),
      plan,
      response: (node) => shared.grids(node, operationAt(graph, pattern.flow, node), of),
      roundTripMs: (edge) => tripsMs[edge] as number,
      parallel: true,
      classOf: shared.classOf(pattern),
      known: times,
    };
    levels.set(of, made);
    return made;
  };
  const responseMs = responsesOf(graph, pattern, shared);
  const shapes = () => visitShapesOf(graph, pattern, plan);
  const overlapMs = overlapsOf(graph, pattern, responseMs, { plan, shapes, level });
  const withCallsMs = meansWithCalls(graph, pattern, responseMs, overlapMs);
  const forget = (of: number) => {
    levels.delete(of);
    shared.levels.delete(of);
  };
  return { responseMs, overlapMs, withCallsMs, plan, shapes, level, forget };
}

/** Mean response of each visit, by what it does. */
function responsesOf(graph: Graph, { flow }: CallPattern, { readMs, writeMs }: SharedTimes): Float64Array {
  const ofKind = operationAt(graph, flow, 0) === 'read' ? readMs : writeMs;
  if (graph.crossed === null) return ofKind;
  const others = ofKind === readMs ? writeMs : readMs;
  return ofKind.map((meanMs, visit) => (visit < graph.nodeCount ? meanMs : (others[visit] as number)));
}

function overlapsOf(
  graph: Graph,
  pattern: CallPattern,
  responseMs: Float64Array,
  { plan, shapes, level }: Pick<PatternTimes, 'plan' | 'shapes' | 'level'>,
): Float64Array {
  const overlapMs = new Float64Array(graph.nodes.length);
  const { parallel } = shapes();
  if (!parallel.includes(1)) return overlapMs;
  const serialMs = meansWithCalls(graph, pattern, responseMs, overlapMs);
  const tripsMs = roundTripsOf(graph, pattern.flow);
  const meanOf = ({ edge, whole, fraction }: Call): number =>
    (whole + fraction) * ((tripsMs[edge] as number) + (serialMs[graph.to[edge] as number] as number));
  for (let node = 0; node < parallel.length; node++) {
    if (parallel[node] === 0) continue;
    const callsMs = (serialMs[node] as number) - (responseMs[node] as number);
    overlapMs[node] = !Number.isFinite(callsMs) ? Number.NaN : overlapOf(plan(node), callsMs, meanOf, level);
    overlapMs[node] = (overlapMs[node] as number) * (1 - inlineHitRate(graph, pattern.flow, node));
  }
  return overlapMs;
}

/** T(j) = response + Σ m × (round trip + T(callee)) − overlap over synchronous edges, callees first, loops solved at once. */
function meansWithCalls(
  graph: Graph,
  pattern: CallPattern,
  responseMs: Float64Array,
  overlapMs: Float64Array,
): Float64Array {
  const meansMs = new Float64Array(graph.nodes.length);
  const { components, componentOf, multipliers, waited } = pattern;
  const { start, edges } = waited;
  const tripsMs = roundTripsOf(graph, pattern.flow);
  /** Own time, round trips and calls that leave the component; calls within it go to `inner`. */
  const outerMean = (node: number, inner: (to: number, calls: number) => void): number => {
    let mean = (responseMs[node] as number) - (overlapMs[node] as number);
    for (let k = start[node] as number; k < (start[node + 1] as number); k++) {
      const edge = edges[k] as number;
      const calls = multipliers.calls[edge] as number;
      const to = graph.to[edge] as number;
      mean += calls * (tripsMs[edge] as number);
      if (componentOf[to] === componentOf[node]) inner(to, calls);
      else mean += calls * (meansMs[to] as number);
    }
    return mean;
  };
  let back = 0;
  const addBack = (_: number, calls: number): void => {
    back += calls;
  };
  for (const members of components) {
    const first = members[0] as number;
    if (members.length === 1) {
      back = 0;
      const mean = outerMean(first, addBack);
      meansMs[first] = mean / (1 - back);
      continue;
    }
    const place = new Map(members.map((node, i) => [node, i]));
    const transfers: { from: number; to: number; gain: number }[] = [];
    const own = members.map((node, i) =>
      outerMean(node, (to, gain) => transfers.push({ from: place.get(to) ?? 0, to: i, gain })),
    );
    const solved = solveFeedback(own, transfers);
    members.forEach((node, i) => {
      meansMs[node] = solved?.[i] ?? Number.NaN;
    });
  }
  return meansMs;
}
