/** Keeps a figure that equals a limit or a whole number from passing it by a rounding error. */
export const tolerance = 1e-9;
