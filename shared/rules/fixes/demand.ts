import type { NodeFigures } from '../../analysis/analysis';
import type { ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import { figuresOf } from '../facts/graph';
import { isBoundByPace, offeredShare } from '../facts/offered-share';
import { shareOfVisits } from '../facts/operations';
import { partsOf } from '../facts/parts';
import type { RuleContext } from '../rule';

/** The demand on a node's capacity, were nothing on the way to it saturated. */
export interface Demand {
  readonly readsRps: number;
  readonly writesRps: number;
  /** Utilization that it would come to with the servers that there are. */
  readonly utilization: number;
}

/**
 * The demand on a node: Σ rate × visits of the flows, and never less than what is offered now, since retries come on
 * top and saturated callers pass on less. Utilization in proportion to the offered one, offered ÷ capacity. Null where
 * the node has no capacity to compare with.
 */
export function demandOn(context: RuleContext, node: ResolvedNode): Demand | null {
  const figures = figuresOf(context.analysis).get(node.id);
  if (context.analysis === null || figures === undefined || figures.offeredRps === null) return null;
  if (figures.capacityRps === null || figures.capacityRps === 0) return null;
  const { reads, writes } = nominalArrivals(context, figures, context.analysis.load);
  const nominal = reads + writes;
  const demand = Math.max(nominal, figures.offeredRps);
  const scale = nominal > 0 ? demand / nominal : 0;
  const of = { readsRps: reads * scale, writesRps: writes * scale };
  if (figures.limitedBy !== 'limit') return { ...of, utilization: demand / figures.capacityRps };
  // More servers do not raise the pace; what a limit refuses does not reach them.
  if (isBoundByPace(figures)) return null;
  const grown = figures.refused > 0 || figures.offeredRps === 0 ? 1 : demand / figures.offeredRps;
  return { ...of, utilization: offeredShare(figures) * grown };
}

function nominalArrivals(context: RuleContext, figures: NodeFigures, load: number) {
  let reads = 0;
  let writes = 0;
  for (const flow of context.design.flows) {
    const rps = flow.rateRps * load * (own(figures.visits, flow.id) ?? 0);
    const readShare = shareOfVisits(context.design, flow, figures.id, 'read');
    reads += rps * readShare;
    writes += rps * (1 - readShare);
  }
  return { reads, writes };
}

/** The share of the requests that are bound to one server, of a station that only IP hashes lead to; else 0. */
export function hotShareAt({ design }: RuleContext, node: ResolvedNode): number {
  let hottest = 0;
  for (const { from } of partsOf(design).byId.get(node.id)?.callers ?? []) {
    const { behaviour, config } = from.node;
    if (behaviour !== 'distributor' || config.algorithm !== 'ip-hash') return 0;
    hottest = Math.max(hottest, config.hotShare);
  }
  return hottest;
}

/** The strictest availability target of the flows that visit the node; null where there is none. */
export function availabilityTargetAt({ design, analysis }: RuleContext, node: ResolvedNode): number | null {
  const visits = figuresOf(analysis).get(node.id)?.visits ?? {};
  let strictest: number | null = null;
  for (const { id, targets } of design.flows) {
    const { availability } = targets;
    if (availability === undefined || !((own(visits, id) ?? 0) > 0)) continue;
    strictest = Math.max(strictest ?? availability, availability);
  }
  return strictest;
}
