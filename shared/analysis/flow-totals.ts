import type { FlowFigures } from './analysis';

/** What all flows together offer and get. */
export interface FlowTotals {
  /** Requests a second that all flows offer. */
  readonly rateRps: number;
  /** Those of them that are served. */
  readonly goodputRps: number;
  /** Of all requests, 0..1; 1 where none are offered. */
  readonly servedShare: number;
}

/** The sums over the flows of a design; null where it has none. */
export function flowTotals(flows: readonly FlowFigures[]): FlowTotals | null {
  if (flows.length === 0) return null;
  const rateRps = flows.reduce((sum, flow) => sum + flow.rateRps, 0);
  const goodputRps = flows.reduce((sum, flow) => sum + flow.goodputRps, 0);
  return { rateRps, goodputRps, servedShare: rateRps === 0 ? 1 : goodputRps / rateRps };
}
