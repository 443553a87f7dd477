import { gridSize } from '../math/fourier';
import {
  alignedCumulative,
  constantLattice,
  cumulative,
  fromCumulative,
  type Lattice,
} from '../math/lattice';
import { type Moments, neverEnds, noTime } from '../math/response-variance';
import { learnTimes, onceOver, type Parts, timeCalled } from './compose';
import { levelReaching, stepOf } from './percentiles';
import type { Call } from './plan';

/** One of several calls that run in parallel, as far as its caller waits for it. */
export interface WaitedCall {
  readonly call: Call;
  /** Mean of one of them with its round trip; NaN where the callee never answers. */
  readonly meanMs: number;
  /** What its caller waits at the most for one of them; null: until it is answered. */
  readonly timeoutMs: number | null;
}

/** Levels beyond the first: each reaches four times as far. */
const mostLevels = 30;
/** What may be left out of a mean: beyond it a grid shows no more than its rounding. */
const negligible = 1e-6;

/** Mean and variance of the slowest of calls that run in parallel, from the finest grids that reach them. */
export function slowestCall(calls: readonly WaitedCall[], levelAt: (level: number) => Parts): Moments {
  const all = calls.reduce((sum, of) => sum + longestOf(of), 0);
  if (Number.isNaN(all)) return neverEnds;
  if (all === 0) return noTime;
  const first = levelReaching(all / 2);
  let [meanMs, second, reachedMs] = [0, 0, 0];
  for (let level = first; level < first + mostLevels; level++) {
    const stepMs = stepOf(level);
    const times = timesOn(calls, levelAt(level), stepMs);
    const shiftMs = times.reduce((least, time) => Math.min(least, time.shiftMs), Number.POSITIVE_INFINITY);
    if (level === first) {
      meanMs = shiftMs;
      second = shiftMs * shiftMs;
    }
    const below = times.map((time) => alignedCumulative(time, shiftMs, stepMs));
    const from = level === first ? 0 : Math.max(0, Math.round((reachedMs - shiftMs) / stepMs));
    let above = 0;
    for (let k = from; k < gridSize; k++) {
      above = 1 - below.reduce((product, of) => product * Math.min(1, Math.max(0, of[k] as number)), 1);
      meanMs += above * stepMs;
      second += above * stepMs * (2 * (shiftMs + k * stepMs) + stepMs);
    }
    reachedMs = shiftMs + gridSize * stepMs;
    if (above * reachedMs <= negligible * meanMs) break;
  }
  const varianceMs2 = Math.max(0, second - meanMs * meanMs);
  return { meanMs, varianceMs2: () => varianceMs2 };
}

function longestOf({ call, meanMs, timeoutMs }: WaitedCall): number {
  const count = call.probability * (call.whole + call.fraction);
  if (timeoutMs === null) return count * meanMs;
  return count * (Number.isNaN(meanMs) ? timeoutMs : Math.min(meanMs, timeoutMs));
}

function timesOn(calls: readonly WaitedCall[], parts: Parts, stepMs: number): readonly Lattice[] {
  const isAnswered = ({ meanMs }: WaitedCall) => !Number.isNaN(meanMs);
  learnTimes(
    parts,
    calls.filter(isAnswered).map(({ call }) => parts.graph.to[call.edge] as number),
  );
  return calls.map((of) => {
    const { call, timeoutMs } = of;
    const once = isAnswered(of) ? onceOver(parts, call.edge) : constantLattice(timeoutMs ?? 0);
    return timeCalled(timeoutMs === null ? once : cutAt(once, timeoutMs, stepMs), call, stepMs);
  });
}

/** The lesser of a time and `mostMs`, which is between two points of the grid so that the mean stays. */
function cutAt(time: Lattice, mostMs: number, stepMs: number): Lattice {
  if (time.shiftMs >= mostMs) return constantLattice(mostMs);
  const offset = (mostMs - time.shiftMs) / stepMs;
  const last = Math.floor(offset);
  if (last >= gridSize || time.spectrum === null) return time;
  const below = cumulative(time);
  const over = 1 - (below[last] as number);
  below[last] = (below[last] as number) + over * (1 - (offset - last));
  below.fill(1, last + 1);
  return fromCumulative(time.shiftMs, below);
}
