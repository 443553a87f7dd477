/** Seconds of the month in which downtime and error budgets are counted: 30 days, as service levels are written. */
export const budgetMonthSeconds = 30 * 86_400;

/** Seconds a month of 30 days for which something of this availability is down: (1 − A) × 2 592 000. */
export const downtimeSecondsPerMonth = (availability: number): number =>
  (1 - availability) * budgetMonthSeconds;
