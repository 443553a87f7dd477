import type { FlowFigures, TargetFigures } from '../../shared/analysis/analysis';
import { t } from '../words/t';

/** The latency figures in the order in which tables and forms show them. */
export const latencyMetrics = ['meanMs', 'p50Ms', 'p95Ms', 'p99Ms', 'p999Ms'] as const;
export type LatencyMetric = (typeof latencyMetrics)[number];

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

const isLatency = (target: TargetFigures): boolean => target.metric.endsWith('Ms');

/** The latency targets of a flow that have a verdict: percentiles that are still being worked out have none. */
export function judgedTargets(flow: FlowFigures): readonly TargetFigures[] {
  return flow.targets.filter(
    (target) => isLatency(target) && (target.actual !== null || flow.meanMs === null),
  );
}

/** How much of its tightest latency target a flow uses; over 1 it misses it, unbounded where it is saturated, null without targets. */
export function targetUse(flow: FlowFigures): number | null {
  const uses = judgedTargets(flow).map(({ actual, target }) =>
    actual === null ? Number.POSITIVE_INFINITY : actual / Math.max(target, 1e-9),
  );
  return uses.length === 0 ? null : Math.max(...uses);
}

/** The flow closest to its target, or beyond it; among flows without targets the slowest. */
export function nearestFlow(flows: readonly FlowFigures[]): FlowFigures | null {
  const rank = (flow: FlowFigures): number =>
    flow.meanMs === null ? Number.POSITIVE_INFINITY : (targetUse(flow) ?? -1);
  const slowness = (flow: FlowFigures): number => flow.p99Ms ?? flow.meanMs ?? 0;
  return flows.reduce<FlowFigures | null>((best, flow) => {
    if (best === null) return flow;
    const lead = rank(flow) === rank(best) ? slowness(flow) - slowness(best) : rank(flow) - rank(best);
    return lead > 0 ? flow : best;
  }, null);
}
