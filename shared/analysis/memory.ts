import type { BasisMemory } from './basis';
import type { LatestPercentiles } from './known-times';
import { noVisits } from './known-traffics';

/** What one analysis leaves for the next: each part is taken over only where all that it follows from is the same. */
export interface AnalysisMemory extends BasisMemory {
  readonly percentiles: LatestPercentiles;
}

export const emptyMemory = (): AnalysisMemory => ({
  ...noVisits(),
  percentiles: { found: null },
  availabilities: { found: null },
  basis: { found: null },
});
