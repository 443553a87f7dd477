import { excess, slowestCopy } from '../math/excess';
import { gridSize } from '../math/fourier';
import { blend, convolve, cumulative, type Lattice, nothing, slowest } from '../math/lattice';
import { perhaps } from '../math/running-sum';
import { callTime, learnTimes, learntTime, type Parts } from './compose';
import { counts, type Lagging, transitMsOf } from './lagging';
import { type KnownTimes, noTimes } from './loop-times';
import type { Call, Plan } from './plan';
import { inlineHitRate } from './visit-positions';

/** By how much the last of what visits set off ends after their answers, by class, on one grid. */
export interface Lags {
  readonly parts: Parts;
  readonly lagging: Lagging;
  readonly classOf: Int32Array;
  readonly known: KnownTimes;
}

/** Patterns that share the times of a grid share its lags. */
const knownOn = new WeakMap<KnownTimes, KnownTimes>();

export function lagsOn(parts: Parts, lagging: Lagging, classOf: Int32Array): Lags {
  const known = knownOn.get(parts.known) ?? noTimes();
  knownOn.set(parts.known, known);
  return { parts, lagging, classOf, known };
}

const knownLag = ({ known, classOf }: Lags, node: number): Lattice | undefined =>
  known.visits.get(classOf[node] as number);

/** The lag of a visit, those of its callees first, loops unrolled until nothing goes on. */
export function lagOf(lags: Lags, root: number): Lattice {
  const { parts, known, classOf } = lags;
  const { pattern } = parts;
  const found = knownLag(lags, root);
  if (found !== undefined) return found;
  const wanted = laggingFrom(lags, root);
  // One after the other: what is not in a loop of calls that are waited for is then not taken for one.
  for (const node of wanted) for (const callee of calleesOf(lags, node)) learnTimes(parts, [callee]);
  const components = new Set([...wanted].map((node) => pattern.componentOf[node] as number));
  for (const component of Int32Array.from(components).sort()) {
    const members = (pattern.components[component] ?? []).filter((node) => wanted.has(node));
    const [first] = members;
    if (first === undefined) continue;
    if (pattern.loops[component] === 0) known.visits.set(classOf[first] as number, visitLag(lags, first));
    else settle(lags, members);
  }
  return knownLag(lags, root) ?? nothing;
}

/** Difference of shares below which a loop is unrolled no further. */
const settledWithin = 1e-6;
const mostTurns = 400;
const leastTurns = 16;
/** Visits that one loop may have worked out on one grid: large loops get fewer turns. */
const mostVisits = 20_000;

/**
 * Unrolls a loop, at first as if nothing came back, until further turns change nothing. What they would add is not worked out from
 * the turns before, as it is for times: the longest of lags is no sum, of which that would hold.
 */
function settle(lags: Lags, members: readonly number[]): void {
  const { known, classOf, parts } = lags;
  const turns = Math.min(mostTurns, Math.max(leastTurns, Math.floor(mostVisits / members.length)));
  const belows = members.map((): Float64Array => new Float64Array(gridSize));
  for (let turn = 0; turn < turns; turn++) {
    let change = 0;
    members.forEach((node, place) => {
      const id = classOf[node] as number;
      const shiftMs = known.visits.get(id)?.shiftMs ?? 0;
      const lag = visitLag(lags, node);
      known.visits.set(id, lag);
      const below = cumulative(lag);
      const before = belows[place] as Float64Array;
      belows[place] = below;
      change = Math.max(change, Math.abs(lag.shiftMs - shiftMs) / parts.stepMs, farthest(before, below));
    });
    if (change <= settledWithin) return;
  }
  for (const node of members) known.unsettled.add(classOf[node] as number);
}

function farthest(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let k = 0; k < gridSize; k++) most = Math.max(most, Math.abs((a[k] as number) - (b[k] as number)));
  return most;
}

/** Callees of the calls that a visit's lag follows from. */
function calleesOf({ parts, lagging }: Lags, node: number): readonly number[] {
  const { graph, pattern } = parts;
  const { start, edges } = pattern.active;
  if (lagging.lags[node] === 0) return [];
  return Array.from(edges.subarray(start[node] as number, start[node + 1] as number))
    .filter((edge) => graph.sync[edge] === 1 || counts(graph, edge))
    .map((edge) => graph.to[edge] as number);
}

/** The visits that lag, of those that `root` comes to, of which the lag is not known yet. */
function laggingFrom(lags: Lags, root: number): ReadonlySet<number> {
  const isOpen = (node: number) => lags.lagging.lags[node] === 1 && knownLag(lags, node) === undefined;
  const found = new Set(isOpen(root) ? [root] : []);
  for (const node of found) for (const to of calleesOf(lags, node)) if (isOpen(to)) found.add(to);
  return found;
}

function visitLag(lags: Lags, node: number): Lattice {
  const { parts, lagging } = lags;
  const lag = lagAfter(lags, lagging.plan(node), nothing);
  const hits = inlineHitRate(parts.graph, parts.pattern.flow, node);
  return hits === 0 ? lag : perhaps(lag, 1 - hits, parts.stepMs);
}

/** What is still going on after the calls of a plan, of what was `before` them and of what they set off. */
function lagAfter(lags: Lags, plan: Plan, before: Lattice): Lattice {
  return plan.reduce(
    (lag, part) =>
      part.kind === 'pick'
        ? blend(
            part.outcomes.map(({ probability, plan: further }) => ({
              weight: probability,
              lattice: lagAfter(lags, further, lag),
            })),
            lags.parts.stepMs,
          )
        : lagAfterStep(lags, part.calls, lag),
    before,
  );
}

const isNothing = ({ shiftMs, spectrum }: Lattice): boolean => shiftMs === 0 && spectrum === null;

/** The probability that a call is made at all. */
const chanceOf = ({ probability, whole, fraction }: Call): number => probability * (whole > 0 ? 1 : fraction);

/** The call where it is known to be made. */
const surely = ({ edge, whole, fraction }: Call): Call =>
  whole > 0 ? { edge, probability: 1, whole, fraction } : { edge, probability: 1, whole: 1, fraction: 0 };

const calleeLag = (lags: Lags, { edge }: Call): Lattice => {
  const { graph } = lags.parts;
  return counts(graph, edge) ? (knownLag(lags, graph.to[edge] as number) ?? nothing) : nothing;
};

/** What a call that is waited for leaves going on: of several in sequence, the last one. */
function lagOfCall(lags: Lags, call: Call): Lattice {
  const lag = calleeLag(lags, call);
  return isNothing(lag) ? lag : perhaps(lag, chanceOf(call), lags.parts.stepMs);
}

/** Until all that a call sets off is done that nobody waits for: transit, round trip and completion of the callee. */
function completionOfCall(lags: Lags, { edge, probability, whole, fraction }: Call): Lattice {
  const { parts } = lags;
  const { graph, stepMs } = parts;
  const to = graph.to[edge] as number;
  const callee = convolve(learntTime(parts, to) ?? nothing, knownLag(lags, to) ?? nothing);
  const beforeMs = transitMsOf(graph, edge) + parts.roundTripMs(edge);
  const once = { ...callee, shiftMs: callee.shiftMs + beforeMs };
  return whole === 0
    ? perhaps(once, probability * fraction, stepMs)
    : perhaps(slowestCopy(once, whole, fraction), probability, stepMs);
}

/** The longest of lags; those that are 0 make none longer. */
function longest(of: readonly Lattice[], stepMs: number): Lattice {
  const some = of.filter((lag) => !isNothing(lag));
  return some.length === 0 ? nothing : slowest(some, stepMs);
}

/** Calls of one step that may be made or not up to which it is distinguished which of them are. */
const mostDrawn = 4;

/** max((max(before, A) − D)⁺, L): A of the calls that nobody waits for, D of the others, L what those leave going on. */
function lagAfterStep(lags: Lags, calls: readonly Call[], before: Lattice, drawn = 0): Lattice {
  const { parts } = lags;
  const { graph, stepMs } = parts;
  const waited = calls.filter(({ edge }) => graph.sync[edge] === 1);
  const going = longest(
    [
      before,
      ...calls.filter(({ edge }) => graph.sync[edge] === 0).map((call) => completionOfCall(lags, call)),
    ],
    stepMs,
  );
  if (isNothing(going) || waited.length === 0)
    return longest([going, ...waited.map((call) => lagOfCall(lags, call))], stepMs);
  const isOpen = (call: Call) => chanceOf(call) < 1 && !isNothing(calleeLag(lags, call));
  const open = drawn < mostDrawn ? waited.find(isOpen) : undefined;
  if (open !== undefined) {
    const others = calls.filter((call) => call !== open);
    const chance = chanceOf(open);
    const made = lagAfterStep(lags, [...others, surely(open)], before, drawn + 1);
    const unmade = lagAfterStep(lags, others, before, drawn + 1);
    return blend(
      [
        { weight: chance, lattice: made },
        { weight: 1 - chance, lattice: unmade },
      ],
      stepMs,
    );
  }
  const lasting = slowest(
    waited.map((call) => callTime(parts, call)),
    stepMs,
  );
  return longest([excess(going, lasting, stepMs), ...waited.map((call) => lagOfCall(lags, call))], stepMs);
}
