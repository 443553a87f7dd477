import type { Workload } from '../../model/schema';
import { type StationLoad, sizeStation } from './size-station';

/** Below this a pool for the peak costs less than the care that scaling takes. */
const highPeak = 3;

export const isHighPeak = (peakFactor: number): boolean => peakFactor >= highPeak;

/**
 * The fewest servers that a pool for a high peak needs at the average rate, one of them lost; null where the peak is not high or the
 * pool would be no smaller.
 */
export function fewestAtAverage(
  { peakFactor = 1 }: Workload,
  load: StationLoad,
  peak: number,
): number | null {
  if (!isHighPeak(peakFactor) || load.utilization >= 1) return null;
  const least = sizeStation({ ...load, utilization: load.utilization / peakFactor });
  return least === null || least >= peak ? null : least;
}
