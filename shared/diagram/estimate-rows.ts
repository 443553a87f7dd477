import type { Estimates } from '../analysis/analysis';

type Measure = 'rps' | 'bytes' | 'count';

/** A figure of the estimates as tables show it; null where it does not exist. */
export interface EstimateRow {
  readonly id: keyof Estimates;
  readonly title: string;
  readonly of: { readonly rps: number } | { readonly bytes: number } | { readonly count: number } | null;
}

const rows: readonly { readonly id: keyof Estimates; readonly title: string; readonly unit: Measure }[] = [
  { id: 'averageReadRps', title: 'Reads on average', unit: 'rps' },
  { id: 'averageWriteRps', title: 'Writes on average', unit: 'rps' },
  { id: 'peakReadRps', title: 'Reads at peak', unit: 'rps' },
  { id: 'peakWriteRps', title: 'Writes at peak', unit: 'rps' },
  { id: 'readsPerWrite', title: 'Reads per write', unit: 'count' },
  { id: 'bytesInPerSecond', title: 'Data in per second, at peak', unit: 'bytes' },
  { id: 'bytesOutPerSecond', title: 'Data out per second, at peak', unit: 'bytes' },
  { id: 'bytesInPerDay', title: 'Data in per day', unit: 'bytes' },
  { id: 'bytesOutPerDay', title: 'Data out per day', unit: 'bytes' },
  { id: 'storedBytesPerDay', title: 'Stored per day, one copy', unit: 'bytes' },
  { id: 'storedBytesPerYear', title: 'Stored per year, one copy', unit: 'bytes' },
  { id: 'storedRawBytes', title: 'Stored at retention, one copy', unit: 'bytes' },
  { id: 'storedBytes', title: 'Stored at retention, all copies', unit: 'bytes' },
  { id: 'cacheMemoryBytes', title: 'Memory of caches', unit: 'bytes' },
  { id: 'connections', title: 'Client connections', unit: 'count' },
  { id: 'inProgress', title: 'Requests in progress', unit: 'count' },
  { id: 'servers', title: 'Servers', unit: 'count' },
];

/** What each estimate is called. */
export const estimateTitles: Readonly<Record<string, string>> = Object.fromEntries(
  rows.map(({ id, title }) => [id, title]),
);

/** The estimates in the order in which they are shown. */
export const estimateRows = (estimates: Estimates): readonly EstimateRow[] =>
  rows.map(({ id, title, unit }) => ({ id, title, of: measured(estimates[id], unit) }));

function measured(value: number | null, unit: Measure): EstimateRow['of'] {
  if (value === null) return null;
  if (unit === 'rps') return { rps: value };
  return unit === 'bytes' ? { bytes: value } : { count: value };
}
