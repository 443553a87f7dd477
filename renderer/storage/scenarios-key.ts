/** Under which the scenarios of a design lie among the settings. */
export const scenariosKey = (design: string): string => `scenarios:${design}`;
