import type { Estimates } from '../../shared/analysis/analysis';

/** Estimates of a design without flows and parts. */
export const noEstimates: Estimates = {
  averageReadRps: 0,
  averageWriteRps: 0,
  peakReadRps: 0,
  peakWriteRps: 0,
  readsPerWrite: null,
  bytesInPerSecond: 0,
  bytesOutPerSecond: 0,
  bytesInPerDay: 0,
  bytesOutPerDay: 0,
  storedBytesPerDay: 0,
  storedBytesPerYear: 0,
  storedRawBytes: 0,
  storedBytes: 0,
  cacheMemoryBytes: 0,
  connections: 0,
  inProgress: 0,
  servers: 0,
};
