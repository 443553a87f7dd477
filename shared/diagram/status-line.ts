import type { Analysis, FlowFigures, NodeFigures, TargetFigures } from '../analysis/analysis';
import { flowTotals } from '../analysis/flow-totals';

/** A figure beside its target; `target` and `met` are null where none is set. */
interface Judged {
  readonly target: number | null;
  readonly met: boolean | null;
}

export interface LoadStatus {
  readonly offeredRps: number;
  /** Of all requests, 0..1. */
  readonly servedShare: number;
}

/** `actual` is a share, 0..1. */
export interface AvailabilityStatus extends Judged {
  readonly flow: string;
  readonly actual: number;
}

export interface CostStatus extends Judged {
  /** US dollars a month. */
  readonly usd: number;
  /** Something is billed that has no known price: the cost is at least so much. */
  readonly unpriced: boolean;
}

export interface RecoveryStatus {
  readonly metric: 'rpoSeconds' | 'rtoSeconds';
  /** Seconds; null where it is not known. */
  readonly actual: number | null;
  readonly target: number;
  readonly met: boolean;
  /** A component that has this figure; null where none has. */
  readonly node: string | null;
}

/** Requests a second that all flows offer, and the share of them that is served; null without flows. */
export function loadStatus(flows: readonly FlowFigures[]): LoadStatus | null {
  const totals = flowTotals(flows);
  return totals === null ? null : { offeredRps: totals.rateRps, servedShare: totals.servedShare };
}

const targetIn = (targets: readonly TargetFigures[], metric: string): TargetFigures | undefined =>
  targets.find((target) => target.metric === metric);

/** How much of the unavailability that its target allows a flow uses; −1 without a target, unbounded where it is missed for lost requests. */
function usedOfAllowed({ actual, target, met }: AvailabilityStatus): number {
  if (target === null) return -1;
  const use = (1 - actual) / Math.max(1 - target, 1e-12);
  return met === false && use <= 1 ? Number.POSITIVE_INFINITY : use;
}

/** The flow whose availability is nearest its target or farthest below it; among flows without targets the least available. */
export function availabilityStatus(flows: readonly FlowFigures[]): AvailabilityStatus | null {
  let worst: AvailabilityStatus | null = null;
  for (const { id, availability, targets } of flows) {
    if (availability === null) continue;
    const judged = targetIn(targets, 'availability');
    const { target = null, met = null } = judged ?? {};
    const status: AvailabilityStatus = { flow: id, actual: availability, target, met };
    if (worst === null || isWorse(status, worst)) worst = status;
  }
  return worst;
}

function isWorse(a: AvailabilityStatus, b: AvailabilityStatus): boolean {
  const [use, other] = [usedOfAllowed(a), usedOfAllowed(b)];
  return use === other ? a.actual < b.actual : use > other;
}

/** What the design costs a month, beside its budget; null where nothing costs anything and no budget is set. */
export function costStatus({ totals }: Analysis): CostStatus | null {
  const { cost, monthlyCostUsd: usd } = totals;
  if (cost === null || usd === null) return null;
  const { target = null, met = null } = targetIn(totals.targets, 'monthlyCostUsd') ?? {};
  return usd === 0 && !cost.unpriced && target === null
    ? null
    : { usd, unpriced: cost.unpriced, target, met };
}

/** What is lost when a server fails (RPO) and how long that takes (RTO), of those that have targets. */
export function recoveryStatus({ nodes, totals }: Analysis): readonly RecoveryStatus[] {
  return (['rpoSeconds', 'rtoSeconds'] as const).flatMap((metric) => {
    const judged = targetIn(totals.targets, metric);
    if (judged === undefined) return [];
    const { actual, target, met } = judged;
    return [{ metric, actual, target, met, node: actual === null ? null : nodeWith(nodes, metric, actual) }];
  });
}

const nodeWith = (
  nodes: readonly NodeFigures[],
  metric: RecoveryStatus['metric'],
  actual: number,
): string | null => nodes.find((node) => node[metric] === actual)?.id ?? null;
