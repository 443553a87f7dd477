import type { FigureChange, FigureKind } from './compare';

/** The figures by which a change is judged, by kind of part. */
const judged: Readonly<Record<FigureKind, readonly string[]>> = {
  totals: ['availability', 'rpoSeconds', 'rtoSeconds', 'monthlyCostUsd', 'storageBytes', 'servers'],
  flow: [
    'rateRps',
    'servedShare',
    'meanMs',
    'p50Ms',
    'p95Ms',
    'p99Ms',
    'p999Ms',
    'completionMeanMs',
    'completionP99Ms',
    'availability',
    'maxRateRps',
  ],
  layer: ['capacityRps', 'utilization', 'headroom'],
  hop: [],
  node: ['offeredRps', 'capacityRps', 'utilization', 'p99Ms', 'monthlyCostUsd'],
  edge: [],
};

/** Whether a change of completion is that of the flow's own latency, since it waits for all that it sets off. */
function isOwnLatency(
  { kind, part, metric, before, after }: FigureChange,
  all: readonly FigureChange[],
): boolean {
  const own = metric === 'completionMeanMs' ? 'meanMs' : metric === 'completionP99Ms' ? 'p99Ms' : null;
  return all.some(
    (of) =>
      of.kind === kind && of.part === part && of.metric === own && of.before === before && of.after === after,
  );
}

/** The changes by which a person judges what became of a design: each figure once, those of hops and calls left out. */
export const mainFigures = (changes: readonly FigureChange[]): readonly FigureChange[] =>
  changes.filter((change) => judged[change.kind].includes(change.metric) && !isOwnLatency(change, changes));

/** What of a metric is better: more or less of it; null where neither is, as of a rate. */
export function betterOf(metric: string): 'more' | 'less' | null {
  switch (metric) {
    case 'servedShare':
    case 'availability':
    case 'maxRateRps':
    case 'capacityRps':
    case 'headroom':
      return 'more';
    case 'utilization':
    case 'rpoSeconds':
    case 'rtoSeconds':
    case 'monthlyCostUsd':
      return 'less';
    default:
      return metric.endsWith('Ms') ? 'less' : null;
  }
}

/** How much of itself a figure grew by: 0.12 is 12 % more. Null where one of both does not exist, or the first is 0. */
export const relativeChange = ({ before, after }: Pick<FigureChange, 'before' | 'after'>): number | null =>
  before === null || after === null || before === 0 ? null : (after - before) / before;
