import type { TargetFigures } from '../../analysis/analysis';
import { workingReplicas } from '../../analysis/station';
import type { ResolvedNode } from '../../catalog/resolved';
import { meetsAvailability } from '../../math/availability';
import { atLeastUp } from '../../math/k-of-n';
import { erlangC } from '../../math/queueing';
import { own } from '../../model/own';
import { heldAt } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import { tolerance } from '../facts/tolerance';
import type { RuleContext } from '../rule';
import { availabilityTargetAt, demandOn, hotShareAt } from './demand';
import { offers } from './offers';
import { sizeStation } from './size-station';

/** A wait that is longer with no more than this probability moves no percentile by more. */
const mostWaiting = 1e-4;
/** Share by which a latency has to be under its target before a server is taken away. */
const latencyRoom = 0.02;
/**
 * The fewest servers that still keep every promise: the planned limit with one lost, at the load after a year's growth,
 * in the surge and at the headroom that are required; a place for every request that is held; the targets of
 * utilization, availability and latency. Null where there is no saying, or no fewer than there are.
 */
export function fewerReplicas(context: RuleContext, node: ResolvedNode): number | null {
  const demand = demandOn(context, node);
  const figures = figuresOf(context.analysis).get(node.id);
  if (demand === null || figures === undefined || !offers(node, 'replicas')) return null;
  const { replicas, standby, maxInFlight, instanceAvailability, other } = node.config;
  const held = heldAt(figures);
  const enough = sizeStation({
    replicas: workingReplicas(node),
    utilization: demand.utilization * foreseenGrowth(context, node),
    maxUtilization: strictestLimit(context, node),
    hotShare: hotShareAt(context, node),
    instanceAvailability,
    availabilityTarget: availabilityTargetAt(context, node),
  });
  if (held === null || enough === null) return null;
  const places = maxInFlight === null ? 1 : Math.ceil(held / maxInFlight) + 1;
  const count = Math.max(2, enough + standby, places + standby, other.autoscaleMin ?? 1);
  if (count >= replicas) return null;
  const keeps =
    keepsAvailability(context, node, demand.utilization, count) &&
    keepsLatency(context, node, demand.utilization, count);
  return keeps ? count : null;
}

/** How many times today's peak is planned for. */
function foreseenGrowth({ design, analysis }: RuleContext, node: ResolvedNode): number {
  const { annualGrowth = 0, spikeFactor = 1 } = design.workload;
  const visits = figuresOf(analysis).get(node.id)?.visits ?? {};
  let most = Math.max(1 + annualGrowth, spikeFactor);
  for (const { id, targets } of design.flows) {
    if (targets.headroom !== undefined && (own(visits, id) ?? 0) > 0) most = Math.max(most, targets.headroom);
  }
  return most;
}

const strictestLimit = ({ design }: RuleContext, node: ResolvedNode): number =>
  Math.min(
    node.config.maxUtilization,
    node.targets.maxUtilization ?? 1,
    design.targets.layers?.[node.layer]?.maxUtilization ?? 1,
  );

/**
 * Whether no availability target is missed by the loss: the availability of a flow falls by no more than that of one of
 * the components that it depends on.
 */
function keepsAvailability(
  { design, analysis }: RuleContext,
  node: ResolvedNode,
  utilization: number,
  count: number,
): boolean {
  const { replicas, maxUtilization, instanceAvailability } = node.config;
  if (design.targets.layers?.[node.layer]?.availability !== undefined) return false;
  const needed = Math.max(1, Math.ceil((utilization * workingReplicas(node)) / maxUtilization - tolerance));
  const after = atLeastUp(count, needed, instanceAvailability);
  if (!meetsAvailability(after, node.targets.availability ?? 0)) return false;
  const fall = Math.max(0, atLeastUp(replicas, needed, instanceAvailability) - after);
  const visits = figuresOf(analysis).get(node.id)?.visits ?? {};
  return (analysis?.flows ?? []).every(
    ({ id, targets }) => targets.every((target) => stays(target, fall)) || (own(visits, id) ?? 0) === 0,
  );
}

const stays = ({ metric, met, actual, target }: TargetFigures, fall: number): boolean =>
  metric !== 'availability' || !met || meetsAvailability((actual ?? 0) - fall, target);

/** Whether almost nobody would wait and every latency target is met with room, or there is none. */
function keepsLatency(
  { design, analysis }: RuleContext,
  node: ResolvedNode,
  utilization: number,
  count: number,
): boolean {
  const figures = figuresOf(analysis).get(node.id);
  const layer = analysis?.layers.find(({ id }) => id === node.layer);
  const targets: TargetFigures[] = [...(figures?.targets ?? []), ...(layer?.targets ?? [])];
  for (const flow of analysis?.flows ?? []) {
    if (flow.targets.length > 0 && (own(figures?.visits, flow.id) ?? 0) > 0) targets.push(...flow.targets);
  }
  const latencies = targets.filter(({ metric }) => metric.endsWith('Ms'));
  if (latencies.length === 0 && design.targets.layers?.[node.layer] === undefined) return true;
  const waitMs = longestWaitMs(node, utilization, count);
  return latencies.every(
    ({ actual, target }) => actual !== null && actual + waitMs <= target * (1 - latencyRoom),
  );
}

/** ms of a wait that is exceeded with `mostWaiting`, as if each server had a queue of its own, in which waits are longest. */
function longestWaitMs(node: ResolvedNode, utilization: number, count: number): number {
  const { standby, concurrency, readMs, writeMs, cv } = node.config;
  const busy = (utilization * workingReplicas(node) * concurrency) / Math.max(1, count - standby);
  if (busy >= concurrency) return Number.POSITIVE_INFINITY;
  const meanMs = (Math.max(readMs, writeMs) * (1 + cv ** 2)) / (2 * (concurrency - busy));
  return Math.max(0, meanMs * Math.log(erlangC(concurrency, busy) / mostWaiting));
}
