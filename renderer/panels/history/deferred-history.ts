import { deferred } from '../../ui/deferred';

/** The list of steps, which no design shows at first. */
export const HistoryPanel = deferred(async () => (await import('./HistoryPanel')).HistoryPanel);
