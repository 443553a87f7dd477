/** A group is made no smaller than this, canvas px. */
export const smallestGroup = { width: 120, height: 80 };
