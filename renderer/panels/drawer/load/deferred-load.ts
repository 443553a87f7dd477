import { deferred } from '../../../ui/deferred';

/** The chart is loaded with the tab: no other part of the window draws one. */
export const LoadTab = deferred(async () => (await import('./LoadTab')).LoadTab);
