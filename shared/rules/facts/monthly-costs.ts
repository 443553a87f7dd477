import type { NodeFigures } from '../../analysis/analysis';
import { graphOf } from '../../analysis/graph';
import { trafficsOf } from '../../analysis/load-design';
import { bytesAlong } from '../../analysis/network-load';
import { copiesOf } from '../../analysis/storage';
import { averageRps, storedByCall } from '../../analysis/usage';
import { callsAlong, operationAt } from '../../analysis/visit-positions';
import type { ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { monthSeconds } from '../../math/calendar';
import type { RuleContext } from '../rule';
import { graphOf as factsOf, figuresOf } from './graph';

/** Parts of a node's monthly cost, US dollars: its total is that of the analysis. */
export interface MonthlyCost {
  readonly node: ResolvedNode;
  readonly totalUsd: number;
  /** What one server, and one copy of what it keeps, would cost. */
  readonly leastUsd: number;
}

/** The nodes that cost something, the dearest first. */
export function monthlyCosts(context: RuleContext): readonly MonthlyCost[] {
  const { nodes } = factsOf(context.design);
  const costs: MonthlyCost[] = [];
  for (const [id, figures] of figuresOf(context.analysis)) {
    const node = nodes.get(id);
    const totalUsd = figures.monthlyCostUsd ?? 0;
    if (node !== undefined && totalUsd > 0)
      costs.push({ node, totalUsd, leastUsd: leastUsdOf(node, figures) });
  }
  return costs.toSorted((a, b) => b.totalUsd - a.totalUsd);
}

/** One server as small as it comes, one copy of what is kept, and the requests; what is sent may go over a CDN. */
function leastUsdOf(node: ResolvedNode, { servers, cost }: NodeFigures): number {
  const { unitCostUsd = 0 } = node.config.other;
  const copies = node.behaviour === 'store' ? copiesOf(node) : 1;
  const ofUse = (cost?.storageUsd ?? 0) / copies + (cost?.requestsUsd ?? 0);
  return ((servers ?? 0) > 0 ? unitCostUsd : 0) + ofUse;
}

/** Whether one server of each part costs more already. */
export function isOutOfReach(costs: readonly MonthlyCost[], budgetUsd: number): boolean {
  return leastTotalUsd(costs) > budgetUsd;
}

/** What a design costs with one server of each part and one copy of what is kept. */
export const leastTotalUsd = (costs: readonly MonthlyCost[]): number =>
  costs.reduce((sum, { leastUsd }) => sum + leastUsd, 0);

/** Bytes a month that go over an edge with the requests, that come back with the answers, and that its callee keeps. */
export interface MonthlyBytes {
  readonly requests: number;
  readonly answers: number;
  readonly stored: number;
}

/** The calls over the edge at the average rate, without losses and retries: rate × visits of the caller × calls. */
export function monthlyBytesOf(context: RuleContext, edge: ResolvedEdge): MonthlyBytes {
  const { design, analysis } = context;
  const graph = graphOf(design);
  const along = callsAlong(graph, graph.edges.indexOf(edge));
  const load = analysis?.load ?? 1;
  let requests = 0;
  let answers = 0;
  let stored = 0;
  trafficsOf(graph).forEach(({ visits, pattern }, i) => {
    const flow = graph.flows[i] as ResolvedFlow;
    const rps = averageRps(design, flow, flow.rateRps * load);
    for (const call of along) {
      const made =
        (visits[graph.from[call] as number] as number) * (pattern.multipliers.calls[call] as number);
      const calls = rps * made * monthSeconds;
      const { request, response } = bytesAlong(graph, call, i);
      requests += calls * request;
      answers += calls * response;
      stored += calls * storedByCall(edge, flow, operationAt(graph, i, graph.to[call] as number));
    }
  });
  return { requests, answers, stored };
}
