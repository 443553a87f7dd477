import { deferredField } from '../../ui/deferred';

/** The find bar, which no design shows at first. */
export const FindBar = deferredField(async () => (await import('./FindBar')).FindBar);
