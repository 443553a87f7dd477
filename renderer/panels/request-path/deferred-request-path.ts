import { deferred } from '../../ui/deferred';

/** The path of a request, which no design shows at first. */
export const RequestPathPanel = deferred(async () => (await import('./RequestPathPanel')).RequestPathPanel);

/** What says of which part everything upstream or downstream is lit. */
export const ReachBar = deferred(async () => (await import('./ReachBar')).ReachBar);
