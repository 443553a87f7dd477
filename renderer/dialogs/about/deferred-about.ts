import { deferred } from '../../ui/deferred';

/** Read by few, and seldom. */
export const AboutDialog = deferred(async () => (await import('./AboutDialog')).AboutDialog);
