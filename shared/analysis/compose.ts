import {
  addTo,
  blend,
  convolve,
  type Lattice,
  nothing,
  perhaps,
  type RunningSum,
  repeat,
  runningSum,
  slowest,
} from '../math/lattice';
import { type Graph, hitRateOf } from './graph';
import type { Call, Plan } from './plan';
import type { FlowTraffic } from './traffic';

/** What composing needs to know of a flow: every part on a grid of one step. */
export interface Parts {
  readonly graph: Graph;
  readonly traffic: FlowTraffic;
  readonly stepMs: number;
  /** The plan of a node's visit. */
  readonly plan: (node: number) => Plan;
  /** A node's own response; null adds nothing. */
  readonly response: (node: number) => Lattice | null;
  /** Round trip of an edge. */
  readonly roundTripMs: (edge: number) => number;
  /** Whether calls of one step run in parallel (the slowest counts) or are added up. */
  readonly parallel: boolean;
  /** Nodes behind which nothing counts. */
  readonly isEmpty?: (node: number) => boolean;
}

/** Time of a call: round trip and the callee's time, as often as it is made. */
export function callTime(parts: Parts, call: Call, times: ReadonlyMap<number, Lattice>): Lattice {
  const { graph, stepMs } = parts;
  const callee = times.get(graph.to[call.edge] as number) ?? nothing;
  const once: Lattice = { ...callee, shiftMs: callee.shiftMs + parts.roundTripMs(call.edge) };
  const { whole, fraction, probability } = call;
  if (fraction === 0) return perhaps(repeat(once, whole, stepMs), probability, stepMs);
  if (whole === 0) return perhaps(once, probability * fraction, stepMs);
  return perhaps(convolve(repeat(once, whole, stepMs), perhaps(once, fraction, stepMs)), probability, stepMs);
}

/** Adds the time of all calls of a plan to a sum. */
function addPlan(parts: Parts, plan: Plan, times: ReadonlyMap<number, Lattice>, sum: RunningSum): void {
  const { graph, stepMs } = parts;
  for (const part of plan) {
    if (part.kind === 'pick') {
      const outcomes = part.outcomes.map(({ probability, plan: further }) => ({
        weight: probability,
        lattice: planTime(parts, further, times),
      }));
      addTo(sum, blend(outcomes, stepMs), 1, stepMs);
    } else if (part.calls.length > 1 && parts.parallel) {
      const calls = part.calls.map((call) => callTime(parts, call, times));
      addTo(sum, slowest(calls, stepMs), 1, stepMs);
    } else {
      for (const call of part.calls) {
        const { whole, fraction, probability, edge } = call;
        // One call at the most needs no spectrum of its own.
        const isOne = whole + Math.ceil(fraction) === 1;
        if (isOne) {
          const callee = times.get(graph.to[edge] as number) ?? nothing;
          const once = { ...callee, shiftMs: callee.shiftMs + parts.roundTripMs(edge) };
          addTo(sum, once, probability * (whole + fraction), stepMs);
        } else addTo(sum, callTime(parts, call, times), 1, stepMs);
      }
    }
  }
}

function planTime(parts: Parts, plan: Plan, times: ReadonlyMap<number, Lattice>): Lattice {
  const sum = runningSum(nothing);
  addPlan(parts, plan, times, sum);
  return sum;
}

function visitTime(parts: Parts, node: number, times: ReadonlyMap<number, Lattice>): Lattice {
  const sum = runningSum(parts.response(node) ?? nothing);
  const flow = parts.graph.flows[parts.traffic.flow];
  const of = parts.graph.nodes[node];
  const hits = flow === undefined || of?.behaviour !== 'inline-cache' ? 0 : hitRateOf(of, flow);
  const plan = parts.plan(node);
  if (hits === 0) addPlan(parts, plan, times, sum);
  else addTo(sum, planTime(parts, plan, times), 1 - hits, parts.stepMs);
  return sum;
}

/** Nodes that a visit of `roots` waits for, themselves included. */
function waitedFor(parts: Parts, roots: readonly number[]): ReadonlySet<number> {
  const { graph, traffic } = parts;
  const { start, edges } = graph.outgoing;
  const found = new Set<number>(roots);
  const open = [...roots];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
      const edge = edges[i] as number;
      const to = graph.to[edge] as number;
      if (graph.sync[edge] !== 1 || found.has(to) || !((traffic.multipliers.calls[edge] as number) > 0))
        continue;
      if (parts.isEmpty?.(to) === true) continue;
      found.add(to);
      open.push(to);
    }
  return found;
}

/** Requests that are still in a loop when its unrolling ends. */
const unrolledTo = 1e-7;
const mostTurns = 20_000;

/** Time of a visit of each of `roots` with its calls: callees first, loops unrolled until next to nothing goes on. */
export function timesOf(
  parts: Parts,
  roots: readonly number[],
  times: Map<number, Lattice> = new Map(),
): Map<number, Lattice> {
  const missing = roots.filter(
    (node) => !times.has(node) && (parts.traffic.componentOf[node] as number) >= 0,
  );
  if (missing.length === 0) return times;
  const wanted = waitedFor(parts, missing);
  const components = [...new Set([...wanted].map((node) => parts.traffic.componentOf[node] as number))].sort(
    (a, b) => a - b,
  );
  for (const component of components) {
    const members = (parts.traffic.components[component] ?? []).filter(
      (node) => wanted.has(node) && !times.has(node),
    );
    for (const node of members) if (members.length === 1) times.set(node, visitTime(parts, node, times));
    const first = members[0];
    if (first !== undefined && (members.length > 1 || callsItself(parts, first)))
      unroll(parts, members, times);
  }
  return times;
}

function callsItself({ graph, traffic }: Parts, node: number): boolean {
  const { start, edges } = graph.outgoing;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const edge = edges[i] as number;
    if (graph.to[edge] === node && graph.sync[edge] === 1 && (traffic.multipliers.calls[edge] as number) > 0)
      return true;
  }
  return false;
}

function unroll(parts: Parts, members: readonly number[], times: Map<number, Lattice>): void {
  for (let turn = 0; turn < mostTurns; turn++) {
    let change = 0;
    for (const node of members) {
      const before = times.get(node);
      const after = visitTime(parts, node, times);
      times.set(node, after);
      change = Math.max(change, Math.abs(sizeOf(after) - (before === undefined ? 0 : sizeOf(before))));
      if (before !== undefined)
        change = Math.max(change, Math.abs(after.shiftMs - before.shiftMs) / parts.stepMs);
    }
    if (change < unrolledTo) return;
  }
}

/** The generating function at its real point: what remains on the grid, damped. */
const sizeOf = ({ spectrum }: Lattice): number => (spectrum === null ? 1 : (spectrum.re[0] as number));
