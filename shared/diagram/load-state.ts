/** calm below its planned limit, high from there on, saturated where arrivals exceed its capacity. */
export type LoadState = 'calm' | 'high' | 'saturated';

export function loadStateOf(utilization: number, limit: number, saturated: boolean): LoadState {
  if (saturated || utilization >= 1) return 'saturated';
  return utilization >= limit ? 'high' : 'calm';
}
