import type { Box } from '../model/schema';
import { spatialIndex } from './spatial-index';
import type { Work } from './work';

/** The long runs of the lines planned so far. */
export interface TakenRuns {
  readonly add: (run: Box) => void;
  readonly some: (area: Box, test: (found: Box) => boolean) => boolean;
}

const covers = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/**
 * Level runs and upright ones apart, in cells as thin as they are: many lie beside each other, of which a question wants one.
 * A run that lies wholly on another is not kept, for whatever meets it meets the other.
 */
export function takenRuns(work: Work): TakenRuns {
  const level = spatialIndex(640, 24, work);
  const upright = spatialIndex(24, 640, work);
  return {
    add(run) {
      const index = run.width >= run.height ? level : upright;
      if (!index.some(run, (found) => covers(found, run))) index.add(run);
    },
    some: (area, test) => level.some(area, test) || upright.some(area, test),
  };
}
