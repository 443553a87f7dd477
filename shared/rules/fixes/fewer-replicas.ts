import type { TargetFigures } from '../../analysis/analysis';
import type { ResolvedNode } from '../../catalog/resolved';
import { atLeastUp } from '../../math/k-of-n';
import { erlangC } from '../../math/queueing';
import { own } from '../../model/own';
import { heldAt } from '../facts/arrivals';
import { figuresOf } from '../facts/graph';
import type { RuleContext } from '../rule';
import { availabilityTargetAt, demandOn, hotShareAt } from './demand';
import { offers } from './offers';
import { sizeStation } from './size-station';

/** Below this probability of a wait a percentile does not move by more than `latencyRoom`. */
const mostWaiting = 1e-4;
/** Share by which a latency has to be under its target before a server is taken away. */
const latencyRoom = 0.02;
const tolerance = 1e-9;

/**
 * The fewest servers that still keep every promise: the planned limit with one lost, at the load after a year's growth,
 * in the surge and at the headroom that are asked for; a place for every request that is held; the targets of
 * utilization, availability and latency. Null where there is no saying, or no fewer than there are.
 */
export function fewerReplicas(context: RuleContext, node: ResolvedNode): number | null {
  const demand = demandOn(context, node);
  const figures = figuresOf(context.analysis).get(node.id);
  if (demand === null || figures === undefined || !offers(node, 'replicas')) return null;
  const { replicas, concurrency, instanceAvailability, other } = node.config;
  const held = heldAt(figures);
  const enough = sizeStation({
    replicas,
    utilization: demand.utilization * foreseenGrowth(context, node),
    maxUtilization: strictestLimit(context, node),
    hotShare: hotShareAt(context, node),
    instanceAvailability,
    availabilityTarget: availabilityTargetAt(context, node),
  });
  if (held === null || enough === null) return null;
  const places = Math.ceil(held / concurrency) + 1;
  const count = Math.max(2, enough, places, other.autoscaleMin ?? 1);
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
  const needed = Math.max(1, Math.ceil((utilization * replicas) / maxUtilization - tolerance));
  const after = atLeastUp(count, needed, instanceAvailability);
  if (after < (node.targets.availability ?? 0)) return false;
  const fall = Math.max(0, atLeastUp(replicas, needed, instanceAvailability) - after);
  const visits = figuresOf(analysis).get(node.id)?.visits ?? {};
  return (analysis?.flows ?? []).every(
    ({ id, targets }) => targets.every((target) => stays(target, fall)) || (own(visits, id) ?? 0) === 0,
  );
}

const stays = ({ metric, met, actual, target }: TargetFigures, fall: number): boolean =>
  metric !== 'availability' || !met || (actual ?? 0) - fall >= target;

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
  const { replicas, concurrency } = node.config;
  // As if each server had a queue of its own, in which waits are longest.
  if (erlangC(concurrency, (utilization * replicas * concurrency) / count) > mostWaiting) return false;
  return latencies.every(({ actual, target }) => actual !== null && actual <= target * (1 - latencyRoom));
}
