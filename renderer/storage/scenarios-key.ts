/** Under which the scenarios of a design lay among the settings, before they were part of the document. */
export const scenariosKey = (design: string): string => `scenarios:${design}`;
