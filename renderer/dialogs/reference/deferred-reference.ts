import { deferred } from '../../ui/deferred';

/** It brings all kinds and rules with it, which the window else leaves to the worker. */
export const ReferenceDialog = deferred(async () => (await import('./ReferenceDialog')).ReferenceDialog);
