import { solveFeedback } from '../math/feedback';
import type { Lattice } from '../math/lattice';
import { responseLattice } from '../math/response-lattice';
import type { Parts } from './compose';
import { type Graph, hitRateOf } from './graph';
import { type KnownTimes, noTimes } from './loop-times';
import { overlapOf } from './overlap';
import { stepOf } from './percentiles';
import { hasParallelCalls, type Plan, planOf, sharesStep } from './plan';
import type { StationState } from './station';
import type { FlowTraffic } from './traffic';
import { visitClassesOf } from './visit-classes';

/** Responses of all nodes on the grids of all levels, computed once for all flows. */
type ResponseGrids = (node: number, isRead: boolean, level: number) => Lattice | null;

function responseGridsOf(states: readonly StationState[]): ResponseGrids {
  const levels = new Map<number, Map<number, Lattice>>();
  return (node, isRead, level) => {
    const state = states[node];
    const response = isRead ? state?.read : state?.write;
    if (response === undefined || response === null) return null;
    let known = levels.get(level);
    if (known === undefined) {
      known = new Map();
      levels.set(level, known);
    }
    // A mix of one kind alone is that kind's own object, and often both are one.
    const key = state?.read === state?.write ? 2 * node : 2 * node + (isRead ? 1 : 0);
    const found = known.get(key);
    if (found !== undefined) return found;
    const lattice = responseLattice(response, stepOf(level));
    known.set(key, lattice);
    return lattice;
  };
}

/** The times of one flow: its means exactly, its distributions on demand. */
export interface FlowTimes {
  readonly traffic: FlowTraffic;
  /** Mean response of each node to this flow's kind; NaN where it is saturated. */
  readonly responseMs: Float64Array;
  /** What a visit of each node saves by parallel calls. */
  readonly overlapMs: Float64Array;
  /** Mean time of a visit with its calls; NaN where it does not exist. */
  readonly withCallsMs: Float64Array;
  readonly plan: (node: number) => Plan;
  /** The parts of the flow on the grid of a level. */
  readonly level: (level: number) => Parts;
  /** Lets go of the times of all flows on a level, which are large. */
  readonly forget: (level: number) => void;
}

/** What the flows of a design share: classes of visits, their plans and their times. */
interface SharedTimes {
  readonly classOf: (flow: number) => Int32Array;
  readonly plans: Map<number, Plan>;
  readonly grids: ResponseGrids;
  readonly levels: Map<number, KnownTimes>;
  /** Mean response of each node to a read, to a write. */
  readonly readMs: Float64Array;
  readonly writeMs: Float64Array;
}

function meansOf(states: readonly StationState[], kind: 'read' | 'write'): Float64Array {
  const meansMs = new Float64Array(states.length);
  states.forEach((state, node) => {
    meansMs[node] = state[kind]?.meanMs ?? Number.NaN;
  });
  return meansMs;
}

/** What of the times follows from the visits alone. */
interface Plans {
  readonly classes: () => readonly Int32Array[];
  readonly plans: Map<number, Plan>;
}

const known = new WeakMap<readonly FlowTraffic[], Plans>();

function plansOf(graph: Graph, traffics: readonly FlowTraffic[]): Plans {
  const found = known.get(traffics);
  if (found !== undefined) return found;
  let classes: readonly Int32Array[] | undefined;
  const made: Plans = {
    classes: () => {
      classes ??= visitClassesOf(graph, traffics);
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
    classOf: (flow) => classes()[flow] ?? new Int32Array(),
    plans,
    grids: responseGridsOf(states),
    levels: new Map(),
    readMs: meansOf(states, 'read'),
    writeMs: meansOf(states, 'write'),
  };
  return traffics.map((traffic, flow) => flowTimesOf(graph, traffic, flow, shared));
}

function flowTimesOf(graph: Graph, traffic: FlowTraffic, flow: number, shared: SharedTimes): FlowTimes {
  const isRead = graph.flows[traffic.flow]?.kind === 'read';
  const plan = (node: number): Plan => {
    const id = shared.classOf(flow)[node] ?? -1;
    const known = shared.plans.get(id);
    if (known !== undefined) return known;
    const made = planOf(graph, traffic, node);
    if (id >= 0) shared.plans.set(id, made);
    return made;
  };
  const levels = new Map<number, Parts>();
  const level = (of: number): Parts => {
    const known = levels.get(of);
    if (known !== undefined) return known;
    const times = shared.levels.get(of) ?? noTimes();
    shared.levels.set(of, times);
    const made: Parts = {
      graph,
      traffic,
      stepMs: stepOf(of),
      plan,
      response: (node) => shared.grids(node, isRead, of),
      roundTripMs: (edge) => graph.edges[edge]?.rttMs ?? 0,
      parallel: true,
      classOf: shared.classOf(flow),
      known: times,
    };
    levels.set(of, made);
    return made;
  };
  const responseMs = isRead ? shared.readMs : shared.writeMs;
  const overlapMs = overlapsOf(graph, traffic, responseMs, plan, level);
  const withCallsMs = meansWithCalls(graph, traffic, responseMs, overlapMs);
  const forget = (of: number) => {
    levels.delete(of);
    shared.levels.delete(of);
  };
  return { traffic, responseMs, overlapMs, withCallsMs, plan, level, forget };
}

function overlapsOf(
  graph: Graph,
  traffic: FlowTraffic,
  responseMs: Float64Array,
  plan: (node: number) => Plan,
  level: (level: number) => Parts,
): Float64Array {
  const overlapMs = new Float64Array(graph.nodes.length);
  const parallel: number[] = [];
  for (const node of traffic.nodes)
    if (sharesStep(graph, traffic, node) && hasParallelCalls(plan(node))) parallel.push(node);
  if (parallel.length === 0) return overlapMs;
  const serialMs = meansWithCalls(graph, traffic, responseMs, overlapMs);
  for (const node of parallel) {
    const callsMs = (serialMs[node] as number) - (responseMs[node] as number);
    overlapMs[node] = Number.isNaN(callsMs) ? Number.NaN : overlapOf(plan(node), callsMs, level);
    const of = graph.nodes[node];
    const flow = graph.flows[traffic.flow];
    if (of?.behaviour === 'inline-cache' && flow !== undefined)
      overlapMs[node] = (overlapMs[node] as number) * (1 - hitRateOf(of, flow));
  }
  return overlapMs;
}

/** T(j) = response + Σ m × (round trip + T(callee)) − overlap over synchronous edges, callees first, loops solved at once. */
function meansWithCalls(
  graph: Graph,
  traffic: FlowTraffic,
  responseMs: Float64Array,
  overlapMs: Float64Array,
): Float64Array {
  const meansMs = new Float64Array(graph.nodes.length);
  const { componentOf, multipliers } = traffic;
  const { start, edges } = graph.outgoing;
  /** Own time, round trips and calls that leave the component; calls within it go to `inner`. */
  const outerMean = (node: number, inner: (to: number, calls: number) => void): number => {
    let mean = (responseMs[node] as number) - (overlapMs[node] as number);
    for (let k = start[node] as number; k < (start[node + 1] as number); k++) {
      const edge = edges[k] as number;
      const calls = multipliers.calls[edge] as number;
      if (graph.sync[edge] !== 1 || !(calls > 0)) continue;
      const to = graph.to[edge] as number;
      mean += calls * (graph.edges[edge]?.rttMs ?? 0);
      if (componentOf[to] === componentOf[node]) inner(to, calls);
      else mean += calls * (meansMs[to] as number);
    }
    return mean;
  };
  for (const members of traffic.components) {
    const first = members[0] as number;
    if (members.length === 1) {
      let back = 0;
      const mean = outerMean(first, (_, calls) => {
        back += calls;
      });
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
