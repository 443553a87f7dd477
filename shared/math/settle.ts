import { count as countTurns } from './work';

/** Values that follow from each other. */
export interface Mutual {
  readonly count: number;
  readonly read: (at: number) => number;
  readonly write: (at: number, value: number) => void;
  /** One of them from the others as they are. */
  readonly workOut: (at: number) => number;
}

/** Turns after which values that have not settled are worked out the other way round, and what is left is extrapolated. */
const patience = 200;
const turnsBetween = 20;

/**
 * Works out values between 0 and 1 that follow from each other, one after the other, until no turn changes one by `within` or
 * more; false where they have not settled after `mostTurns`. Where each value follows from the next of the order, as callers
 * come before their callees, it takes a turn for each to come through, and none the other way round. And where each change is
 * the same share of the one before, what all further turns will change is a geometric series.
 */
export function settle({ count, read, write, workOut }: Mutual, within: number, mostTurns: number): boolean {
  const before = new Float64Array(count);
  let last = 0;
  for (let turn = 0; turn < mostTurns; turn++) {
    const isLate = turn >= patience;
    if (isLate) for (let at = 0; at < count; at++) before[at] = read(at);
    let change = 0;
    countTurns(count);
    for (let i = 0; i < count; i++) {
      const at = isLate ? count - 1 - i : i;
      const now = workOut(at);
      change = Math.max(change, Math.abs(now - read(at)));
      write(at, now);
    }
    if (change < within) return true;
    const kept = change / last;
    if (turn > patience && turn % turnsBetween === turnsBetween - 1 && kept < 1)
      for (let at = 0; at < count; at++) {
        const now = read(at);
        write(at, Math.min(1, Math.max(0, now + ((now - (before[at] as number)) * kept) / (1 - kept))));
      }
    last = change;
  }
  return false;
}

/** Turns that so many values may take: fewer for many, so that the work is bounded. */
export const turnsFor = (count: number, mostTurns: number): number =>
  Math.min(mostTurns, 2 * patience + Math.ceil(20_000_000 / Math.max(1, count)));
