import type { NodeFigures } from '../../analysis/analysis';
import { hitRateOf } from '../../analysis/graph';
import { averageRps, bytesPerGb, monthSeconds } from '../../analysis/storage';
import type { ResolvedEdge, ResolvedFlow, ResolvedNode } from '../../catalog/resolved';
import { own } from '../../model/own';
import type { RuleContext } from '../rule';
import { edgeFiguresOf } from './arrivals';
import { figuresOf, graphOf } from './graph';
import { isSparedByCache, pickedShare } from './picks';

/** Parts of a node's monthly cost, US dollars: its total is that of the analysis. */
export interface MonthlyCost {
  readonly node: ResolvedNode;
  readonly totalUsd: number;
  /** What one server, and one copy of what it keeps, would cost. */
  readonly leastUsd: number;
}

/** The nodes that cost something, the dearest first. */
export function monthlyCosts(context: RuleContext): readonly MonthlyCost[] {
  const { nodes } = graphOf(context.design);
  const costs: MonthlyCost[] = [];
  for (const [id, figures] of figuresOf(context.analysis)) {
    const node = nodes.get(id);
    const totalUsd = figures.monthlyCostUsd ?? 0;
    if (node !== undefined && totalUsd > 0)
      costs.push({ node, totalUsd, leastUsd: leastUsdOf(node, figures) });
  }
  return costs.toSorted((a, b) => b.totalUsd - a.totalUsd);
}

/** One server as small as it comes, and one copy of what is kept. */
function leastUsdOf({ behaviour, config }: ResolvedNode, { servers, storageBytes }: NodeFigures): number {
  const { unitCostUsd = 0, storageUsdPerGbMonth = 0 } = config.other;
  const copies = behaviour === 'store' ? config.replicasPerShard : 1;
  const keptUsd = ((storageBytes ?? 0) / copies / bytesPerGb) * storageUsdPerGbMonth;
  return ((servers ?? 0) > 0 ? unitCostUsd : 0) + keptUsd;
}

/** Whether one server of each part costs more already. */
export function isOutOfReach(costs: readonly MonthlyCost[], budgetUsd: number): boolean {
  return leastTotalUsd(costs) > budgetUsd;
}

/** What a design costs with one server of each part and one copy of what is kept. */
export const leastTotalUsd = (costs: readonly MonthlyCost[]): number =>
  costs.reduce((sum, { leastUsd }) => sum + leastUsd, 0);

/** Bytes a month that go over an edge with the requests and that come back with the answers. */
export interface MonthlyBytes {
  readonly requests: number;
  readonly answers: number;
}

/** The calls over the edge at the average rate, divided among its flows by their rates × visits of the caller. */
export function monthlyBytesOf(context: RuleContext, edge: ResolvedEdge): MonthlyBytes {
  const { design, analysis } = context;
  const graph = graphOf(design);
  const visits = figuresOf(analysis).get(edge.from)?.visits ?? {};
  const rps = edgeFiguresOf(analysis).get(edge.id)?.rps ?? 0;
  let all = 0;
  let requestBytes = 0;
  let answerBytes = 0;
  for (const flow of design.flows) {
    const asked = isSparedByCache(graph, edge, flow) ? missedShare(context, edge, flow) : 1;
    const weight = flow.rateRps * (own(visits, flow.id) ?? 0) * pickedShare(graph, edge, flow) * asked;
    all += weight;
    requestBytes += weight * flow.requestBytes;
    answerBytes += weight * flow.responseBytes;
  }
  if (all === 0) return { requests: 0, answers: 0 };
  const calls = averageRps(design, rps) * monthSeconds;
  return { requests: (calls * requestBytes) / all, answers: (calls * answerBytes) / all };
}

/** Share of the flow's visits of the caller that a cache leaves to the call. */
function missedShare({ design }: RuleContext, edge: ResolvedEdge, flow: ResolvedFlow): number {
  return 1 - hitRateOf(graphOf(design).nodes.get(edge.onMissOf ?? edge.from), flow);
}

/** US dollars for so many bytes sent by a node. */
export const sentUsd = ({ config }: ResolvedNode, bytes: number): number =>
  (bytes / bytesPerGb) * (config.other.egressUsdPerGb ?? 0);
