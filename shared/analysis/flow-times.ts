import { solveFeedback } from '../math/feedback';
import type { Lattice } from '../math/lattice';
import { responseLattice } from '../math/response-lattice';
import { type Parts, timesOf } from './compose';
import { type Graph, hitRateOf } from './graph';
import { type Level, overlapOf } from './overlap';
import { stepOf } from './percentiles';
import { hasParallelCalls, type Plan, planOf, sharesStep } from './plan';
import type { StationState } from './station';
import type { FlowTraffic } from './traffic';

/** Responses of all nodes on the grids of all levels, computed once for all flows. */
export type ResponseGrids = (node: number, isRead: boolean, level: number) => Lattice | null;

export function responseGridsOf(states: readonly StationState[]): ResponseGrids {
  const known = new Map<string, Lattice | null>();
  return (node, isRead, level) => {
    const state = states[node];
    const response = isRead ? state?.read : state?.write;
    if (response === undefined || response === null) return null;
    const key = `${node} ${isRead} ${level}`;
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
  readonly level: (level: number) => Level;
  /** Lets go of the grids, which are large. */
  readonly forget: () => void;
}

export function flowTimesOf(
  graph: Graph,
  traffic: FlowTraffic,
  states: readonly StationState[],
  grids: ResponseGrids,
): FlowTimes {
  const isRead = graph.flows[traffic.flow]?.kind === 'read';
  const plans = new Map<number, Plan>();
  const plan = (node: number): Plan => {
    const known = plans.get(node);
    if (known !== undefined) return known;
    const made = planOf(graph, traffic, node);
    plans.set(node, made);
    return made;
  };
  const levels = new Map<number, Level>();
  const level = (of: number): Level => {
    const known = levels.get(of);
    if (known !== undefined) return known;
    const parts: Parts = {
      graph,
      traffic,
      stepMs: stepOf(of),
      plan,
      response: (node) => grids(node, isRead, of),
      roundTripMs: (edge) => graph.edges[edge]?.rttMs ?? 0,
      parallel: true,
    };
    const times = new Map<number, Lattice>();
    const made: Level = { parts, timesOf: (nodes) => timesOf(parts, nodes, times) };
    levels.set(of, made);
    return made;
  };
  const responseMs = Float64Array.from(states, (state) => {
    const response = isRead ? state.read : state.write;
    return response === null ? Number.NaN : response.meanMs;
  });
  const overlapMs = overlapsOf(graph, traffic, responseMs, plan, level);
  const withCallsMs = meansWithCalls(graph, traffic, responseMs, overlapMs);
  return { traffic, responseMs, overlapMs, withCallsMs, plan, level, forget: () => levels.clear() };
}

function overlapsOf(
  graph: Graph,
  traffic: FlowTraffic,
  responseMs: Float64Array,
  plan: (node: number) => Plan,
  level: (level: number) => Level,
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
