import type { Approximation, FlowFigures } from '../../shared/analysis/analysis';
import { listed, t } from '../words/t';

function reason(approximation: Approximation): string {
  switch (approximation) {
    case 'parallel':
      return t('calls side by side');
    case 'repeated-visits':
      return t('a part visited more than once');
    case 'loop':
      return t('a loop');
    case 'general-service':
      return t('service times that are not exponential');
    case 'round-robin':
      return t('turns taken by round-robin');
    case 'replicated':
      return t('answers of several replicas');
    case 'budget':
      return t('a flow too large to be worked out in full');
  }
}

/** Why the percentiles of a flow are rougher than those of a plain network of queues, as a sentence; nothing where they are not. */
export function approximationWords(flow: FlowFigures): readonly string[] {
  if (flow.approximate.length === 0 || flow.meanMs === null) return [];
  return [t('Percentiles are approximate: {reasons}.', { reasons: listed(flow.approximate.map(reason)) })];
}
