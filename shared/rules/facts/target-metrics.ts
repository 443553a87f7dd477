import { words } from '../../math/message';
import type { Quantities } from '../../math/quantity';

/** The latency targets that flows, nodes, layers and the design can carry, as a sentence calls them. */
export const latencyMetricNames = {
  meanMs: 'mean',
  p50Ms: 'p50',
  p95Ms: 'p95',
  p99Ms: 'p99',
  p999Ms: 'p99.9',
  withCallsMeanMs: 'mean with calls',
  withCallsP99Ms: 'p99 with calls',
  completionMeanMs: 'mean completion',
  completionP99Ms: 'p99 completion',
} as const;

export type LatencyMetric = keyof typeof latencyMetricNames;
export const latencyMetrics = Object.keys(latencyMetricNames) as readonly LatencyMetric[];
export type LatencyTargets = { readonly [M in LatencyMetric]?: number };

/** Two targets of which the first can never be the longer one. */
export interface Order {
  readonly shorter: LatencyMetric;
  readonly longer: LatencyMetric;
}

/**
 * Percentiles rise with their share; a part's own time is within its time with calls, and the answer within the completion. A mean beyond the p99 needs one request in a
 * hundred to take longer than all the others together, which no station of this model does.
 */
export const orders: readonly Order[] = [
  ...ascending(['p50Ms', 'p95Ms', 'p99Ms', 'p999Ms']),
  ...ascending(['meanMs', 'p99Ms', 'p999Ms']).slice(0, 2),
  { shorter: 'meanMs', longer: 'withCallsMeanMs' },
  { shorter: 'p99Ms', longer: 'withCallsP99Ms' },
  { shorter: 'meanMs', longer: 'withCallsP99Ms' },
  { shorter: 'withCallsMeanMs', longer: 'withCallsP99Ms' },
  { shorter: 'meanMs', longer: 'completionMeanMs' },
  { shorter: 'p99Ms', longer: 'completionP99Ms' },
];

function ascending(metrics: readonly LatencyMetric[]): readonly Order[] {
  return metrics.flatMap((shorter, i) => metrics.slice(i + 1).map((longer) => ({ shorter, longer })));
}

/** One pair of targets in the wrong order. */
export interface Disorder extends Order {
  readonly shorterMs: number;
  readonly longerMs: number;
}

/** The pairs of targets that are in the wrong order. */
export function disordersOf(targets: LatencyTargets): readonly Disorder[] {
  const found: Disorder[] = [];
  for (const order of orders) {
    const shorterMs = targets[order.shorter];
    const longerMs = targets[order.longer];
    if (shorterMs !== undefined && longerMs !== undefined && shorterMs > longerMs)
      found.push({ ...order, shorterMs, longerMs });
  }
  return found;
}

/** The targets with which none of the pairs is in the wrong order any more: the looser ones made as tight as the tightest. */
export function ordered(disorders: readonly Disorder[]): { [M in LatencyMetric]?: number } {
  const patch: { [M in LatencyMetric]?: number } = {};
  for (const { shorter, longerMs } of disorders)
    patch[shorter] = Math.min(patch[shorter] ?? longerMs, longerMs);
  return patch;
}

/** A pair in words and figures. */
export const disorderValues = ({ shorter, longer, shorterMs, longerMs }: Disorder): Quantities => ({
  shorter: words(latencyMetricNames[shorter]),
  longer: words(latencyMetricNames[longer]),
  shorterMs: { ms: shorterMs },
  longerMs: { ms: longerMs },
});
