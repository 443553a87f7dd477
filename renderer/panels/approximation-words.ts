import type { FlowFigures } from '../../shared/analysis/analysis';
import { approximationTexts } from '../../shared/analysis/approximation-names';
import { listed, t } from '../words/t';

/** Why the percentiles of a flow are approximate, as a sentence; nothing where the model has no reason for it. */
export function approximationWords(flow: FlowFigures): readonly string[] {
  if (flow.approximate.length === 0 || flow.meanMs === null) return [];
  const reasons = listed(flow.approximate.map((of) => t(approximationTexts[of])));
  return [t('Percentiles are approximate: {reasons}.', { reasons })];
}
