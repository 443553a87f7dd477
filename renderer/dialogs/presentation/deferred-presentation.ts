import { deferred } from '../../ui/deferred';

export const Presentation = deferred(async () => (await import('./Presentation')).Presentation);
