import type { PatternParts } from './pattern-parts';

/** Visits that succeed where all their calls do, whatever else is drawn: their calls, in columns. */
export interface PlainCalls {
  /** 1 for nodes whose visits are of this kind. */
  readonly isPlain: Uint8Array;
  /** Calls of `node` are those from `start[node]` up to `start[node + 1]`. */
  readonly start: Int32Array;
  readonly to: Int32Array;
  /** Calls that are made for certain, one after the other, and the probability of one more. */
  readonly whole: Float64Array;
  readonly fraction: Float64Array;
}

const known = new WeakMap<PatternParts, PlainCalls>();

/** The plain visits of flows that make the same calls, worked out once for them. */
export function plainCallsOf(pattern: PatternParts): PlainCalls {
  const found = known.get(pattern);
  if (found !== undefined) return found;
  const { parts, loop, decided } = pattern;
  const count = parts.length;
  const isPlain = new Uint8Array(count);
  const start = new Int32Array(count + 1);
  const to: number[] = [];
  const whole: number[] = [];
  const fraction: number[] = [];
  parts.forEach((visit, node) => {
    if (
      visit !== undefined &&
      loop[node] === undefined &&
      visit.every((part) => part.kind === 'call' && part.fallbacks.length === 0)
    ) {
      isPlain[node] = 1;
      for (const part of visit) {
        if (part.kind !== 'call') continue;
        const times = Math.floor(part.mean);
        // One call or several: all of them follow from the same state.
        const isOne = times > 0 && decided[part.to] === 1;
        to.push(part.to);
        whole.push(isOne ? 1 : times);
        fraction.push(isOne ? 0 : part.mean - times);
      }
    }
    start[node + 1] = to.length;
  });
  const made: PlainCalls = {
    isPlain,
    start,
    to: Int32Array.from(to),
    whole: Float64Array.from(whole),
    fraction: Float64Array.from(fraction),
  };
  known.set(pattern, made);
  return made;
}

/** Success of all calls of a plain visit, given the success of each callee's visit by its row. */
export function callsSucceed(
  { start, to, whole, fraction }: PlainCalls,
  node: number,
  row: Int32Array,
  success: Float64Array,
): number {
  let product = 1;
  for (let i = start[node] as number; i < (start[node + 1] as number); i++) {
    const each = success[row[to[i] as number] as number] as number;
    const times = whole[i] as number;
    const more = fraction[i] as number;
    if (times > 0) product *= times === 1 ? each : each ** times;
    if (more > 0) product *= 1 - more + more * each;
  }
  return product;
}
