import { blend, convolve, type Lattice, nothing, repeat, settled, slowest } from '../math/lattice';
import { addTo, perhaps, type RunningSum, runningSum } from '../math/running-sum';
import type { CallPattern } from './call-pattern';
import type { Graph } from './graph';
import { type KnownTimes, settleLoop } from './loop-times';
import type { Call, Plan } from './plan';
import { inlineHitRate } from './visit-positions';

/** What composing needs to know of flows that make the same calls: every part on a grid of one step. */
export interface Parts {
  readonly graph: Graph;
  readonly pattern: CallPattern;
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
  /** Visits of one class take the same time, whatever calls are made elsewhere. */
  readonly classOf: Int32Array;
  readonly known: KnownTimes;
}

const timeOf = ({ known, classOf }: Parts, node: number): Lattice =>
  known.visits.get(classOf[node] as number) ?? nothing;

/** Time of a call: round trip and the callee's time, as often as it is made. */
export function callTime(parts: Parts, call: Call): Lattice {
  return timeCalled(onceOver(parts, call.edge), call, parts.stepMs);
}

/** Time of a call of which one takes `once`. */
export function timeCalled(once: Lattice, call: Call, stepMs: number): Lattice {
  const { whole, fraction, probability } = call;
  if (fraction === 0) return perhaps(repeat(once, whole, stepMs), probability, stepMs);
  if (whole === 0) return perhaps(once, probability * fraction, stepMs);
  return perhaps(convolve(repeat(once, whole, stepMs), perhaps(once, fraction, stepMs)), probability, stepMs);
}

/** Round trip and the callee's time. */
export function onceOver(parts: Parts, edge: number): Lattice {
  const { shiftMs, spectrum, lostMs2 } = timeOf(parts, parts.graph.to[edge] as number);
  return { shiftMs: shiftMs + parts.roundTripMs(edge), spectrum, lostMs2 };
}

/** The same without a shift; several callers of one node share it, where nothing in it is still to change. */
function settledOver(parts: Parts, edge: number): Lattice {
  const { known, classOf, graph, stepMs } = parts;
  const to = graph.to[edge] as number;
  const roundTripMs = parts.roundTripMs(edge);
  const found = known.settledCalls.get(classOf[to] as number);
  if (found !== undefined && found.roundTripMs === roundTripMs) return found.lattice;
  const lattice = settled(onceOver(parts, edge), stepMs);
  known.settledCalls.set(classOf[to] as number, { roundTripMs, lattice });
  return lattice;
}

/** Adds the time of all calls of a plan to a sum. */
function addPlan(parts: Parts, plan: Plan, sum: RunningSum): void {
  const { stepMs } = parts;
  for (const part of plan) {
    if (part.kind === 'pick') {
      const outcomes = part.outcomes.map(({ probability, plan: further }) => ({
        weight: probability,
        lattice: planTime(parts, further),
      }));
      addTo(sum, blend(outcomes, stepMs), 1, stepMs);
    } else if (part.calls.length > 1 && parts.parallel) {
      const calls = part.calls.map((call) => callTime(parts, call));
      addTo(sum, slowest(calls, stepMs), 1, stepMs);
    } else {
      for (const call of part.calls) {
        const { whole, fraction, probability, edge } = call;
        // One call at the most needs no spectrum of its own.
        const isOne = whole + Math.ceil(fraction) === 1;
        if (parts.isEmpty?.(parts.graph.to[edge] as number) === true && parts.roundTripMs(edge) === 0)
          continue;
        if (!isOne) addTo(sum, callTime(parts, call), 1, stepMs);
        else if (probability * (whole + fraction) >= 1) addTo(sum, onceOver(parts, edge), 1, stepMs);
        else addTo(sum, settledOver(parts, edge), probability * (whole + fraction), stepMs);
      }
    }
  }
}

function planTime(parts: Parts, plan: Plan): Lattice {
  const sum = runningSum(nothing);
  addPlan(parts, plan, sum);
  return sum;
}

function visitTime(parts: Parts, node: number): Lattice {
  const sum = runningSum(parts.response(node) ?? nothing);
  const hits = inlineHitRate(parts.graph, parts.pattern.flow, node);
  const plan = parts.plan(node);
  if (hits === 0) addPlan(parts, plan, sum);
  else addTo(sum, planTime(parts, plan), 1 - hits, parts.stepMs);
  return sum;
}

/** Nodes that a visit of `roots` waits for, themselves included, of which the time is not known yet. */
function waitedFor(parts: Parts, roots: readonly number[]): ReadonlySet<number> {
  const { graph, pattern, classOf, known } = parts;
  const { start, edges } = pattern.waited;
  const found = new Set<number>(roots);
  const open = [...roots];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
      const to = graph.to[edges[i] as number] as number;
      if (found.has(to)) continue;
      if (known.visits.has(classOf[to] as number) || parts.isEmpty?.(to) === true) continue;
      found.add(to);
      open.push(to);
    }
  return found;
}

/** Learns the time of a visit of each of `roots` with its calls: callees first, loops unrolled until nothing goes on. */
export function learnTimes(parts: Parts, roots: readonly number[]): void {
  const { pattern, classOf } = parts;
  const { visits } = parts.known;
  const isKnown = (node: number) => visits.has(classOf[node] as number);
  const missing = roots.filter((node) => !isKnown(node) && (pattern.componentOf[node] as number) >= 0);
  if (missing.length === 0) return;
  const wanted = waitedFor(parts, missing);
  const components = new Set<number>();
  for (const node of wanted) components.add(pattern.componentOf[node] as number);
  for (const component of Int32Array.from(components).sort()) {
    const members = (pattern.components[component] ?? []).filter(
      (node) => wanted.has(node) && !isKnown(node),
    );
    const first = members[0];
    if (first === undefined) continue;
    if (members.length > 1 || callsItself(parts, first)) unroll(parts, members);
    else visits.set(classOf[first] as number, visitTime(parts, first));
  }
}

/** Time of a visit with its calls, as learnt; null where it has none. */
export const learntTime = ({ known, classOf }: Parts, node: number): Lattice | null =>
  known.visits.get(classOf[node] as number) ?? null;

function callsItself({ graph, pattern }: Parts, node: number): boolean {
  const { start, edges } = pattern.waited;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++)
    if (graph.to[edges[i] as number] === node) return true;
  return false;
}

/** Members of a loop beyond which callees are worked out before their callers, so that few turns bring all times round. */
const longLoop = 64;

function unroll(parts: Parts, given: readonly number[]): void {
  const members = given.length > longLoop ? given.toReversed() : given;
  const ids = members.map((node) => parts.classOf[node] as number);
  settleLoop(parts.known, ids, parts.stepMs, (place) => visitTime(parts, members[place] as number));
}
