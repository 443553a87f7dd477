import type { ResolvedDesign, ResolvedNode } from '../catalog/resolved';
import type { Consistency } from '../model/vocabulary';
import type { Graph } from './graph';
import { followerMs } from './replica-lag';
import type { NodeLoad } from './station';
import type { FlowTraffic } from './traffic';
import { operationAt, visitsAt } from './visit-positions';

/** What is lost and how long it takes when a store loses a server. */
export interface Recovery {
  /** Seconds of writes that losing a server loses. */
  readonly rpoSeconds: number | null;
  /** Seconds of writes that a deletion or a corruption loses, which replicas copy faithfully. */
  readonly corruptionRpoSeconds: number | null;
  readonly rtoSeconds: number | null;
}

const nothingKept: Recovery = { rpoSeconds: null, corruptionRpoSeconds: null, rtoSeconds: null };

/** Replicas that have a write when it is answered, and that a read asks. */
function acknowledged({ config }: ResolvedNode): { readonly writes: number; readonly reads: number } {
  const { replication, replicasPerShard: all, readQuorum, writeQuorum } = config;
  if (replication === 'quorum') return { writes: writeQuorum, reads: readQuorum };
  return {
    writes: replication === 'sync' ? all : replication === 'semi-sync' ? Math.min(2, all) : 1,
    reads: 1,
  };
}

/** Whether every read asks a replica that has every write that was answered: W + R > N. */
function overlaps(node: ResolvedNode): boolean {
  const { writes, reads } = acknowledged(node);
  return writes + reads > node.config.replicasPerShard;
}

/** Seconds by which a follower is behind its leader: replicaRttMs and the follower's mean response; null where it is saturated. */
export function replicationLagSeconds(node: ResolvedNode, load: NodeLoad): number | null {
  const ms = followerMs(node, load);
  return ms === null ? null : (node.config.replicaRttMs + ms) / 1000;
}

/**
 * Of a store: RPO 0 where a provider keeps the copies, or another replica has every write that was answered (sync,
 * semi-sync, quorum of two or more); the lag of the followers; without replicas the time between backups. RTO: failover
 * with a replica, else a restore. Null for what keeps no records, and where the design does not say. `meanMs` is the mean
 * response of a buffer, by which its copies are behind.
 */
export function recoveryOf(
  design: ResolvedDesign,
  node: ResolvedNode,
  load: NodeLoad,
  meanMs: number | null = null,
): Recovery {
  if (!keepsRecords(design, node)) return nothingKept;
  if (node.behaviour === 'buffer') return bufferRecovery(node, meanMs);
  const { replicasPerShard, replication, writeQuorum, other } = node.config;
  const backup = other.backupEverySeconds ?? null;
  if (other.durable === true)
    return { rpoSeconds: 0, corruptionRpoSeconds: backup, rtoSeconds: other.failoverSeconds ?? 0 };
  const isSafe = replication === 'quorum' ? writeQuorum >= 2 : replication !== 'async';
  return {
    rpoSeconds: replicasPerShard === 1 ? backup : isSafe ? 0 : replicationLagSeconds(node, load),
    corruptionRpoSeconds: backup,
    rtoSeconds: (replicasPerShard > 1 ? other.failoverSeconds : other.restoreSeconds) ?? null,
  };
}

/** A message is on other servers when it is acknowledged, or follows after a lag; one copy is lost with its server. */
function bufferRecovery({ config }: ResolvedNode, meanMs: number | null): Recovery {
  const { replicaRttMs, other } = config;
  const failover = other.failoverSeconds ?? null;
  if (other.durable === true) return { rpoSeconds: 0, corruptionRpoSeconds: null, rtoSeconds: failover ?? 0 };
  if ((other.copies ?? 1) < 2) return nothingKept;
  const lag = meanMs === null ? null : (replicaRttMs + meanMs) / 1000;
  const rpoSeconds = other.acknowledge === 'all' ? 0 : lag;
  return { rpoSeconds, corruptionRpoSeconds: null, rtoSeconds: failover };
}

/** Whether losing it loses data: a store, and a buffer that is a system of record. */
export const keepsRecords = (design: ResolvedDesign, node: ResolvedNode): boolean =>
  node.behaviour === 'store' || isRecord(design, node);

/** Streams are systems of record where the design says what may be lost, unless it says that they are not. */
const isRecord = ({ targets }: ResolvedDesign, { behaviour, kind, config }: ResolvedNode): boolean =>
  behaviour === 'buffer' &&
  (config.other.record ?? (kind.id === 'stream' && targets.rpoSeconds !== undefined));

/**
 * What a store promises to its readers. Reads see one's own writes where they go to the leader or W + R > N; everyone's
 * where the store also replicates synchronously or by quorum, or has no replica.
 */
export function consistencyOf(node: ResolvedNode): Exclude<Consistency, 'weak'> {
  const { replicasPerShard, replication, readFrom } = node.config;
  if (replicasPerShard === 1) return 'strong';
  const seesOwn = (replication !== 'quorum' && readFrom === 'leader') || overlaps(node);
  if (!seesOwn) return 'eventual';
  return replication === 'sync' || replication === 'quorum' ? 'strong' : 'read-your-writes';
}

/** Whether a flow writes to a node. */
export const isWrittenBy = (graph: Graph, { flow, visits }: FlowTraffic, node: number): boolean =>
  visitsAt(graph, node).some(
    (visit) => operationAt(graph, flow, visit) === 'write' && (visits[visit] as number) > 0,
  );

/** RPO and RTO of the design: those of the worst store or buffer of record that a write reaches; null where none does or one is not known. */
export function worstRecovery(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  recoveries: readonly Recovery[],
): { readonly rpoSeconds: number | null; readonly rtoSeconds: number | null } {
  const written = recoveries.filter(
    (_, node) =>
      keepsRecords(graph.design, graph.nodes[node] as ResolvedNode) &&
      traffics.some((traffic) => isWrittenBy(graph, traffic, node)),
  );
  const worst = (values: readonly (number | null)[]): number | null => {
    let most: number | null = null;
    for (const value of values) {
      if (value === null) return null;
      most = Math.max(most ?? 0, value);
    }
    return most;
  };
  return {
    rpoSeconds: worst(written.map(({ rpoSeconds }) => rpoSeconds)),
    rtoSeconds: worst(written.map(({ rtoSeconds }) => rtoSeconds)),
  };
}
