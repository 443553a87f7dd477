/** Nothing is begun on the canvas. */
export const atRest = {
  adding: null,
  edgeNotice: null,
  edgeChips: null,
  finding: null,
  litFlow: null,
  followedFlow: null,
  reach: null,
  tool: 'select',
  toolLocked: false,
} as const;
