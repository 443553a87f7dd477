import type { ResolvedNode } from '../../../shared/catalog/resolved';
import { configOf, settingsOf } from './settings';
import { followerMeanMs } from './store';
import type { Traffic } from './traffic';

export interface Recovery {
  readonly rpoSeconds: number | null;
  readonly rtoSeconds: number | null;
}

/** Sections 4.1, 4.2 and 4b for a store and the loss of one server; null where nothing brings the data back. */
export function recoveryOf(node: ResolvedNode, traffic: Traffic): Recovery {
  if (node.behaviour === 'buffer') return ofBuffer(node, traffic);
  const { failoverSeconds, restoreSeconds, backupEverySeconds } = configOf(node);
  const { replication, replicasPerShard, writeQuorum } = node.config;
  if (settingsOf(node).durable) return { rpoSeconds: 0, rtoSeconds: failoverSeconds ?? 0 };
  if (replicasPerShard === 1)
    return { rpoSeconds: backupEverySeconds ?? null, rtoSeconds: restoreSeconds ?? null };
  const isSafe = replication === 'quorum' ? writeQuorum >= 2 : replication !== 'async';
  const lagMs = followerMeanMs(node, {
    readRps: traffic.operationRps({ id: node.id, operation: 'read' }),
    writeRps: traffic.operationRps({ id: node.id, operation: 'write' }),
  });
  return { rpoSeconds: isSafe ? 0 : lagMs / 1000, rtoSeconds: failoverSeconds ?? null };
}

/** A system of record: all copies have a message, or follow the leader after the round trip and its mean response. */
function ofBuffer(node: ResolvedNode, traffic: Traffic): Recovery {
  const { failoverSeconds, copies = 1 } = configOf(node);
  const { record, durable, acknowledge } = settingsOf(node);
  if (!record) return { rpoSeconds: null, rtoSeconds: null };
  if (durable) return { rpoSeconds: 0, rtoSeconds: failoverSeconds ?? 0 };
  if (copies === 1) return { rpoSeconds: null, rtoSeconds: null };
  const figures = traffic.station(node.id);
  const writes = traffic.operationRps({ id: node.id, operation: 'write' });
  const reads = traffic.operationRps({ id: node.id, operation: 'read' });
  const share = writes + reads === 0 ? 0 : writes / (writes + reads);
  const mean =
    figures === null || figures.saturated
      ? Number.NaN
      : (share > 0 ? share * figures.meanMs('write') : 0) +
        (share < 1 ? (1 - share) * figures.meanMs('read') : 0);
  const lag = (node.config.replicaRttMs + mean) / 1000;
  return { rpoSeconds: acknowledge === 'all' ? 0 : lag, rtoSeconds: failoverSeconds ?? null };
}
