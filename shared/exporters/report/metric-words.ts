import type { TargetFigures } from '../../analysis/analysis';
import {
  formatAvailability,
  formatFactor,
  formatMs,
  formatSeconds,
  formatShare,
  formatUsd,
  noFigure,
} from '../../math/format';

const titles: Readonly<Record<string, string>> = {
  meanMs: 'mean',
  p50Ms: 'p50',
  p95Ms: 'p95',
  p99Ms: 'p99',
  p999Ms: 'p99.9',
  withCallsMeanMs: 'mean with calls',
  withCallsP99Ms: 'p99 with calls',
  maxUtilization: 'utilization',
  availability: 'availability',
  headroom: 'headroom',
  monthlyCostUsd: 'cost',
  rpoSeconds: 'data loss (RPO)',
  rtoSeconds: 'recovery (RTO)',
  consistency: 'consistency',
};

/** The short name of a metric that a target can be set on. */
export const metricTitle = (metric: string): string => titles[metric] ?? metric;

/** A value of a metric with its unit; the metric's name tells which. */
export function metricText(metric: string, value: number): string {
  if (metric.endsWith('Ms')) return formatMs(value);
  if (metric.endsWith('Seconds')) return formatSeconds(value);
  if (metric.endsWith('Usd')) return formatUsd(value);
  if (metric === 'availability') return formatAvailability(value);
  return metric === 'headroom' ? formatFactor(value) : formatShare(value);
}

/** 'p99 79 ms of 100 ms, met'. */
export function targetWords({ metric, target, actual, met }: TargetFigures): string {
  const reached = actual === null ? noFigure : metricText(metric, actual);
  return `${metricTitle(metric)} ${reached} of ${metricText(metric, target)}, ${met ? 'met' : 'missed'}`;
}

/** Every target with its verdict, parted by semicolons; '' where there is none. */
export const targetsWords = (targets: readonly TargetFigures[]): string =>
  targets.map(targetWords).join('; ');
