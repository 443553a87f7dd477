export const daySeconds = 86_400;

/** Seconds of a year of 365.25 days. */
export const yearSeconds = 365.25 * daySeconds;

/** Seconds of the one month in which rates, prices and sizes are typed, billed and shown: a twelfth of 365.25 days. */
export const monthSeconds = yearSeconds / 12;
