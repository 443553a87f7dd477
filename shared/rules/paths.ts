import type { ResolvedDesign, ResolvedEdge, ResolvedFlow } from '../catalog/resolved';
import { type DesignGraph, graphOf, isLive, outgoingOf, waitsFor } from './graph';

/** Where the requests of a flow go. */
export interface FlowPaths {
  readonly flow: ResolvedFlow;
  /** Every node that they reach, the entry included, waited for or not. */
  readonly reached: ReadonlySet<string>;
  /** Those that are waited for, the entry included. */
  readonly awaited: ReadonlySet<string>;
  /** Those of them without which a request fails: reached by no optional call, and no other stands in for them. */
  readonly needed: ReadonlySet<string>;
  /** The edges that carry it, from nodes that it reaches. */
  readonly edges: readonly ResolvedEdge[];
}

const known = new WeakMap<ResolvedDesign, readonly FlowPaths[]>();
const passing = new WeakMap<ResolvedDesign, ReadonlyMap<string, readonly FlowPaths[]>>();

/** The paths of every flow, in the document's order; computed once a design. Linear in flows × (nodes + edges). */
export function pathsOf(design: ResolvedDesign): readonly FlowPaths[] {
  const found = known.get(design);
  if (found !== undefined) return found;
  const graph = graphOf(design);
  const paths = design.flows.map((flow) => flowPaths(graph, flow));
  known.set(design, paths);
  return paths;
}

const nobody: readonly FlowPaths[] = [];

/** The flows that reach a node, with their paths. */
export function flowsAt(design: ResolvedDesign, node: string): readonly FlowPaths[] {
  const found = passing.get(design) ?? passingOf(design);
  return found.get(node) ?? nobody;
}

function passingOf(design: ResolvedDesign): ReadonlyMap<string, readonly FlowPaths[]> {
  const byNode = new Map<string, FlowPaths[]>();
  for (const paths of pathsOf(design)) {
    for (const id of paths.reached) {
      const list = byNode.get(id);
      if (list === undefined) byNode.set(id, [paths]);
      else list.push(paths);
    }
  }
  passing.set(design, byNode);
  return byNode;
}

function flowPaths(graph: DesignGraph, flow: ResolvedFlow): FlowPaths {
  const reached = new Set([flow.entry]);
  const awaited = new Set([flow.entry]);
  const edges: ResolvedEdge[] = [];
  // A set yields what is added to it during the walk, so it is its own queue.
  for (const id of reached) {
    for (const edge of outgoingOf(graph, id)) {
      if (!isLive(edge) || !edge.flows.includes(flow.id)) continue;
      edges.push(edge);
      reached.add(edge.to);
    }
  }
  for (const id of awaited) {
    for (const edge of outgoingOf(graph, id)) {
      if (edge.flows.includes(flow.id) && waitsFor(graph, edge)) awaited.add(edge.to);
    }
  }
  return { flow, reached, awaited, needed: neededBy(graph, flow), edges };
}

/** The nodes that the flow cannot do without, save those for which a distributor would pick another. */
function neededBy(graph: DesignGraph, flow: ResolvedFlow): ReadonlySet<string> {
  const reached = new Set([flow.entry]);
  const needed = new Set([flow.entry]);
  for (const id of reached) {
    const edges = outgoingOf(graph, id).filter(
      (edge) => edge.flows.includes(flow.id) && !edge.optional && waitsFor(graph, edge),
    );
    const spare = hasSpare(graph, id, edges);
    for (const edge of edges) {
      reached.add(edge.to);
      if (!(spare && edge.choice)) needed.add(edge.to);
    }
  }
  return needed;
}

function hasSpare(graph: DesignGraph, id: string, edges: readonly ResolvedEdge[]): boolean {
  const from = graph.nodes.get(id);
  if (from?.behaviour !== 'distributor' || !from.config.failover) return false;
  return new Set(edges.filter((edge) => edge.choice).map((edge) => edge.to)).size > 1;
}
