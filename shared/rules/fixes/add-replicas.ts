import { stationUse } from '../../analysis/passed';
import { workingReplicas } from '../../analysis/station';
import type { ResolvedNode } from '../../catalog/resolved';
import type { Config } from '../../model/config';
import { needsShardKey } from '../facts/shard-key';
import { tolerance } from '../facts/tolerance';
import type { QuickFix, RuleContext } from '../rule';
import { availabilityTargetAt, type Demand, demandOn, hotShareAt } from './demand';
import { offers } from './offers';
import { partitionsFor } from './partitions-for';
import { replicasPatch } from './replicas-patch';
import { sizeStation } from './size-station';
import { type StoreSize, sizeShard, sizeStore } from './size-store';

/**
 * More servers for a node that has too few for its demand, or for `growth` times that: replicas of a station, replicas or
 * shards of a store, as `sizeStation` and `sizeStore` count them. Null where the kind has none to add or where more would
 * not help.
 */
export function addReplicas(context: RuleContext, node: ResolvedNode, growth = 1): QuickFix | null {
  const today = demandOn(context, node);
  if (today === null) return null;
  const demand: Demand = {
    readsRps: today.readsRps * growth,
    writesRps: today.writesRps * growth,
    utilization: today.utilization * growth,
  };
  if (node.behaviour === 'store') return growStore(node, demand);
  const count = stationSize(context, node, demand.utilization);
  if (count === null || count <= node.config.replicas || !hasPlacesFor(node, demand, count)) return null;
  return replicasFix(context, node, count);
}

/**
 * Whether so many servers, one of them lost, stay within the planned limit with the queue limit that there is. A station works on no
 * more requests than its queue limit at the same time: servers beyond it have nothing to do.
 */
export function hasPlacesFor(node: ResolvedNode, demand: Demand, servers: number): boolean {
  const { queueLimit, maxUtilization } = node.config;
  if (queueLimit === null) return true;
  const left = { ...node, config: { ...node.config, replicas: Math.max(1, servers - 1) } };
  const load = { readsRps: demand.readsRps, writesRps: demand.writesRps, bytesPerSecond: 0 };
  return stationUse(left, { kind: 'shared' }, load) <= maxUtilization + tolerance;
}

/**
 * A second server, or as many as the demand needs with one lost, for a node that is one alone; a second replica for each
 * shard of a store. Null where the kind has none to add.
 */
export function addSpare(context: RuleContext, node: ResolvedNode): QuickFix | null {
  if (node.behaviour === 'store') {
    if (!offers(node, 'replicasPerShard')) return null;
    const target = availabilityTargetAt(context, node) ?? 0;
    return replicasPerShardFix(node, sizeShard(node.config, target));
  }
  const count = stationSize(context, node, demandOn(context, node)?.utilization ?? 0);
  return count === null ? null : replicasFix(context, node, count);
}

/** Replicas of a station, one to lose and those on standby included, whose present ones would be `utilization` busy; null where the kind has none to add. */
export function stationSize(
  context: RuleContext,
  node: ResolvedNode,
  utilization: number,
  availabilityTarget = availabilityTargetAt(context, node),
): number | null {
  if (!offers(node, 'replicas')) return null;
  const { standby, maxUtilization, instanceAvailability } = node.config;
  const hotShare = hotShareAt(context, node);
  const working = sizeStation({
    replicas: workingReplicas(node),
    utilization,
    maxUtilization,
    hotShare,
    instanceAvailability,
    availabilityTarget,
  });
  return working === null ? null : working + standby;
}

function growStore(node: ResolvedNode, demand: Demand): QuickFix | null {
  const size = sizeStore({
    config: node.config,
    mix: { reads: demand.readsRps, writes: demand.writesRps },
    utilization: demand.utilization,
    canReplicate: offers(node, 'replicasPerShard'),
    canShard: offers(node, 'shards'),
  });
  if (size === null) return null;
  return size.shards > node.config.shards
    ? shardsFix(node, size)
    : replicasPerShardFix(node, size.replicasPerShard);
}

const patchConfig = (node: ResolvedNode, patch: Config) =>
  [{ op: 'patch-config', id: node.id, patch }] as const;

export const replicasFix = ({ design }: RuleContext, node: ResolvedNode, replicas: number): QuickFix => ({
  id: 'add-replicas',
  title: 'Run {count, plural, one {# replica} other {# replicas}}',
  values: { count: { count: replicas }, limit: { share: node.config.maxUtilization } },
  // A server without a partition to read would idle.
  changes: [...patchConfig(node, replicasPatch(node, replicas)), ...partitionsFor(design, node, replicas)],
});

const replicasPerShardFix = (node: ResolvedNode, replicasPerShard: number): QuickFix => ({
  id: 'add-store-replicas',
  title: 'Run {count, plural, one {# replica} other {# replicas}} a shard',
  values: { count: { count: replicasPerShard }, limit: { share: node.config.maxUtilization } },
  changes: patchConfig(node, { replicasPerShard }),
});

const shardsFix = (node: ResolvedNode, { shards }: StoreSize): QuickFix => ({
  id: 'add-shards',
  title: 'Split into {count, plural, one {# shard} other {# shards}}',
  values: { count: { count: shards }, limit: { share: node.config.maxUtilization } },
  // The shards would be split by nothing; the record’s own key is what a person would begin with.
  changes: patchConfig(node, { shards, ...(needsShardKey(node) && { shardKey: 'id' }) }),
});
