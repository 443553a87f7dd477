import type { TargetFigures } from '../../analysis/analysis';
import {
  formatAvailability,
  formatBytes,
  formatCount,
  formatFactor,
  formatMs,
  formatRate,
  formatSeconds,
  formatShare,
  formatUsd,
  noFigure,
} from '../../math/format';
import { inLanguage } from '../../math/format-message';
import { english, type Language } from '../../math/language';
import { words } from '../../math/message';
import { own } from '../../model/own';

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
  rateRps: 'rate',
  servedShare: 'served',
  maxRateRps: 'at most',
  offeredRps: 'offered',
  capacityRps: 'capacity',
  storageBytes: 'storage',
};

/** The short name of a metric that a target can be set on. */
export const metricTitle = (metric: string): string => own(titles, metric) ?? metric;

/** Formats of the figures whose names do not end in a unit; any other figure is a share. */
const formats: Readonly<Record<string, (value: number) => string>> = {
  availability: formatAvailability,
  headroom: formatFactor,
  servers: formatCount,
  visits: formatCount,
  apdex: (value) => value.toFixed(2),
  rps: (value) => formatRate(value),
  bytesPerSecond: (value) => `${formatBytes(value)}/s`,
};

/** A value of a metric with its unit; the metric's name says which. */
export function metricText(metric: string, value: number): string {
  if (metric.endsWith('Ms')) return formatMs(value);
  if (metric.endsWith('Seconds')) return formatSeconds(value);
  if (metric.endsWith('Usd')) return formatUsd(value);
  if (metric.endsWith('Rps')) return formatRate(value);
  if (metric.endsWith('Bytes')) return formatBytes(value);
  return (own(formats, metric) ?? formatShare)(value);
}

/** 'p99 79 ms of 100 ms, met'. */
export function targetWords(
  { metric, target, actual, met }: TargetFigures,
  language: Language = english,
): string {
  const reached = actual === null ? noFigure : metricText(metric, actual);
  // A target is printed as it was set, a computed availability with as many nines as the model supports.
  const wanted = metric === 'availability' ? formatShare(target) : metricText(metric, target);
  const values = { metric: words(metricTitle(metric)), reached, target: wanted };
  return met
    ? inLanguage(language, '{metric} {reached} of {target}, met', values)
    : inLanguage(language, '{metric} {reached} of {target}, missed', values);
}

/** Every target and whether it is met, separated by semicolons; '' without targets. */
export const targetsWords = (targets: readonly TargetFigures[]): string =>
  targets.map((target) => targetWords(target)).join('; ');
