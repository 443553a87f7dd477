import { gridSize } from '../math/fourier';
import { alignedCumulative, type Lattice } from '../math/lattice';
import { callTime, learnTimes, type Parts } from './compose';
import { levelReaching, stepOf } from './percentiles';
import type { Call, Plan } from './plan';

/** The steps of a plan whose calls run in parallel, each with the probability that it comes to it. */
function parallelSteps(
  plan: Plan,
  probability = 1,
): readonly { readonly probability: number; readonly calls: readonly Call[] }[] {
  return plan.flatMap((part) =>
    part.kind === 'pick'
      ? part.outcomes.flatMap((outcome) => parallelSteps(outcome.plan, probability * outcome.probability))
      : part.calls.length > 1
        ? [{ probability, calls: part.calls }]
        : [],
  );
}

/**
 * What a visit saves because calls of one step run in parallel: the sum of their means less the mean of the slowest,
 * ∫ Σ P(Xᵢ > t) − P(max Xᵢ > t) dt, each stretch of time on the finest grid that reaches it.
 */
export function overlapOf(
  plan: Plan,
  longestMs: number,
  meanOf: (call: Call) => number,
  levelAt: (level: number) => Parts,
): number {
  return parallelSteps(plan).reduce(
    (sum, { probability, calls }) =>
      sum + probability * savedBy(calls, reachOf(calls, longestMs, meanOf), longestMs, levelAt),
    0,
  );
}

/** Calls of one step beyond which the slowest of them is so much shorter than all that its grid is made for it alone. */
const manyCalls = 256;

/** What the first grid reaches: half of all calls, or for many of them the mean of the slowest of exponentials and some more. */
function reachOf(calls: readonly Call[], longestMs: number, meanOf: (call: Call) => number): number {
  if (calls.length <= manyCalls) return longestMs / 2;
  const slowestMs = calls.reduce((most, call) => Math.max(most, meanOf(call)), 0);
  return slowestMs > 0 ? Math.min(longestMs / 2, (Math.log(calls.length) + 5) * slowestMs) : longestMs / 2;
}

function savedBy(
  calls: readonly Call[],
  reachMs: number,
  longestMs: number,
  levelAt: (level: number) => Parts,
): number {
  if (!(longestMs > 0 && longestMs < Number.POSITIVE_INFINITY)) return 0;
  const first = levelReaching(reachMs);
  let saved = 0;
  let reachedMs = 0;
  // Each level reaches four times as far, so that thirty of them reach whatever is left of a tail.
  for (let level = first; level < first + 30; level++) {
    const stepMs = stepOf(level);
    const parts = levelAt(level);
    const callees = calls.map((call) => parts.graph.to[call.edge] as number);
    learnTimes(parts, callees);
    const times = calls.map((call) => callTime(parts, call));
    const shiftMs = times.reduce((least, time) => Math.min(least, time.shiftMs), Number.POSITIVE_INFINITY);
    // Before the least of the shifts every call is still running: each but one of them is saved.
    if (level === first) saved += shiftMs * (calls.length - 1);
    const from = level === first ? 0 : Math.max(0, Math.round((reachedMs - shiftMs) / stepMs));
    const stretch = savedFrom(times, shiftMs, from, stepMs);
    saved += stretch.saved;
    reachedMs = shiftMs + gridSize * stepMs;
    // What many calls save is nearly all that they take: what they do not is to be as exact.
    const smallest = calls.length > manyCalls ? Math.min(longestMs, reachMs) : longestMs;
    if (stretch.last * reachedMs < 1e-6 * smallest) break;
  }
  return saved;
}

/** One call after the other, so that a step of thousands takes no more memory than one of a few. */
function savedFrom(times: readonly Lattice[], shiftMs: number, from: number, stepMs: number) {
  const above = new Float64Array(gridSize);
  const all = new Float64Array(gridSize).fill(1);
  let known: { readonly time: Lattice; readonly below: Float64Array } | undefined;
  for (const time of times) {
    const isAlike = known?.time.spectrum === time.spectrum && known.time.shiftMs === time.shiftMs;
    const below: Float64Array =
      isAlike && known !== undefined ? known.below : alignedCumulative(time, shiftMs, stepMs);
    known = { time, below };
    for (let k = from; k < gridSize; k++) {
      const share = Math.min(1, Math.max(0, below[k] as number));
      above[k] = (above[k] as number) + (1 - share);
      all[k] = (all[k] as number) * share;
    }
  }
  let saved = 0;
  let last = 0;
  for (let k = from; k < gridSize; k++) {
    last = Math.max(0, (above[k] as number) - (1 - (all[k] as number)));
    saved += last * stepMs;
  }
  return { saved, last };
}
