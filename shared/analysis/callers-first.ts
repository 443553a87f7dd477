import { adjacencyOf, componentsFrom } from '../math/components';
import type { Graph } from './graph';
import { usedEdges } from './spread';
import type { FlowTraffic } from './traffic';
import { endsByNode } from './visit-positions';

/** Nodes in an order in which every caller comes before its callees, loops (of all flows together) as one. */
export function callersFirst(graph: Graph, traffics: readonly FlowTraffic[]): readonly (readonly number[])[] {
  const isUsed = new Uint8Array(graph.edges.length);
  for (const edge of usedEdges(graph, traffics)) isUsed[edge] = 1;
  const { from, to } = endsByNode(graph);
  const active = adjacencyOf(graph.nodeCount, from, graph.outgoing.edges, (edge) => isUsed[edge] === 1);
  const roots = traffics.flatMap(({ entry }) => (entry < 0 ? [] : [entry]));
  return [...componentsFrom(roots, active, to)].reverse();
}
