import { deferred } from '../../ui/deferred';

/** Carries the texts on every kind, which are read one at a time and seldom. */
export const KindGuide = deferred(async () => (await import('./KindGuide')).KindGuide);
