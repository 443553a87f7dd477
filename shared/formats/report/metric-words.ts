import type { TargetFigures } from '../../analysis/analysis';
import {
  formatAvailability,
  formatBytes,
  formatCount,
  formatFactor,
  formatMs,
  formatRate,
  formatRatio,
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
  completionMeanMs: 'mean completion',
  completionP50Ms: 'p50 completion',
  completionP95Ms: 'p95 completion',
  completionP99Ms: 'p99 completion',
  timeoutShare: 'timeouts',
  maxUtilization: 'utilization',
  utilization: 'utilization',
  servers: 'servers',
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
  usdPerMillionRequests: 'cost of a million requests',
  memoryUtilization: 'memory',
};

/** The short name of a metric that a target can be set on. */
export const metricTitle = (metric: string): string => own(titles, metric) ?? metric;

const perSecond = (value: number, language: Language): string =>
  inLanguage(language, '{bytes}/s', { bytes: { bytes: value } });
const perDay = (value: number, language: Language): string =>
  inLanguage(language, '{bytes} a day', { bytes: { bytes: value } });

/** Formats of the figures whose names do not end in a unit; any other figure is a share. */
const formats: Readonly<Record<string, (value: number, language: Language) => string>> = {
  availability: (value, { numbers }) => formatAvailability(value, numbers),
  headroom: (value, { numbers }) => formatFactor(value, numbers),
  saturationLoad: (value, { numbers }) => formatFactor(value, numbers),
  plannedLoad: (value, { numbers }) => formatFactor(value, numbers),
  kneeLoad: (value, { numbers }) => formatFactor(value, numbers),
  servers: (value, { numbers }) => formatCount(value, numbers),
  visits: (value, { numbers }) => formatCount(value, numbers),
  apdex: (value, { numbers }) => formatRatio(value, numbers),
  // A price, not a cost a month.
  usdPerMillionRequests: (value, language) =>
    inLanguage(language, '{count} US dollars', { count: { count: value } }),
  rps: (value, { numbers }) => formatRate(value, numbers),
  bytesPerSecond: perSecond,
  bytesInPerSecond: perSecond,
  bytesOutPerSecond: perSecond,
  bytesInPerDay: perDay,
  bytesOutPerDay: perDay,
  storedBytesPerDay: perDay,
  storedBytesPerYear: (value, language) =>
    inLanguage(language, '{bytes} a year', { bytes: { bytes: value } }),
  readsPerWrite: (value, { numbers }) => formatCount(value, numbers),
  connections: (value, { numbers }) => formatCount(value, numbers),
  inProgress: (value, { numbers }) => formatCount(value, numbers),
  inFlight: (value, { numbers }) => formatCount(value, numbers),
};

/** A value of a metric with its unit; the metric's name says which. */
export function metricText(metric: string, value: number, language: Language = english): string {
  const { numbers } = language;
  if (metric.endsWith('Ms')) return formatMs(value, numbers);
  if (metric.endsWith('Seconds')) return formatSeconds(value, numbers);
  if (metric.endsWith('Usd')) return formatUsd(value, numbers);
  if (metric.endsWith('Rps')) return formatRate(value, numbers);
  if (metric.endsWith('Bytes')) return formatBytes(value, numbers);
  return own(formats, metric)?.(value, language) ?? formatShare(value, numbers);
}

/** Of a nested figure, the name that determines its unit: of `flows.redirect.p99Ms` the last, of `visits.redirect` the first. */
function unitOf(metric: string): string {
  const names = metric.split('.');
  if (names[0] === 'budget') return 'meanMs';
  return (names[0] === 'visits' ? names[0] : names.at(-1)) ?? metric;
}

/** A figure with its unit, by the name that `explain` gives it. */
export const figureText = (metric: string, value: number, language: Language = english): string =>
  metricText(unitOf(metric), value, language);

/** 'p99 79 ms of 100 ms, met'. */
export function targetWords(
  { metric, target, actual, met }: TargetFigures,
  language: Language = english,
): string {
  const reached = actual === null ? noFigure : metricText(metric, actual, language);
  // A target is printed as it was set, a computed availability with as many nines as the model supports.
  const wanted =
    metric === 'availability' ? formatShare(target, language.numbers) : metricText(metric, target, language);
  const values = { metric: words(metricTitle(metric)), reached, target: wanted };
  return met
    ? inLanguage(language, '{metric} {reached} of {target}, met', values)
    : inLanguage(language, '{metric} {reached} of {target}, missed', values);
}

/** Every target and whether it is met, separated by semicolons; '' without targets. */
export const targetsWords = (targets: readonly TargetFigures[], language: Language = english): string =>
  targets
    .map((target) => targetWords(target, language))
    .reduce((all, next) => (all === '' ? next : inLanguage(language, '{all}; {next}', { all, next })), '');
