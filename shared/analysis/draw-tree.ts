/**
 * Leaves of the tree of draws up to which the calls of one visit are distinguished; of more, which calls of a dozen caches and picks
 * that all depend on each other have, draws are taken for independent.
 */
export const mostLeaves = 1_000_000;

/** A pick that calls of one group depend on: how many outcomes it has, and how many of the calls are in one of them. */
export interface SharedPick {
  readonly outcomes: number;
  readonly members: number;
}

/**
 * How often calls of a group are in the leaves of the tree of their draws, at most: hits and misses double all of them, a
 * pick has each of its own calls in one outcome and all others in each.
 */
export function leavesOf(calls: number, misses: number, picks: readonly SharedPick[]): number {
  const only = picks[0];
  const doubled = 2 ** misses;
  if (only === undefined) return doubled * calls;
  if (picks.length === 1) return doubled * (calls + only.outcomes * (calls - only.members));
  return picks.reduce((leaves, { outcomes }) => leaves * outcomes, doubled * calls);
}
