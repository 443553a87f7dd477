import type { ResolvedNode } from '../catalog/resolved';
import type { FlowKind } from '../model/vocabulary';
import { accepted, isPaced, limitRpsOf, limitUse, overLimit } from './rate-limit';
import { limitedQueue, poolsOf, servedByPools, serversTogether } from './server-pools';
import {
  bandwidthCapacityRps,
  connectionsUseOf,
  type NodeLoad,
  type Spread,
  utilizationOf,
  workingReplicas,
} from './station';
import { storePassed, storeUse } from './stores';

/** Share of the reads and of the writes that a node passes on, and the share that it refuses: no more than loads need. */
export interface Passed {
  readonly reads: number;
  readonly writes: number;
  readonly refused: number;
}

/** Whether all replicas work off one queue, whose servers need no pools to be counted. */
const isOneQueue = (spread: Spread): boolean => spread.kind === 'shared' && spread.ordered === undefined;

const allPassed: Passed = { reads: 1, writes: 1, refused: 0 };

/** Share of a node's visits of one operation that it passes on. */
export const passedFor = (passed: Passed | undefined, operation: FlowKind): number =>
  passed === undefined ? 1 : operation === 'read' ? passed.reads : passed.writes;

export function passedBy(node: ResolvedNode, spread: Spread, load: NodeLoad): Passed {
  const limitRps = limitRpsOf(node);
  const offeredRps = load.readsRps + load.writesRps;
  if (limitRps === null || offeredRps <= limitRps) return passedUnlimited(node, spread, load);
  const over = overLimit(limitRps, offeredRps);
  if (isPaced(spread)) {
    const { reads, writes, refused } = passedUnlimited(node, spread, load);
    return { reads: Math.min(reads, 1 - over), writes: Math.min(writes, 1 - over), refused };
  }
  const { reads, writes, refused } = passedUnlimited(node, spread, accepted(load, over));
  return {
    reads: reads * (1 - over),
    writes: writes * (1 - over),
    refused: 1 - (1 - over) * (1 - refused),
  };
}

/**
 * What a node passes on whose places let it pass on no more than `share` of what its rate limit lets through: with a queue limit it
 * refuses the rest.
 */
export function passedByPlaces(node: ResolvedNode, spread: Spread, load: NodeLoad, share: number): Passed {
  const { reads, writes, refused } = passedBy(node, spread, load);
  const limitRps = limitRpsOf(node);
  const isRefused = limitRps !== null && !isPaced(spread);
  const over = isRefused ? overLimit(limitRps, load.readsRps + load.writesRps) : 0;
  const most = (1 - over) * share;
  return {
    reads: Math.min(reads, most),
    writes: Math.min(writes, most),
    refused: node.config.queueLimit === null ? refused : Math.max(refused, 1 - most),
  };
}

/** The same of what a rate limit lets through. */
function passedUnlimited(node: ResolvedNode, spread: Spread, load: NodeLoad): Passed {
  if (node.behaviour === 'source' || node.behaviour === 'pass-through') return allPassed;
  const offeredRps = load.readsRps + load.writesRps;
  if (offeredRps <= 0) return allPassed;
  const bandwidthRps = bandwidthCapacityRps(node, load);
  const held = connectionsUseOf(node, load) ?? 0;
  const byNetwork = Math.min(
    bandwidthRps === null ? 1 : Math.min(1, bandwidthRps / offeredRps),
    held > 1 ? 1 / held : 1,
  );
  if (node.behaviour === 'store') {
    const { reads, writes } = storePassed(node, load);
    return { reads: Math.min(reads, byNetwork), writes: Math.min(writes, byNetwork), refused: 0 };
  }
  const erlang = (load.readsRps * node.config.readMs + load.writesRps * node.config.writeMs) / 1000;
  if (node.config.queueLimit !== null && erlang > 0) {
    const { refused } = limitedQueue(node, spread, erlang / offeredRps, offeredRps);
    return { reads: Math.min(1 - refused, byNetwork), writes: Math.min(1 - refused, byNetwork), refused };
  }
  const { concurrency } = node.config;
  const replicas = workingReplicas(node);
  const share =
    erlang <= 0
      ? 1
      : isOneQueue(spread)
        ? Math.min(1, (replicas * concurrency) / erlang)
        : servedByPools(poolsOf(node, spread), erlang);
  const passed = Math.min(share, byNetwork);
  return passed >= 1 ? allPassed : { reads: passed, writes: passed, refused: 0 };
}

/**
 * Offered load ÷ capacity of the busiest pool, of the network, of connections or of a rate limit; refusals do not lower it. 0 for
 * what is no station.
 */
export function stationUse(node: ResolvedNode, spread: Spread, load: NodeLoad): number {
  const limitRps = limitRpsOf(node);
  const use = unlimitedUse(node, spread, load);
  return limitRps === null ? use : Math.max(use, limitUse(limitRps, load.readsRps + load.writesRps));
}

function unlimitedUse(node: ResolvedNode, spread: Spread, load: NodeLoad): number {
  if (node.behaviour === 'source' || node.behaviour === 'pass-through') return 0;
  const offeredRps = load.readsRps + load.writesRps;
  const held = connectionsUseOf(node, load) ?? 0;
  if (offeredRps <= 0) return held;
  const bandwidthRps = bandwidthCapacityRps(node, load);
  const network = Math.max(held, bandwidthRps === null ? 0 : utilizationOf(offeredRps, bandwidthRps));
  if (node.behaviour === 'store') return Math.max(network, storeUse(node, load));
  const { readMs, writeMs, concurrency, queueLimit } = node.config;
  const replicas = workingReplicas(node);
  const erlang = (load.readsRps * readMs + load.writesRps * writeMs) / 1000;
  if (queueLimit !== null)
    return Math.max(network, erlang / Math.min(serversTogether(node, spread), queueLimit));
  if (isOneQueue(spread)) return Math.max(network, erlang / (replicas * concurrency));
  let most = network;
  for (const { share, servers } of poolsOf(node, spread)) most = Math.max(most, (erlang * share) / servers);
  return most;
}
