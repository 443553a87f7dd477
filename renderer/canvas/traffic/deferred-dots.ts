import { deferred } from '../../ui/deferred';

/** Dots are there only for who asks for them. */
export const TrafficDots = deferred(async () => (await import('./TrafficDots')).TrafficDots);
