/**
 * What was looked at, counted: so that the time of a drawing is limited by its own size, the same on every machine and in every
 * run, and not by a clock.
 */
export interface Work {
  done: number;
}

/** A counter that nobody reads. */
export const uncounted = (): Work => ({ done: 0 });

/** So much more that may be done. */
export interface WorkLimit {
  readonly work: Work;
  readonly until: number;
}

export const limited = (work: Work, most: number): WorkLimit => ({ work, until: work.done + most });

export const isSpent = ({ work, until }: WorkLimit): boolean => work.done > until;
