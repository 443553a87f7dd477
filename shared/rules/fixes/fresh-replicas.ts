import type { ResolvedNode } from '../../catalog/resolved';
import { freshUtilization } from './fresh-node';
import { type StationLoad, sizeStation } from './size-station';

/** What a fresh node of a kind has to do at a rate, requests spread evenly over its servers. */
export function freshLoad(node: ResolvedNode, rps: number, availabilityTarget: number | null): StationLoad {
  const { replicas, maxUtilization, instanceAvailability } = node.config;
  const utilization = freshUtilization(node, rps);
  return { replicas, utilization, maxUtilization, hotShare: 0, instanceAvailability, availabilityTarget };
}

/** Servers that a fresh node needs for a rate with one of them lost, no fewer than its kind comes with; null where no pool is enough. */
export function freshReplicas(
  node: ResolvedNode,
  rps: number,
  availabilityTarget: number | null,
): number | null {
  const enough = sizeStation(freshLoad(node, rps, availabilityTarget));
  return enough === null ? null : Math.max(node.config.replicas, enough);
}
