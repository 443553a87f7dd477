let done = 0;

/** Counts turns of a loop whose length follows from the figures of a design: a few additions for thousands of turns. */
export function count(turns: number): void {
  done += turns;
}

/** All turns that were counted. How many of them a design takes does not depend on the machine, as its time would. */
export const countedTurns = (): number => done;
