import { deferred } from '../../ui/deferred';

/** Lanes are there only for who asks for them. */
export const LanesLayer = deferred(async () => (await import('./LanesLayer')).LanesLayer);
export const LanesBar = deferred(async () => (await import('./LanesBar')).LanesBar);
