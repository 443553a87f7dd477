import type { FlowFigures, TargetFigures } from '../analysis/analysis';

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
