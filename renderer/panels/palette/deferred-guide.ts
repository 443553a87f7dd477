import { deferred } from '../../ui/deferred';

/** Contains the texts of every kind, which are read one at a time. */
export const KindGuide = deferred(async () => (await import('./KindGuide')).KindGuide);
