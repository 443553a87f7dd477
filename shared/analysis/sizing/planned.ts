import type { ResolvedDesign, ResolvedNode } from '../../catalog/resolved';
import type { Analysis, NodeFigures } from '../analysis';
import { averageRps } from '../usage';

/** A station that is over what it is planned for, while it still carries its load. */
export interface OverPlan {
  readonly part: string;
  readonly metric: 'maxUtilization' | 'memoryUtilization';
  readonly target: number;
  readonly actual: number;
}

/** Sizes meet their limits exactly, but for rounding. */
const roundingShare = 1 + 1e-9;

/** Stations over their planned limit: lanes, connections, bandwidth, and the memory of stores in memory. */
export function overPlanned(design: ResolvedDesign, analysis: Analysis): readonly OverPlan[] {
  return analysis.nodes.flatMap((figures, i): readonly OverPlan[] => {
    const node = design.nodes[i];
    if (node === undefined || node.behaviour === 'observer') return [];
    const target = node.config.maxUtilization;
    const used = sizedUtilization(design, analysis, node, figures);
    const over = (metric: OverPlan['metric'], actual: number | null): readonly OverPlan[] =>
      actual !== null && actual > target * roundingShare ? [{ part: node.id, metric, target, actual }] : [];
    return [...over('maxUtilization', used), ...over('memoryUtilization', figures.memoryUtilization)];
  });
}

/** The utilization that a station is sized for: at peak, of a consumer that may be late on average. */
export function sizedUtilization(
  design: ResolvedDesign,
  analysis: Analysis,
  node: ResolvedNode,
  { utilization, visits }: NodeFigures,
): number | null {
  if (utilization === null || !mayBeLate(design, node)) return utilization;
  let [peak, average] = [0, 0];
  design.flows.forEach((flow, f) => {
    const rate = (analysis.flows[f]?.rateRps ?? 0) * (visits[flow.id] ?? 0);
    peak += rate;
    average += averageRps(design, flow, rate);
  });
  return peak === 0 ? utilization : (utilization * average) / peak;
}

/** Whether only buffers call it and no target says when its work is to be done: then a backlog may wait for the night. */
function mayBeLate({ nodes, edges, flows }: ResolvedDesign, node: ResolvedNode): boolean {
  const buffers = new Set(nodes.filter(({ behaviour }) => behaviour === 'buffer').map(({ id }) => id));
  const callers = edges.filter(({ to }) => to === node.id);
  const hasCompletion = flows.some(({ targets }) =>
    Object.keys(targets).some((metric) => metric.startsWith('completion')),
  );
  return callers.length > 0 && callers.every(({ from }) => buffers.has(from)) && !hasCompletion;
}
