import { deferred } from '../../ui/deferred';

/** The document is loaded when it is first shown. */
export const DocumentView = deferred(async () => (await import('./DocumentView')).DocumentView);
