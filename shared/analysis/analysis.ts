import type { LayerId } from '../model/vocabulary';

/**
 * The result of `analyze()`, and the JSON that `analyze --json` prints. Units are in the names; a number that does
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
 * figures are worked out on one coarse grid, or with draws taken for independent, or not at all. `asynchronous`: it sets
 * off what it does not wait for, which bears on its completion alone.
 */
export type Approximation =
  | 'parallel'
  | 'repeated-visits'
  | 'loop'
  | 'general-service'
  | 'round-robin'
  | 'replicated'
  | 'asynchronous'
  | 'places'
  | 'budget';

export interface TargetFigures {
  readonly metric: string;
  readonly target: number;
  readonly actual: number | null;
  readonly met: boolean;
}

/** US dollars a month, by what is paid for. */
export interface NodeCost {
  readonly serversUsd: number;
  /** What is kept after `workload.costMonths`. */
  readonly storageUsd: number;
  readonly requestsUsd: number;
  /** Answers that are sent to the internet. */
  readonly egressUsd: number;
  /** Calls across zones and regions, paid by the caller. */
  readonly networkUsd: number;
  /** true: it is billed by the request, and neither the catalog nor the design has the price. */
  readonly unpriced: boolean;
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
  /**
   * Until all that a request set off is done, asynchronous calls and deliveries of buffers included; its own times where there are
   * none. null where any of it is saturated.
   */
  readonly completionMeanMs: number | null;
  readonly completionP50Ms: number | null;
  readonly completionP95Ms: number | null;
  readonly completionP99Ms: number | null;
  readonly overlapMs: number | null;
  readonly apdex: number | null;
  readonly approximate: readonly Approximation[];
  readonly availability: number | null;
  /** null where nothing on its way can saturate. */
  readonly maxRateRps: number | null;
  readonly bottleneck: string | null;
  readonly targets: readonly TargetFigures[];
  readonly budget: readonly BudgetShare[];
  /** null where it has no requests. */
  readonly usdPerMillionRequests: number | null;
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
  /** What its capacity is that of: its servers' work, its places, its network, connections that it holds, or a rate limit. */
  readonly limitedBy: 'work' | 'places' | 'bandwidth' | 'connections' | 'limit' | null;
  readonly utilization: number | null;
  /** Of the places for requests in progress; null where nothing limits them, or it is not known how long they are held. */
  readonly placesUtilization: number | null;
  /** The callee because of which nothing is known of how long its places are held, or because of which they run out. */
  readonly heldUpBy: string | null;
  /** Mean time that a request is in progress, from acceptance to answer, and how many are. */
  readonly heldMs: number | null;
  readonly inFlight: number | null;
  /** Of the connections that its servers can hold open; null where nothing limits them. */
  readonly connectionsUtilization: number | null;
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
  readonly cost: NodeCost | null;
  readonly storageBytes: number | null;
  /** Of a store in memory: what it keeps ÷ the memory of its servers. */
  readonly memoryUtilization: number | null;
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
  /**
   * The share of its calls that take longer than `timeoutMs`, 0 where it carries nothing; null where it has none, or where
   * what is called is saturated.
   */
  readonly timeoutShare: number | null;
}

export interface TotalFigures {
  readonly availability: number | null;
  readonly rpoSeconds: number | null;
  readonly rtoSeconds: number | null;
  readonly monthlyCostUsd: number | null;
  /** Sums of those of the nodes; `unpriced` where one of them is. */
  readonly cost: NodeCost | null;
  readonly storageBytes: number | null;
  readonly servers: number | null;
  readonly estimates: Estimates;
  readonly targets: readonly TargetFigures[];
}

/** Figures of the whole design that a capacity plan begins with: rates, bytes, what is kept, what is held. */
export interface Estimates {
  /** On average over the day: peak ÷ peak factor. */
  readonly averageReadRps: number;
  readonly averageWriteRps: number;
  readonly peakReadRps: number;
  readonly peakWriteRps: number;
  /** null where nothing is written. */
  readonly readsPerWrite: number | null;
  /** From clients, and to them: at peak a second, on average a day. */
  readonly bytesInPerSecond: number;
  readonly bytesOutPerSecond: number;
  readonly bytesInPerDay: number;
  readonly bytesOutPerDay: number;
  /** What stores add, one copy without indexes and overhead. */
  readonly storedBytesPerDay: number;
  readonly storedBytesPerYear: number;
  /** What stores keep at their retention, one copy without overhead; null where one has no retention. */
  readonly storedRawBytes: number | null;
  /** The same in all copies and with overhead. */
  readonly storedBytes: number | null;
  readonly cacheMemoryBytes: number;
  /** That clients hold open at peak. */
  readonly connections: number;
  /** Requests that are begun and not yet answered, at peak; null where a flow is saturated. */
  readonly inProgress: number | null;
  readonly servers: number;
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
  /** false leaves every percentile (apdex, completion and shares of timeouts too) null: the first, fast answer of the worker. */
  readonly percentiles?: boolean;
  /** false leaves the greatest rate and the bottleneck of each flow null: their search solves the loads over and over. */
  readonly limits?: boolean;
}

export type AnalysisResult =
  | { readonly ok: true; readonly analysis: Analysis }
  | { readonly ok: false; readonly errors: readonly AnalysisError[] };
