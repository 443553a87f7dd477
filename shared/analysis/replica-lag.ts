import type { ResolvedNode } from '../catalog/resolved';
import { queueWait } from '../math/queueing';
import { ownMeanMs } from '../math/visit-response';
import { type NodeLoad, ownTimeOf, serviceMix } from './station';

/** Mean ms in which a follower of the hottest shard works a write off, its wait included; null where it is saturated. */
export function followerMs(node: ResolvedNode, load: NodeLoad): number | null {
  const { shards, hotShare, scatter, replicasPerShard, replication, readFrom, concurrency, writeMs } =
    node.config;
  const share = hotShare + (1 - hotShare) / shards;
  const readsRps = load.readsRps * (scatter ? 1 : share);
  const own = replication === 'quorum' ? 1 : readFrom === 'any' ? 1 / replicasPerShard : 0;
  const follower = { readsRps: readsRps * own, writesRps: load.writesRps * share };
  const mix = serviceMix(node, follower.readsRps, follower.writesRps);
  const arrivalsPerMs = (follower.readsRps + follower.writesRps) / 1000;
  const wait = queueWait(concurrency, mix.meanMs, arrivalsPerMs, 1, mix.scv);
  return wait === null ? null : wait.meanMs + ownMeanMs(ownTimeOf(node, writeMs));
}
