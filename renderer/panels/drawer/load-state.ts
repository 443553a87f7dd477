import type { LoadState } from '../../../shared/diagram/load-state';
import { factorText, percentText } from '../../words/figures';
import { t } from '../../words/t';

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
