import { deferred } from '../ui/deferred';

/** The panels that an open design does without until something is selected or asked for. */
export const Inspector = deferred(async () => (await import('./inspector/Inspector')).Inspector);
export const OpenDrawer = deferred(async () => (await import('./drawer/OpenDrawer')).OpenDrawer);
