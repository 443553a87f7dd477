import { deferred } from '../../ui/deferred';

/** Read by few, and seldom. */
export const ReferenceDialog = deferred(async () => (await import('./ReferenceDialog')).ReferenceDialog);
