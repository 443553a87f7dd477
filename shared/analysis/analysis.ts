import type { LayerId } from '../model/vocabulary';

/**
 * The result of `analyze()`, and the JSON that `analyze --json` prints. Units stand in the names; a number that does
 * not exist, such as the latency of a saturated flow, is null.
 */
export interface Analysis {
  readonly design: { readonly id: string; readonly name: string };
  readonly load: number;
  readonly flows: readonly FlowFigures[];
  readonly layers: readonly LayerFigures[];
  readonly hops: readonly HopFigures[];
  readonly nodes: readonly NodeFigures[];
  readonly edges: readonly EdgeFigures[];
  readonly totals: TotalFigures;
}

/**
 * Why a flow's percentiles are outside the error bound of a plain network of queues. `budget`: it is so large that some of its
 * figures are worked out on one coarse grid, or with draws taken for independent, or not at all.
 */
export type Approximation =
  | 'parallel'
  | 'repeated-visits'
  | 'loop'
  | 'general-service'
  | 'round-robin'
  | 'replicated'
  | 'budget';

export interface TargetFigures {
  readonly metric: string;
  readonly target: number;
  readonly actual: number | null;
  readonly met: boolean;
}

/** What a part takes of the flow's mean: synchronous visits × mean of a node, or × round trip of an edge. */
export type BudgetShare =
  | { readonly node: string; readonly meanMs: number | null }
  | { readonly edge: string; readonly meanMs: number | null };

export interface FlowFigures {
  readonly id: string;
  readonly rateRps: number;
  readonly saturated: boolean;
  readonly servedShare: number;
  readonly goodputRps: number;
  readonly meanMs: number | null;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly p999Ms: number | null;
  readonly overlapMs: number | null;
  readonly apdex: number | null;
  readonly approximate: readonly Approximation[];
  readonly availability: number | null;
  /** null where nothing on its way can saturate. */
  readonly maxRateRps: number | null;
  readonly bottleneck: string | null;
  readonly targets: readonly TargetFigures[];
  readonly budget: readonly BudgetShare[];
}

export interface LayerFigures {
  readonly id: LayerId;
  readonly offeredRps: number | null;
  readonly capacityRps: number | null;
  readonly headroom: number | null;
  readonly utilization: number | null;
  readonly busiest: string | null;
  readonly availability: number | null;
  readonly servers: number | null;
  readonly monthlyCostUsd: number | null;
  readonly storageBytes: number | null;
  readonly flows: Readonly<Record<string, { readonly meanMs: number | null; readonly p99Ms: number | null }>>;
  readonly targets: readonly TargetFigures[];
}

export interface HopFigures {
  readonly from: LayerId;
  readonly to: LayerId;
  readonly rps: number;
  readonly flows: Readonly<Record<string, { readonly meanMs: number }>>;
}

export interface NodeFigures {
  readonly id: string;
  readonly offeredRps: number | null;
  readonly carriedRps: number | null;
  readonly capacityRps: number | null;
  readonly utilization: number | null;
  readonly saturated: boolean;
  readonly refused: number;
  readonly waitProbability: number | null;
  readonly waitMs: number | null;
  readonly meanMs: number | null;
  readonly p50Ms: number | null;
  readonly p95Ms: number | null;
  readonly p99Ms: number | null;
  readonly p999Ms: number | null;
  readonly withCallsMeanMs: number | null;
  readonly withCallsP99Ms: number | null;
  readonly availability: number | null;
  readonly servers: number | null;
  readonly monthlyCostUsd: number | null;
  readonly storageBytes: number | null;
  readonly rpoSeconds: number | null;
  readonly rtoSeconds: number | null;
  readonly visits: Readonly<Record<string, number>>;
  readonly targets: readonly TargetFigures[];
}

export interface EdgeFigures {
  readonly id: string;
  readonly rps: number;
  readonly bytesPerSecond: number;
  readonly rttMs: number;
}

export interface TotalFigures {
  readonly availability: number | null;
  readonly rpoSeconds: number | null;
  readonly rtoSeconds: number | null;
  readonly monthlyCostUsd: number | null;
  readonly storageBytes: number | null;
  readonly servers: number | null;
  readonly targets: readonly TargetFigures[];
}

/** Why a design has no figures: a loop that gains, weights that sum to nothing, a miss before its cache. */
export interface AnalysisError {
  readonly key: 'gain' | 'weights' | 'miss-order' | 'miss-flow';
  readonly values: Readonly<Record<string, string | number>>;
  /** Ids of the nodes and edges that are to be fixed. */
  readonly targets: readonly string[];
}

export interface AnalyzeOptions {
  /** Factor on every flow's rate. */
  readonly load?: number;
  /** false leaves every percentile (and apdex) null: the first, fast answer of the worker. */
  readonly percentiles?: boolean;
}

export type AnalysisResult =
  | { readonly ok: true; readonly analysis: Analysis }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };
