import type { Workload } from './schema';

const secondsPerDay = 86_400;

/**
 * Peak rate (requests a second) of a share of the workload:
 * dailyActiveUsers × requestsPerUserPerDay ÷ 86 400 × peakFactor (1 where absent) × share.
 * `null` where the workload lacks one of the first two.
 */
export function rateOfShare(workload: Workload | undefined, share: number): number | null {
  const { dailyActiveUsers, requestsPerUserPerDay, peakFactor = 1 } = workload ?? {};
  if (dailyActiveUsers === undefined || requestsPerUserPerDay === undefined) return null;
  return ((dailyActiveUsers * requestsPerUserPerDay) / secondsPerDay) * peakFactor * share;
}
