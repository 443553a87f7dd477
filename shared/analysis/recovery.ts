import type { ResolvedNode } from '../catalog/resolved';
import type { Consistency } from '../model/vocabulary';
import type { Graph } from './graph';
import { followerMs } from './replica-lag';
import type { NodeLoad } from './station';
import type { FlowTraffic } from './traffic';

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
 * RPO: 0 where another replica has every write that was answered (sync, semi-sync, quorum with W + R > N); the lag of the
 * followers; without replicas the time between backups. RTO: failover with a replica, else a restore. Null for what is no
 * store, and where the design does not say.
 */
export function recoveryOf(node: ResolvedNode, load: NodeLoad): Recovery {
  if (node.behaviour !== 'store') return nothingKept;
  const { replicasPerShard, replication, other } = node.config;
  const backup = other.backupEverySeconds ?? null;
  const isSafe =
    replication === 'sync' || replication === 'semi-sync' || (replication === 'quorum' && overlaps(node));
  return {
    rpoSeconds: replicasPerShard === 1 ? backup : isSafe ? 0 : replicationLagSeconds(node, load),
    corruptionRpoSeconds: backup,
    rtoSeconds: (replicasPerShard > 1 ? other.failoverSeconds : other.restoreSeconds) ?? null,
  };
}

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

/** RPO and RTO of the design: those of the worst store that a write reaches; null where none does or one is not known. */
export function worstRecovery(
  graph: Graph,
  traffics: readonly FlowTraffic[],
  recoveries: readonly Recovery[],
): { readonly rpoSeconds: number | null; readonly rtoSeconds: number | null } {
  const written = recoveries.filter(
    (_, node) =>
      graph.nodes[node]?.behaviour === 'store' &&
      graph.flows.some((flow, i) => flow.kind === 'write' && (traffics[i]?.visits[node] ?? 0) > 0),
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
