import type { Approximation, FlowFigures } from '../../shared/analysis/analysis';
import { listed, t } from '../words/t';

function reason(approximation: Approximation): string {
  switch (approximation) {
    case 'parallel':
      return t('parallel calls');
    case 'repeated-visits':
      return t('repeated visits to a component');
    case 'loop':
      return t('a loop');
    case 'general-service':
      return t('service times that are not exponential');
    case 'round-robin':
      return t('round-robin load balancing');
    case 'replicated':
      return t('waits for several replicas');
    case 'asynchronous':
      return t('asynchronous calls (completion only)');
    case 'places':
      return t('waits for a place in progress');
    case 'budget':
      return t('a flow too large to be computed in full');
  }
}

/** Why the percentiles of a flow are approximate, as a sentence; nothing where they are exact. */
export function approximationWords(flow: FlowFigures): readonly string[] {
  if (flow.approximate.length === 0 || flow.meanMs === null) return [];
  return [t('Percentiles are approximate: {reasons}.', { reasons: listed(flow.approximate.map(reason)) })];
}

/** Why one figure is approximate. */
export const approximateWords = (reasons: readonly Approximation[]): string =>
  t('Approximate: {reasons}.', { reasons: listed(reasons.map(reason)) });
