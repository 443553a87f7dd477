import { t } from '../words/t';

/** The latency figures in the order in which tables and forms show them. */
export const latencyMetrics = ['meanMs', 'p50Ms', 'p95Ms', 'p99Ms', 'p999Ms'] as const;
export type LatencyMetric = (typeof latencyMetrics)[number];

/** Of a flow, until all that a request set off is done: the figures, and those of them that have targets. */
export const completionMetrics = [
  'completionMeanMs',
  'completionP50Ms',
  'completionP95Ms',
  'completionP99Ms',
] as const;
/** The figure of the answer alone. */
export const ownMetric = {
  completionMeanMs: 'meanMs',
  completionP50Ms: 'p50Ms',
  completionP95Ms: 'p95Ms',
  completionP99Ms: 'p99Ms',
} as const;
export const completionTargets = ['completionMeanMs', 'completionP99Ms'] as const;

/** The short name of a metric that a target can be set on. */
export function metricTitle(metric: string): string {
  switch (metric) {
    case 'meanMs':
      return t('mean');
    case 'p50Ms':
      return 'p50';
    case 'p95Ms':
      return 'p95';
    case 'p99Ms':
      return 'p99';
    case 'p999Ms':
      return 'p99.9';
    case 'withCallsMeanMs':
      return t('mean with calls');
    case 'withCallsP99Ms':
      return t('p99 with calls');
    case 'completionMeanMs':
      return t('mean completion');
    case 'completionP50Ms':
      return t('p50 completion');
    case 'completionP95Ms':
      return t('p95 completion');
    case 'completionP99Ms':
      return t('p99 completion');
    case 'monthlyCostUsd':
      return t('cost a month');
    case 'rpoSeconds':
      return t('RPO');
    case 'rtoSeconds':
      return t('RTO');
    case 'utilization':
    case 'maxUtilization':
      return t('utilization');
    case 'availability':
      return t('availability');
    case 'headroom':
      return t('headroom');
    default:
      return metric;
  }
}
