import type { NodeFigures } from '../../analysis/analysis';
import { workingReplicas } from '../../analysis/station';
import type { ResolvedNode } from '../../catalog/resolved';
import { boundedQueue, erlangC } from '../../math/queueing';
import { figuresOf } from '../facts/graph';
import { partsOf } from '../facts/parts';
import { strictestFlowAt } from '../facts/weak-spots';
import type { QuickFix, RuleContext } from '../rule';
import { stationSize } from './add-replicas';
import { demandOn } from './demand';
import { offers } from './offers';
import { partitionsFor } from './partitions-for';
import { replicasPatch } from './replicas-patch';

/** What a longer queue may still refuse: one request in ten thousand, or a tenth of what a target allows. */
const mostRefused = 1e-4;
const partOfTarget = 0.1;
/** A target of 1 allows nothing; less than this is no difference in an availability. */
const leastRefused = 1e-10;
/** More doublings than these are no queue but a store. */
const mostDoublings = 16;
/** Where fewer wait, no percentile that a target names moves. */
const mostWaiting = 1e-3;

/**
 * A queue limit with room for bursts, and servers enough to work them off where those are over their planned limit. Null where the
 * wait could miss a target of latency, or where what is no longer refused is too much for another part.
 */
export function raiseQueueLimit(context: RuleContext, node: ResolvedNode): QuickFix | null {
  const figures = figuresOf(context.analysis).get(node.id);
  const demand = demandOn(context, node);
  if (demand === null || figures === undefined || !offers(node, 'queueLimit')) return null;
  const { concurrency, replicas, standby, maxUtilization, queueLimit, readMs, writeMs } = node.config;
  const offeredRps = demand.readsRps + demand.writesRps;
  const erlang = (demand.readsRps * readMs + demand.writesRps * writeMs) / 1000;
  const use = erlang / (workingReplicas(node) * concurrency);
  const count = use <= maxUtilization ? replicas : stationSize(context, node, use);
  if (count === null || erlang <= 0 || queueLimit === null) return null;
  const servers = Math.max(1, Math.max(count, replicas) - standby) * concurrency;
  if (erlangC(servers, erlang) > mostWaiting && hasLatencyTarget(context, node, figures)) return null;
  if (overloadsOthers(context, node, figures)) return null;
  const limit = enoughPlaces(context, node, servers, { offeredRps, serviceMs: (erlang * 1000) / offeredRps });
  const grows = count > replicas;
  // Too short a queue is not what is wrong.
  if (limit === null || (!grows && limit <= queueLimit)) return null;
  const patch = { queueLimit: limit, ...(grows && replicasPatch(node, count)) };
  return {
    id: grows ? 'add-servers-and-places' : 'raise-queue-limit',
    title: grows
      ? 'Run {count, plural, one {# replica} other {# replicas}} and set a queue limit of {places}'
      : 'Set a queue limit of {places}',
    values: { places: { count: limit }, count: { count }, limit: { share: maxUtilization } },
    changes: [
      { op: 'patch-config', id: node.id, patch },
      ...(grows ? partitionsFor(context.design, node, count) : []),
    ],
  };
}

interface Arriving {
  readonly offeredRps: number;
  readonly serviceMs: number;
}

/** A limit, doubled from one that all servers fit in, at which next to nothing is refused. */
function enoughPlaces(
  { design }: RuleContext,
  node: ResolvedNode,
  servers: number,
  { offeredRps, serviceMs }: Arriving,
): number | null {
  const target = strictestFlowAt(design, node.id)?.targets.availability ?? 0;
  const goal = Math.max(leastRefused, Math.min(mostRefused, (1 - target) * partOfTarget));
  let limit = Math.max(servers, node.config.queueLimit ?? 0);
  for (let doubled = 0; doubled < mostDoublings; doubled += 1, limit *= 2)
    if (boundedQueue(servers, limit, serviceMs, offeredRps / 1000).refused <= goal) return limit;
  return null;
}

function hasLatencyTarget({ design }: RuleContext, node: ResolvedNode, { visits }: NodeFigures): boolean {
  const of = [
    node.targets,
    design.targets.layers?.[node.layer] ?? {},
    ...design.flows.flatMap(({ id, targets }) => ((visits[id] ?? 0) > 0 ? [targets] : [])),
  ];
  return of.some((targets) => Object.keys(targets).some((metric) => metric.endsWith('Ms')));
}

/** Whether what is let through now brings another part of the same flows over its planned limit. */
function overloadsOthers(
  context: RuleContext,
  node: ResolvedNode,
  { refused, visits }: NodeFigures,
): boolean {
  const flows = Object.keys(visits).filter((flow) => (visits[flow] ?? 0) > 0);
  const figures = figuresOf(context.analysis);
  return partsOf(context.design).all.some(({ node: other }) => {
    const at = figures.get(other.id);
    if (other.id === node.id || at === undefined || at.utilization === null) return false;
    if (!flows.some((flow) => (at.visits[flow] ?? 0) > 0)) return false;
    const { maxUtilization } = other.config;
    return at.utilization <= maxUtilization && at.utilization / (1 - refused) > maxUtilization;
  });
}
