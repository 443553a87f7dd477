/** A search ends after so long with what it found: in large designs one analysis takes seconds. */
export const searchLimitMs = 20_000;
