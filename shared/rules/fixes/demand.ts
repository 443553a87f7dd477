import type { NodeFigures } from '../../analysis/analysis';
import type { ResolvedNode } from '../../catalog/resolved';
import { figuresOf, graphOf, incomingOf } from '../facts/graph';
import type { RuleContext } from '../rule';

/** What asks for a node's capacity, were nothing on the way to it saturated. */
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
  return { readsRps: reads * scale, writesRps: writes * scale, utilization: demand / figures.capacityRps };
}

function nominalArrivals(context: RuleContext, figures: NodeFigures, load: number) {
  let reads = 0;
  let writes = 0;
  for (const flow of context.design.flows) {
    const rps = flow.rateRps * load * (figures.visits[flow.id] ?? 0);
    if (flow.kind === 'read') reads += rps;
    else writes += rps;
  }
  return { reads, writes };
}

/** The share of the requests that are bound to one server, of a station that only IP hashes lead to; else 0. */
export function hotShareAt(context: RuleContext, node: ResolvedNode): number {
  const graph = graphOf(context.design);
  const callers = incomingOf(graph, node.id).flatMap((edge) => graph.nodes.get(edge.from) ?? []);
  const hashed = callers.filter(
    ({ behaviour, config }) => behaviour === 'distributor' && config.algorithm === 'ip-hash',
  );
  if (callers.length === 0 || hashed.length < callers.length) return 0;
  return Math.max(...hashed.map((caller) => caller.config.hotShare));
}

/** The strictest availability target of the flows that visit the node; null where there is none. */
export function availabilityTargetAt(context: RuleContext, node: ResolvedNode): number | null {
  const visits = figuresOf(context.analysis).get(node.id)?.visits ?? {};
  const targets = context.design.flows
    .filter((flow) => (visits[flow.id] ?? 0) > 0)
    .flatMap((flow) => flow.targets.availability ?? []);
  return targets.length === 0 ? null : Math.max(...targets);
}
