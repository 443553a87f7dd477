import { deferred } from '../../ui/deferred';

/** Used by few, and seldom. */
export const MakeProblemDialog = deferred(
  async () => (await import('./MakeProblemDialog')).MakeProblemDialog,
);
