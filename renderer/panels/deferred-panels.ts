import { deferred } from '../ui/deferred';

/** The panels that an open design does not need at first. */
export const Inspector = deferred(async () => (await import('./inspector/Inspector')).Inspector);
export const ExplanationSheet = deferred(
  async () => (await import('./explained/ExplanationSheet')).ExplanationSheet,
);
export const OpenDrawer = deferred(async () => (await import('./drawer/OpenDrawer')).OpenDrawer);
