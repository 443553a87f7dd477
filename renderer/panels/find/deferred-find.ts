import { deferred } from '../../ui/deferred';

/** The find bar, which no design shows at first. */
export const FindBar = deferred(async () => (await import('./FindBar')).FindBar);
