/** Seconds of the month in which downtime and error budgets are counted: 30 days, as service levels are written. */
export const budgetMonthSeconds = 30 * 86_400;

/** Seconds a month of 30 days for which something of this availability is down: (1 − A) × 2 592 000. */
export const downtimeSecondsPerMonth = (availability: number): number =>
  (1 - availability) * budgetMonthSeconds;

/** What a target allows to fail and how much of that is used up. */
export interface ErrorBudget {
  /** Seconds of downtime a month of 30 days that the target allows. */
  readonly allowedSeconds: number;
  readonly expectedSeconds: number;
  /** Expected ÷ allowed; over 1 the target is missed. Null where the target allows nothing. */
  readonly spent: number | null;
}

/** The error budget of an availability against its target, both shares: (1 − A) ÷ (1 − target) of it is spent. */
export function errorBudget(availability: number, target: number): ErrorBudget {
  const allowedSeconds = downtimeSecondsPerMonth(target);
  const expectedSeconds = downtimeSecondsPerMonth(availability);
  return {
    allowedSeconds,
    expectedSeconds,
    spent: allowedSeconds > 0 ? expectedSeconds / allowedSeconds : null,
  };
}

/** The availability of something that fails every `mtbf` and is repaired in `mttr`, in one unit: MTBF ÷ (MTBF + MTTR). */
export const availabilityOfRepair = (mtbf: number, mttr: number): number => mtbf / (mtbf + mttr);
