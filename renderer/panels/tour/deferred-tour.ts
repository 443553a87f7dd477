import { deferred } from '../../ui/deferred';

/** Seen once, at most. */
export const TourCard = deferred(async () => (await import('./TourCard')).TourCard);
