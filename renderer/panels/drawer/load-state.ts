import { factorText, percentText } from '../../words/figures';
import { t } from '../../words/t';

/** calm below its planned limit, high from there on, saturated where arrivals exceed its capacity. */
export type LoadState = 'calm' | 'high' | 'saturated';

export function loadStateOf(utilization: number, limit: number, saturated: boolean): LoadState {
  if (saturated || utilization >= 1) return 'saturated';
  return utilization >= limit ? 'high' : 'calm';
}

/** The utilization, or '6.5 × over' where it is saturated and that is known. */
export function loadWords(
  utilization: number,
  state: LoadState,
  offeredRps: number | null,
  capacityRps: number | null,
): string {
  if (state !== 'saturated') return percentText(utilization);
  const factor =
    offeredRps !== null && capacityRps !== null && capacityRps > 0 ? offeredRps / capacityRps : utilization;
  return factor > 1.005 ? t('{factor} over', { factor: factorText(factor) }) : t('saturated');
}
