import type { LatestAvailabilities } from './availability/known-flows';
import type { LatestPercentiles } from './known-times';
import { noVisits, type VisitMemory } from './known-traffics';

/** What one analysis leaves for the next: each part is taken over only where all that it follows from is the same. */
export interface AnalysisMemory extends VisitMemory {
  readonly percentiles: LatestPercentiles;
  readonly availabilities: LatestAvailabilities;
}

export const emptyMemory = (): AnalysisMemory => ({
  ...noVisits(),
  percentiles: { found: null },
  availabilities: { found: null },
});
