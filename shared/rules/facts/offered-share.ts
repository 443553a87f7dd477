import type { NodeFigures } from '../../analysis/analysis';

/**
 * What arrives ÷ the capacity of a node's servers; 0 where nothing bounds it. A rate limit is no matter of servers: of what it refuses
 * they get nothing.
 */
export function offeredShare(figures: NodeFigures | undefined): number {
  const { offeredRps = null, capacityRps = null, limitedBy = null, utilization = null } = figures ?? {};
  if (limitedBy === 'limit') return utilization ?? 0;
  return offeredRps === null || capacityRps === null || capacityRps === 0 ? 0 : offeredRps / capacityRps;
}

/** Whether a rate limit is what bounds the node, and sets the pace of what buffers hold for it. */
export const isBoundByPace = ({
  limitedBy,
  refused,
  offeredRps,
  capacityRps,
  utilization,
}: NodeFigures): boolean =>
  limitedBy === 'limit' &&
  refused === 0 &&
  utilization !== null &&
  utilization >= ((offeredRps ?? 0) / (capacityRps ?? 1)) * (1 - 1e-9);
