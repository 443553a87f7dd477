import { gridSize } from '../math/fourier';
import { alignedCumulatives } from '../math/lattice';
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
export function overlapOf(plan: Plan, longestMs: number, levelAt: (level: number) => Parts): number {
  return parallelSteps(plan).reduce(
    (sum, { probability, calls }) => sum + probability * savedBy(calls, longestMs, levelAt),
    0,
  );
}

function savedBy(calls: readonly Call[], longestMs: number, levelAt: (level: number) => Parts): number {
  if (!(longestMs > 0)) return 0;
  const first = levelReaching(longestMs / 2);
  let saved = 0;
  let reachedMs = 0;
  for (let level = first; level < first + 30; level++) {
    const stepMs = stepOf(level);
    const parts = levelAt(level);
    const callees = calls.map((call) => parts.graph.to[call.edge] as number);
    learnTimes(parts, callees);
    const { shiftMs, below } = alignedCumulatives(
      calls.map((call) => callTime(parts, call)),
      stepMs,
    );
    // Before the least of the shifts every call is still running: each but one of them is saved.
    if (level === first) saved += shiftMs * (calls.length - 1);
    const from = level === first ? 0 : Math.max(0, Math.round((reachedMs - shiftMs) / stepMs));
    const stretch = savedFrom(below, from, stepMs);
    saved += stretch.saved;
    reachedMs = shiftMs + gridSize * stepMs;
    if (stretch.last * reachedMs < 1e-6 * longestMs) break;
  }
  return saved;
}

function savedFrom(below: readonly Float64Array[], from: number, stepMs: number) {
  let saved = 0;
  let last = 0;
  for (let k = from; k < gridSize; k++) {
    let above = 0;
    let all = 1;
    for (const values of below) {
      const share = Math.min(1, Math.max(0, values[k] as number));
      above += 1 - share;
      all *= share;
    }
    last = Math.max(0, above - (1 - all));
    saved += last * stepMs;
  }
  return { saved, last };
}
