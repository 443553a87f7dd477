import { deferred } from '../../ui/deferred';

/** Used by few, and seldom. */
export const EditProblemDialog = deferred(
  async () => (await import('./MakeProblemDialog')).EditProblemDialog,
);

export const MakeProblemDialog = deferred(
  async () => (await import('./MakeProblemDialog')).MakeProblemDialog,
);
