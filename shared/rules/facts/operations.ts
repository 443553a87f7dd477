import { graphOf } from '../../analysis/graph';
import { trafficsOf } from '../../analysis/load-design';
import { operationAt, visitsAt } from '../../analysis/visit-positions';
import type { ResolvedDesign, ResolvedEdge, ResolvedFlow } from '../../catalog/resolved';
import { type FlowKind, flowKinds } from '../../model/vocabulary';
import { operationOfCall } from './picks';

/** Share of a flow's visits of a node that read, or that write; those of a flow without visits there are of its kind. */
export function shareOfVisits(
  design: ResolvedDesign,
  flow: ResolvedFlow,
  node: string,
  operation: FlowKind,
): number {
  const graph = graphOf(design);
  const ofKind = flow.kind === operation ? 1 : 0;
  if (graph.crossed === null) return ofKind;
  const position = graph.flows.indexOf(flow);
  const visits = trafficsOf(graph)[position]?.visits;
  let some = 0;
  let all = 0;
  for (const visit of visitsAt(graph, graph.positionOf.get(node) ?? -1)) {
    const count = visits?.[visit] ?? 0;
    all += count;
    if (operationAt(graph, position, visit) === operation) some += count;
  }
  return all > 0 ? some / all : ofKind;
}

/** Whether visits of a flow to a node read, or write. */
export const doesAt = (
  design: ResolvedDesign,
  flow: ResolvedFlow,
  node: string,
  operation: FlowKind,
): boolean => shareOfVisits(design, flow, node, operation) > 0;

/** Whether calls of a flow along an edge do this: by the operation of the visits that make them, where the edge does not say it. */
export const callsTo = (
  design: ResolvedDesign,
  flow: ResolvedFlow,
  edge: ResolvedEdge,
  operation: FlowKind,
): boolean =>
  edge.flows.includes(flow.id) &&
  flowKinds.some(
    (visit) => operationOfCall(edge, visit) === operation && doesAt(design, flow, edge.from, visit),
  );
