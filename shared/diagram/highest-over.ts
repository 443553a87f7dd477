/** The highest number on each stretch of a line of so many positions; -1 where there is none yet. */
export interface HighestOver {
  /** The highest number from a position to before another. */
  readonly highest: (first: number, beyond: number) => number;
  /** Makes every position from one to before another at least this high. */
  readonly raise: (first: number, beyond: number, to: number) => void;
}

/** A tree of stretches, each half of the one above it: both operations take a time of the logarithm of `count`. */
export function highestOver(count: number): HighestOver {
  /** What holds for the whole stretch, and the highest anywhere in it. */
  const whole = new Int32Array(4 * count + 4).fill(-1);
  const anywhere = new Int32Array(4 * count + 4).fill(-1);
  const highest = (at: number, low: number, high: number, first: number, beyond: number): number => {
    if (beyond <= low || high <= first) return -1;
    if (first <= low && high <= beyond) return anywhere[at] ?? -1;
    const middle = (low + high) >> 1;
    return Math.max(
      whole[at] ?? -1,
      highest(2 * at, low, middle, first, beyond),
      highest(2 * at + 1, middle, high, first, beyond),
    );
  };
  const raise = (at: number, low: number, high: number, first: number, beyond: number, to: number): void => {
    if (beyond <= low || high <= first) return;
    anywhere[at] = Math.max(anywhere[at] ?? -1, to);
    if (first <= low && high <= beyond) {
      whole[at] = Math.max(whole[at] ?? -1, to);
      return;
    }
    const middle = (low + high) >> 1;
    raise(2 * at, low, middle, first, beyond, to);
    raise(2 * at + 1, middle, high, first, beyond, to);
  };
  return {
    highest: (first, beyond) => highest(1, 0, count, first, beyond),
    raise: (first, beyond, to) => raise(1, 0, count, first, beyond, to),
  };
}
