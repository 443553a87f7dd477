import type { OtherConfig, ResolvedNode } from '../../../shared/catalog/resolved';

/** The fields of a station beyond the first edition of the model, each neutral where nothing is said. */
export interface Settings {
  readonly delayMs: number;
  readonly delayCv: number;
  readonly slowShare: number;
  readonly slowMs: number;
  /** Of one replica as it is scaled up. */
  readonly maxInFlight: number | null;
  readonly standby: number;
  readonly connectionsPerReplica: number | null;
  /** The smaller of its own rate limit and the provider's. */
  readonly limitRps: number | null;
  readonly ordered: boolean;
  readonly partitions: number;
  readonly transitMs: number;
  readonly itemBytes: number | null;
  readonly onReplicaLoss: 'continue' | 'refuse';
  readonly durable: boolean;
  readonly record: boolean;
  readonly acknowledge: 'all' | 'leader' | null;
  /** null: what follows from what the distributor is. */
  readonly healthChecks: 'self' | 'dependencies' | null;
  readonly storageFactor: number;
  readonly retentionSeconds: number | null;
  readonly inMemory: boolean;
  readonly memoryBytes: number | null;
}

/** The one place where these fields are read: from the configuration proper, else from its other fields. */
export function settingsOf(node: ResolvedNode): Settings {
  const settings = known.get(node) ?? read(node);
  known.set(node, settings);
  return settings;
}

const known = new WeakMap<ResolvedNode, Settings>();

function read(node: ResolvedNode): Settings {
  const all = configOf(node);
  const { delayMs, delayCv, slowShare, slowMs, standby, maxInFlight, connectionsPerReplica } = node.config;
  const { rateLimitRps, quotaRps } = node.config;
  const limits = [rateLimitRps, quotaRps].flatMap((rps) => (rps === null ? [] : [rps]));
  return {
    delayMs,
    delayCv,
    slowShare,
    slowMs,
    maxInFlight,
    standby,
    connectionsPerReplica,
    limitRps: limits.length === 0 ? null : Math.min(...limits),
    ordered: all.ordered ?? false,
    partitions: all.partitions ?? 1,
    transitMs: all.transitMs ?? 0,
    itemBytes: all.itemBytes ?? null,
    onReplicaLoss: all.onReplicaLoss ?? 'continue',
    durable: all.durable ?? false,
    record: all.record ?? false,
    acknowledge: all.acknowledge ?? null,
    healthChecks: all.healthChecks ?? null,
    storageFactor: all.storageFactor ?? 1,
    retentionSeconds: all.retentionSeconds ?? null,
    inMemory: all.inMemory ?? false,
    memoryBytes: all.memoryBytes ?? null,
  };
}

/** The fields that have a value and that loads and times are not computed from. */
export const configOf = ({ config }: ResolvedNode): Partial<OtherConfig> => config.other;

/** Replicas that work: those on standby do only when others are down. */
export const workingReplicas = (node: ResolvedNode): number =>
  Math.max(1, node.config.replicas - settingsOf(node).standby);
