/** The version that this program writes; older ones are migrated, newer ones refused. */
export const designVersion = 1;
