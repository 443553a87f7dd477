import type { Config, ConfigField } from '../model/config';
import type { DesignTargets, FlowTargets, NodeTargets, Prices, System, Workload } from '../model/schema';
import type {
  Algorithm,
  Backoff,
  Behaviour,
  EdgeMode,
  FlowKind,
  GroupKind,
  LayerId,
  Network,
  Replication,
} from '../model/vocabulary';
import type { Kind, Source } from './kind';

/** Where a resolved value comes from: the document, a default of the catalog, or a derivation by a rule of the format. */
export type Basis =
  | { readonly kind: 'document' }
  | { readonly kind: 'default'; readonly source: Source; readonly range?: readonly [number, number] }
  | { readonly kind: 'derived'; readonly key: string };

/**
 * Configuration with every default filled in; null where a field has none and the document says nothing.
 * `concurrency`, `maxInFlight`, `bandwidthMbps`, `connectionsPerReplica` and `other.memoryBytes` are those of one server as it is scaled up (`scaleUp` is
 * multiplied in already); only the cost of a server is still to be multiplied by it.
 */
export interface ResolvedConfig {
  readonly replicas: number;
  readonly concurrency: number;
  /** ms a read and a write keep one unit of concurrency busy; both are `serviceMs` where the document says that alone. */
  readonly readMs: number;
  readonly writeMs: number;
  readonly cv: number;
  /** ms of its own that hold no unit of concurrency, and how they vary. */
  readonly delayMs: number;
  readonly delayCv: number;
  /** Share of the visits that take an exponential time of `slowMs` more. */
  readonly slowShare: number;
  readonly slowMs: number;
  /** Requests that one replica has in progress, from acceptance to answer; null: no limit. */
  readonly maxInFlight: number | null;
  /** Of the replicas, those that work only while others are down. */
  readonly standby: number;
  readonly queueLimit: number | null;
  readonly maxUtilization: number;
  readonly instanceAvailability: number;
  readonly multiZone: boolean;
  readonly bandwidthMbps: number | null;
  /** Its own rate limit and its provider's. */
  readonly rateLimitRps: number | null;
  readonly quotaRps: number | null;
  readonly connectionsPerReplica: number | null;
  readonly algorithm: Algorithm;
  readonly failover: boolean;
  readonly hotShare: number;
  readonly scaleUp: 0.25 | 0.5 | 1 | 2 | 4 | 8;
  readonly hitRate: number;
  readonly hitRates: Readonly<Record<string, number>>;
  readonly shards: number;
  readonly replicasPerShard: number;
  readonly replication: Replication;
  readonly readFrom: 'leader' | 'any';
  readonly readQuorum: number;
  readonly writeQuorum: number;
  readonly replicaRttMs: number;
  readonly scatter: boolean;
  /** The fields that sections 1 to 3 do not read, as the document or the kind gives them. */
  readonly other: Readonly<Partial<OtherConfig>>;
}

/** The fields that `ResolvedConfig` does not name. */
export type OtherConfig = Omit<Config, Exclude<keyof ResolvedConfig, 'other'>>;

export interface ResolvedNode {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Whether the document names it; if not, its name is the English title of its kind, shown by `nodeTitle`. */
  readonly named: boolean;
  readonly technology: string | null;
  readonly layer: LayerId;
  readonly behaviour: Behaviour;
  readonly group: string | null;
  /** Id of the innermost zone group, of the region group, it is in. */
  readonly zone: string | null;
  readonly region: string | null;
  readonly config: ResolvedConfig;
  /** The basis of every configuration field that has a value. */
  readonly basis: { readonly [F in ConfigField]?: Basis };
  readonly targets: NodeTargets;
}

export interface ResolvedEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly protocol: string;
  readonly mode: EdgeMode;
  /** Ids of the flows it lets through, in the document's order. */
  readonly flows: readonly string[];
  readonly calls: number;
  readonly onMissOf: string | null;
  /** Id of the call after whose failure this one is tried. */
  readonly fallbackOf: string | null;
  /** null: that of the visit that makes the call. */
  readonly operation: FlowKind | null;
  readonly choice: boolean;
  readonly weight: number;
  /** Position in the order of `from`'s calls; edges of one step run in parallel. Not necessarily whole. */
  readonly step: number;
  readonly network: Network;
  readonly rttMs: number;
  readonly retries: number;
  /** null where the document does not say how long the caller waits before it tries again. */
  readonly backoff: Backoff | null;
  readonly circuitBreaker: boolean;
  readonly timeoutMs: number | null;
  readonly tls: boolean;
  readonly optional: boolean;
  /** What one call carries and adds to its callee; null: what its flow says. */
  readonly requestBytes: number | null;
  readonly responseBytes: number | null;
  readonly storedBytes: number | null;
  readonly basis: Readonly<Record<string, Basis>>;
}

export interface ResolvedFlow {
  readonly id: string;
  readonly name: string;
  readonly kind: FlowKind;
  readonly entry: string;
  /** Requests a second at peak, at load ×1. */
  readonly rateRps: number;
  readonly rateBasis: Basis;
  /** The flow of whose rate it is a ratio; null where the rate is its own or a share of the workload. */
  readonly rateOf: { readonly flow: string; readonly ratio: number } | null;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly storedBytes: number;
  /** What the document says of the requests; null where it says nothing. */
  readonly idempotent: boolean | null;
  readonly cacheable: boolean | null;
  readonly deferrable: boolean | null;
  readonly ordered: boolean | null;
  readonly anonymous: boolean | null;
  /** ms; null: that of the edges that leave its source. */
  readonly clientRttMs: number | null;
  /** Held open at peak, at load ×1. */
  readonly connections: number;
  /** Peak ÷ average; null: the workload's. */
  readonly peakFactor: number | null;
  /** Its own targets over the design's. */
  readonly targets: FlowTargets;
}

export interface ResolvedGroup {
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: string;
  readonly parent: string | null;
  readonly availability: number;
  readonly jurisdiction: string | null;
}

/** A design with every default filled in: all that analysis, rules, simulation and diagram read. */
export interface ResolvedDesign {
  readonly id: string;
  readonly name: string;
  readonly workload: Workload;
  readonly targets: DesignTargets;
  readonly prices: Prices;
  readonly flows: readonly ResolvedFlow[];
  readonly nodes: readonly ResolvedNode[];
  readonly edges: readonly ResolvedEdge[];
  readonly groups: readonly ResolvedGroup[];
  readonly practices: NonNullable<System['practices']>;
  readonly suppressions: NonNullable<System['suppressions']>;
}
