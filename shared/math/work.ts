let done = 0;

/** Counts turns of a loop whose length follows from the figures of a design: a few additions for thousands of turns. */
export function count(turns: number): void {
  done += turns;
}

/** All turns that were counted. How many of them a design takes does not depend on the machine, as its time would. */
export const countedTurns = (): number => done;

/** Tells whether so many turns more than now were counted. */
export function afterTurns(turns: number): () => boolean {
  const last = done + turns;
  return () => done > last;
}
