import { deferred } from '../../ui/deferred';

/** Rarely opened: loaded on demand. */
export const AboutDialog = deferred(async () => (await import('./AboutDialog')).AboutDialog);
